import type { Audience } from '../advice'
import { perRuleSet } from '../cache'
import { type Issue, nearestName } from '../issue/issue'
import { askedFacts } from '../rules/condition-facts'
import type { RuleSet } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'
import { PLACES } from '../snapshot/place'

const FOR_THE_PHYSICIAN: Text = {
  nl: 'een antwoord van de bedrijfsarts klopt niet van vorm: laat de bedrijfsarts de casus nakijken',
  en: 'an answer of the occupational physician is not of the right form: have the physician check the case',
}

/** More names than this are something else altogether, and guessing takes time. */
const MOST_GUESSES = 100
/** Shorter words are a few letters away from some name or other. */
const SHORTEST_TYPO = 4

/**
 * What is wrong with a case, as the audience may read it. To an employer everything that lies in the physician's places,
 * or was meant to, is one issue, the last, that says no more than that: which question it is would show in the code (only
 * a list can hold a thing twice), in the order and in the number. `ruleSet` tells which places those are.
 */
export function issuesFor(
  issues: readonly Issue[],
  {
    audience,
    ruleSet = VOCABULARY,
    locale,
  }: { readonly audience: Audience; readonly ruleSet?: Pick<RuleSet, 'facts'> | undefined; readonly locale: Locale },
): readonly Issue[] {
  if (audience === 'full') return issues
  const isPhysicians = judgeOf(placesOf(ruleSet))
  const told = issues.filter((issue) => !isPhysicians(issue))
  if (told.length === issues.length) return issues
  return [...told, physiciansAnswer(locale)]
}

/** All that an employer is told of what is wrong with the physician's answers. */
export const physiciansAnswer = (locale: Locale): Issue => ({
  code: 'physicians-answer',
  path: [],
  message: FOR_THE_PHYSICIAN[locale],
})

/** The audience in options that may be wrong: one that is not known may not read everything. */
export function audienceIn(options: unknown): Audience {
  if (typeof options !== 'object' || options === null) return 'employer'
  return (options as { readonly audience?: unknown }).audience === 'full' ? 'full' : 'employer'
}

/** No rule set is meant: the vocabulary alone. */
const VOCABULARY: Pick<RuleSet, 'facts'> = { facts: new Map() }

interface Places {
  /** Sections and facts of which everything is the physician's. */
  readonly medical: ReadonlySet<string>
  /** The other ones, dates in lists among them. */
  readonly shared: ReadonlySet<string>
  /** Every name that a key may have been meant for, folded: true for the physician's. */
  readonly names: ReadonlyMap<string, boolean>
}

const placesOf = perRuleSet((ruleSet: Pick<RuleSet, 'facts'>): Places => {
  const facts = [...askedFacts([...ruleSet.facts.values()]).values()]
  const own = facts.filter(({ tier }) => tier === 'medical').map(({ id }) => id)
  const others = facts.filter(({ tier }) => tier === 'employer').map(({ id }) => id)
  const sections = new Set(others.map(sectionOf))
  const medical = new Set([...own, ...own.map(sectionOf).filter((section) => !sections.has(section))])
  const keys = [...PLACES.keys()].map((place) => place.replaceAll('[]', ''))
  const shared = new Set([...keys, ...others, ...sections].filter((place) => !medical.has(place)))
  const named = (places: ReadonlySet<string>, isMedical: boolean) =>
    [...places].flatMap((place) => [place, nameOf(place)].map((name) => [folded(name), isMedical] as const))
  // Of a name that is both, the physician's comes last and stays.
  return { medical, shared, names: new Map([...named(shared, false), ...named(medical, true)]) }
})

/** Whether an issue lies in one of the physician's places, says that it was meant to, or has a key that looks like it. */
function judgeOf({ medical, shared, names }: Places): (issue: Issue) => boolean {
  const guesses = new Map<string, boolean>()
  const looksMedical = (key: string): boolean => {
    const name = folded(key)
    const found = names.get(name) ?? guesses.get(name)
    if (found !== undefined) return found
    if (guesses.size >= MOST_GUESSES) return true
    const nearest = name.length < SHORTEST_TYPO ? undefined : nearestName(name, names.keys())
    const guess = nearest !== undefined && names.get(nearest) === true
    guesses.set(name, guess)
    return guess
  }
  return ({ path, nearest }) => {
    const keys = path.filter((step) => typeof step === 'string')
    const places = keys.map((_, index) => keys.slice(0, index + 1).join('.'))
    const meant = nearest === undefined ? [] : [nearest, [...keys.slice(0, -1), nearest].join('.')]
    if ([...places, ...meant].some((place) => medical.has(place))) return true
    return keys.some((key, index) => !shared.has(places[index] ?? '') && looksMedical(key))
  }
}

const sectionOf = (id: string): string => id.slice(0, id.indexOf('.'))
const nameOf = (place: string): string => place.slice(place.lastIndexOf('.') + 1)
const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
