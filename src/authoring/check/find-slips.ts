import type { Condition } from '../../core/rules/document'
import { inside, type Place } from '../../core/rules/finding'
import { parameterIn } from '../../core/rules/policy'
import type { Documents } from '../../core/rules/read-documents'
import type { RuleSet, Source } from '../../core/rules/rule-set'
import { LOCALES, type Text } from '../../core/snapshot/fact'
import { type Finding, findingAt } from './finding'

/**
 * What slips through when rules are written: two languages that say different numbers or changed places, a text that a
 * program left to be filled in, a duty by statute that cites no law, weeks compared with months, a hold on everything.
 */
export function findSlips(
  files: Readonly<Record<string, unknown>>,
  own: Documents,
  ruleSet: RuleSet,
): readonly Finding[] {
  return [
    ...Object.entries(files).flatMap(([file, content]) => inTexts(content, { file, path: [] })),
    ...lawless(own, ruleSet),
    ...[...own.checklists].flatMap(([file, { conditions = {}, positive, covers, rules }]) => [
      ...Object.entries(conditions).flatMap(([name, one]) =>
        inUnits(one, { file, path: ['conditions', name] }, ruleSet),
      ),
      ...inUnits(positive, { file, path: ['positive'] }, ruleSet),
      ...(covers ? inUnits(covers, { file, path: ['covers'] }, ruleSet) : []),
      ...rules.flatMap((rule, index) => [
        ...inUnits(rule.conditions, { file, path: ['rules', index, 'conditions'] }, ruleSet),
        ...(rule.event.type === 'hold'
          ? onEverything(rule.event.params.services, { file, path: ['rules', index] }, ruleSet)
          : []),
      ]),
    ]),
  ]
}

function inTexts(value: unknown, place: Place): readonly Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inTexts(item, inside(place, index)))
  if (typeof value === 'string') return SCAFFOLD.test(value) ? [leftIn(place)] : []
  if (typeof value !== 'object' || value === null) return []
  const parts = Object.entries(value).flatMap(([key, part]) => inTexts(part, inside(place, key)))
  return isText(value) ? [...parts, ...inLanguages(value, place)] : parts
}

const isText = (value: object): value is Text =>
  LOCALES.every((locale) => typeof (value as Partial<Text>)[locale] === 'string')

/** As `new` writes them, and as people mark what they will fill in later. */
const SCAFFOLD = /^(Schrijf hier|Write here) |\b(TODO|FIXME|TBD|XXX)\b|\blorem ipsum\b/i

const leftIn = (place: Place): Finding =>
  findingAt('scaffold-text', place, {
    nl: 'deze tekst is nog die van het sjabloon: schrijf wat er moet staan',
    en: 'this is still the text of the template: write what must stand here',
  })

function inLanguages(text: Text, place: Place): readonly Finding[] {
  const findings: Finding[] = []
  const [nl, en] = [numbersIn(text.nl), numbersIn(text.en)]
  if (nl.join() !== en.join())
    findings.push(
      findingAt('numbers-differ', place, {
        nl: `de Nederlandse tekst noemt ${listed(nl, 'geen getal')}, de Engelse ${listed(en, 'geen getal')}`,
        en: `the Dutch text says ${listed(nl, 'no number')}, the English one ${listed(en, 'no number')}`,
      }),
    )
  if (isIn(text.nl, ENGLISH, DUTCH) || isIn(text.en, DUTCH, ENGLISH))
    findings.push(
      findingAt('languages-swapped', place, {
        nl: 'hier staat Engels waar Nederlands hoort, of andersom: zet elke tekst bij zijn taal',
        en: 'this has English in the place of Dutch, or the other way round: put each text with its language',
      }),
    )
  return findings
}

const listed = (numbers: readonly string[], none: string): string => (numbers.length === 0 ? none : numbers.join(', '))

/** In order of size, without the marks of thousands and without names in braces. */
const numbersIn = (text: string): readonly string[] =>
  [...text.replaceAll(/\{[^}]*\}/g, '').matchAll(/\d+(?:[.,]\d+)*/g)]
    .map(([number]) => number.replaceAll(/[.,](?=\d{3}(?!\d))/g, '').replaceAll(',', '.'))
    .sort()

/** Words that one language has and the other has not. */
const DUTCH = /\b(de|het|een|niet|wordt|voor|bij|met|zijn|dat|deze|van|naar|geen|ook|als)\b/gi
const ENGLISH = /\b(the|is|not|with|for|this|that|of|and|when|has|are|from|which|it)\b/gi

