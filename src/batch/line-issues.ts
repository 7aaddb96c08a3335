import type { Audience } from '../advice'
import type { Issue } from '../issue/issue'
import { factsOf } from '../rule-set/facts-of'
import { perRuleSet } from '../rule-set/per-rule-set'
import type { RuleSet } from '../rule-set/rule-set'
import type { Locale, Text } from '../snapshot/fact'

/** The issues of one line that are told; a line with more is something else altogether. */
const MOST_ISSUES = 20

/** What is wrong with a line of the input. */
export interface LineError {
  /** The code of the first issue. */
  readonly code: Issue['code']
  readonly issues: readonly Issue[]
  /** How many more there are. */
  readonly more?: number
}

const FOR_THE_PHYSICIAN: Text = {
  nl: 'een antwoord van de bedrijfsarts klopt niet van vorm: laat de bedrijfsarts de casus nakijken',
  en: 'an answer of the occupational physician is not of the right form: have the physician check the case',
}

/**
 * The issues of a line, as the audience may read them. An employer is not told which of the physician's questions was
 * answered, not even that it was answered wrongly. `ruleSet` tells which questions those are.
 */
export function lineError(issues: readonly Issue[], audience: Audience, ruleSet: RuleSet, locale: Locale): LineError {
  const places = medicalPlaces(ruleSet)
  const told = issues
    .slice(0, MOST_ISSUES)
    .map((issue) => (audience === 'employer' && isPhysicians(issue, places) ? generic(issue, locale) : issue))
  const more = issues.length - told.length
  return { code: issues[0]?.code ?? 'wrong-type', issues: told, ...(more > 0 ? { more } : {}) }
}

const generic = ({ code }: Issue, locale: Locale): Issue => ({ code, path: [], message: FOR_THE_PHYSICIAN[locale] })

/** Sections and facts, by path, of which everything is the physician's. */
const medicalPlaces = perRuleSet((ruleSet): ReadonlySet<string> => {
  const facts = [...factsOf(ruleSet).values()]
  const medical = facts.filter(({ tier }) => tier === 'medical').map(({ id }) => id)
  const shared = new Set(facts.filter(({ tier }) => tier === 'employer').map(({ id }) => sectionOf(id)))
  return new Set([...medical, ...medical.map(sectionOf).filter((section) => !shared.has(section))])
})

const sectionOf = (id: string): string => id.slice(0, id.indexOf('.'))

/** Whether the issue lies in such a place, or says that it was meant to. */
function isPhysicians({ path, nearest }: Issue, places: ReadonlySet<string>): boolean {
  const keys = path.filter((step) => typeof step === 'string')
  const found = keys.map((_, index) => keys.slice(0, index + 1).join('.'))
  const meant = nearest === undefined ? [] : [nearest, [...keys.slice(0, -1), nearest].join('.')]
  return [...found, ...meant].some((place) => places.has(place))
}
