import type { Locale } from '../../core/snapshot/fact'
import type { CoverageItem } from './coverage'
import type { CoverageKind } from './goal'

/** What is told of coverage. */
export interface CoverageWords {
  readonly title: (ruleSet: string) => string
  readonly by: (ruleSet: string, fixtures: number) => string
  readonly kinds: Readonly<Record<CoverageKind, string>>
  /** What counts as shown, a sentence a kind. */
  readonly meanings: Readonly<Record<CoverageKind, string>>
  readonly count: (fixtures: number, unconfirmed: number, refused: number) => string
  readonly summary: readonly string[]
  readonly items: readonly string[]
  readonly subjects: (count: number, kind: CoverageKind) => string
  readonly of: (covered: number, total: number) => string
  readonly impossible: (count: number) => string
  readonly unconfirmed: (count: number) => string
  readonly refused: (count: number) => string
  readonly missing: (kind: string) => string
  readonly short: (kind: string, percentage: number, least: number) => string
  readonly outcome: Readonly<Record<CoverageItem['outcome'], string>>
  readonly state: Readonly<Record<string, string>>
}

const cases = (count: number): string => `${count} ${count === 1 ? 'voorbeeldgeval' : 'voorbeeldgevallen'}`
const fixtures = (count: number): string => `${count} fixture${count === 1 ? '' : 's'}`

const DUTCH: CoverageWords = {
  title: (ruleSet) => `Dekking van ${ruleSet}`,
  by: (ruleSet, count) => `dekking van ${ruleSet} door ${cases(count)}`,
  kinds: {
    rules: 'regels',
    conditions: 'voorwaarden',
    services: 'diensten',
    holds: 'aanhouden',
    waivers: 'vervallen',
  },
  meanings: {
    rules: 'In een voorbeeldgeval geldt de regel, in een ander niet, en in een beslist een antwoord dat niet bekend is.',
    conditions:
      'In een voorbeeldgeval beslist de vergelijking, of het venster, alleen over de regel: waar, zodat de regel zonder haar niet zou gelden; niet waar, zodat de regel met haar zou gelden; en niet bekend, zodat de regel precies dan geldt als de vergelijking waar is.',
    services: 'Een voorbeeldgeval beveelt de dienst zeker aan: ooit, voor het venster, erin en erna.',
    holds:
      'Een voorbeeldgeval houdt een aanbevolen dienst zeker aan, en in een beslist een antwoord dat niet bekend is.',
    waivers: 'Een voorbeeldgeval laat een reden zeker vervallen, en in een beslist een antwoord dat niet bekend is.',
  },
  count: (all, unconfirmed, refused) =>
    `${cases(all)} tellen mee. ${unconfirmed} zijn niet bevestigd en ${refused} geweigerd: die tellen niet mee.`,
  summary: ['Soort', 'Gedekt', 'Van', 'Percentage', 'Bewezen onmogelijk'],
  items: ['Van', 'Wat', 'Toestand', 'Uitkomst', 'Eerste voorbeeldgeval'],
  subjects: (count, kind) => `${count} ${kind === 'services' ? 'diensten' : 'regels'}`,
  of: (covered, total) => `${covered} van ${total}`,
  impossible: (count) => `${count} bewezen onmogelijk`,
  unconfirmed: (count) => `${cases(count)} niet bevestigd, telt niet mee`,
  refused: (count) => `${cases(count)} geweigerd, telt niet mee`,
  missing: (kind) => `ontbreekt: ${kind}`,
  short: (kind, percentage, least) => `${kind}: ${percentage}% is minder dan de gevraagde ${least}%`,
  outcome: { covered: 'gedekt', missing: 'ontbreekt', impossible: 'onmogelijk' },
  state: {
    met: 'geldt',
    'not-met': 'geldt niet',
    open: 'nog open',
    true: 'waar',
    false: 'niet waar',
    unknown: 'niet bekend',
    reached: 'ooit aanbevolen',
    planned: 'voor het venster',
    due: 'in het venster',
    overdue: 'na het venster',
    certain: 'zeker',
  },
}

const ENGLISH: CoverageWords = {
  title: (ruleSet) => `Coverage of ${ruleSet}`,
  by: (ruleSet, count) => `coverage of ${ruleSet} by ${fixtures(count)}`,
  kinds: { rules: 'rules', conditions: 'conditions', services: 'services', holds: 'holds', waivers: 'waivers' },
  meanings: {
    rules: 'Some fixture meets the rule, some does not, and in some an answer that is not known decides.',
    conditions:
      'In some fixture the comparison, or the window, decides the rule on its own: true, so that the rule would not be met without it; false, so that the rule would be met with it; and not known, so that the rule is met exactly if the comparison is.',
    services: 'Some fixture recommends the service for certain: at all, before its window, inside it and after it.',
    holds: 'Some fixture holds a recommended service for certain, and in some an answer that is not known decides.',
    waivers: 'Some fixture withdraws a reason for certain, and in some an answer that is not known decides.',
  },
  count: (all, unconfirmed, refused) =>
    `${all} fixtures count. ${unconfirmed} are not confirmed and ${refused} are refused: these do not.`,
  summary: ['Kind', 'Covered', 'Of', 'Percentage', 'Proved impossible'],
  items: ['Of', 'What', 'State', 'Outcome', 'First fixture'],
  subjects: (count, kind) => `${count} ${kind === 'services' ? 'services' : 'rules'}`,
  of: (covered, total) => `${covered} of ${total}`,
  impossible: (count) => `${count} proved impossible`,
  unconfirmed: (count) => `${fixtures(count)} not confirmed, not counted`,
  refused: (count) => `${fixtures(count)} refused, not counted`,
  missing: (kind) => `missing: ${kind}`,
  short: (kind, percentage, least) => `${kind}: ${percentage}% is less than the ${least}% asked for`,
  outcome: { covered: 'covered', missing: 'missing', impossible: 'impossible' },
  state: {},
}

export const COVERAGE_WORDS: Readonly<Record<Locale, CoverageWords>> = { nl: DUTCH, en: ENGLISH }