const MANY = 3
const isIn = (text: string, other: RegExp, own: RegExp): boolean =>
  (text.match(other)?.length ?? 0) >= MANY && (text.match(own)?.length ?? 0) === 0

function lawless(own: Documents, { sources }: RuleSet): readonly Finding[] {
  const parts: readonly (readonly [
    Place,
    { readonly basis?: string; readonly sources?: readonly { id: string }[] },
  ])[] = [
    ...[...own.checklists].flatMap(([file, { rules }]) =>
      rules.flatMap((rule, index) => {
        const { basis, timing, sources } = rule
        const place = { file, path: ['rules', index] }
        // A rule by statute may have a window of practice, and the other way round.
        const window =
          timing && timing.basis !== basis ? [[inside(place, 'timing'), { ...timing, sources }] as const] : []
        return [[place, rule] as const, ...window]
      }),
    ),
    ...own.milestones.milestones.map(
      (one, index) => [{ file: 'milestones.json', path: ['milestones', index] }, one] as const,
    ),
    ...own.policy.parameters.map((one, index) => [{ file: 'policy.json', path: ['parameters', index] }, one] as const),
    ...own.services.needs.map((one, index) => [{ file: 'services.json', path: ['needs', index] }, one] as const),
  ]
  return parts.flatMap(([place, { basis, sources: cited = [] }]) => {
    if (basis !== 'statute' || cited.some(({ id }) => isLaw(sources.get(id)))) return []
    return [
      findingAt('basis-without-law', inside(place, 'basis'), {
        nl: 'dit heet een wettelijke regel, en geen van de bronnen is een wet of een regeling',
        en: 'this is called a rule by statute, and none of its sources is a law or a regulation',
      }),
    ]
  })
}

const LAW_URL = /^https?:\/\/(wetten\.overheid\.nl|zoek\.officielebekendmakingen\.nl|eur-lex\.europa\.eu)\//
const LAW_PUBLISHER = /^(Nederland|Staatsblad|Staatscourant|Ministerie|Europese Unie)\b/
const isLaw = (source: Source | undefined): boolean =>
  source !== undefined && (LAW_URL.test(source.url ?? '') || LAW_PUBLISHER.test(source.publisher))

/** What facts are counted in. */
const UNITS: Readonly<Record<string, string>> = {
  'absence.completedWeeks': 'weeks',
  'absence.ordinalWeek': 'weeks',
  'absence.completedMonths': 'months',
}

function inUnits(condition: Condition, place: Place, ruleSet: RuleSet): readonly Finding[] {
  if ('all' in condition) return condition.all.flatMap((one, at) => inUnits(one, inside(place, 'all', at), ruleSet))
  if ('any' in condition) return condition.any.flatMap((one, at) => inUnits(one, inside(place, 'any', at), ruleSet))
  if ('condition' in condition) return []
  const { fact, value } = condition
  const name = typeof value === 'object' && 'fact' in value ? parameterIn(value.fact) : undefined
  const unitOf = (parameter: string | undefined): string | undefined => ruleSet.parameters.get(parameter ?? '')?.unit
  const [counted, unit] = [UNITS[fact] ?? unitOf(parameterIn(fact)), unitOf(name)]
  if (counted === undefined || unit === undefined || unit === counted) return []
  if (![counted, unit].every((one) => Object.values(UNITS).includes(one))) return []
  return [
    findingAt('units-differ', place, {
      nl: `${fact} telt in ${unitText(counted).nl}, en ${name} in ${unitText(unit).nl}`,
      en: `${fact} counts in ${unitText(counted).en}, and ${name} in ${unitText(unit).en}`,
    }),
  ]
}

const unitText = (unit: string): Text =>
  unit === 'weeks' ? { nl: 'weken', en: 'weeks' } : { nl: 'maanden', en: 'months' }

/** Every service that a rule can recommend to a person. */
function onEverything(held: readonly string[], place: Place, { services, rules }: RuleSet): readonly Finding[] {
  const recommended = new Set(rules.flatMap(({ event }) => (event.type === 'recommend' ? event.params.services : [])))
  const all = services.filter(({ id, level }) => level === 'person' && recommended.has(id))
  if (all.length < LEAST || !all.every(({ id }) => held.includes(id))) return []
  return [
    findingAt('holds-everything', inside(place, 'event', 'params', 'services'), {
      nl: `deze regel houdt alle ${all.length} diensten voor een persoon aan: is dat echt de bedoeling?`,
      en: `this rule holds all ${all.length} services for a person: is that really meant?`,
    }),
  ]
}

/** Of fewer services a list of all is nothing strange. */
const LEAST = 4
