import type { Outcome } from '../../core/evaluate/outcome'
import type { Locale } from '../../core/snapshot/fact'
import type { FactRead } from './decided-by'

/** What is told of a run of fixtures. */
export interface RunWords {
  readonly fixtures: (count: number) => string
  readonly hold: (count: number, ruleSet: string) => string
  readonly fail: (failed: number, count: number, ruleSet: string) => string
  readonly unconfirmed: (count: number) => string
  readonly rewritten: (count: number) => string
  readonly none: (directory: string) => string
  readonly noneMatch: (filter: string) => string
  readonly decidedBy: string
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly state: Readonly<Record<Exclude<FactRead['state'], 'open'>, string>>
  readonly openBy: (facts: string) => string
  readonly yes: string
  readonly no: string
  /** A claim that does not hold; undefined is nothing. */
  readonly claim: (place: string, expected: string | undefined, found: string | undefined) => string
}

const DUTCH: RunWords = {
  fixtures: (count) => `${count} ${count === 1 ? 'voorbeeldgeval' : 'voorbeeldgevallen'}`,
  hold: (count, ruleSet) => `${DUTCH.fixtures(count)} ${count === 1 ? 'klopt' : 'kloppen'} met ${ruleSet}`,
  fail: (failed, count, ruleSet) =>
    `${failed} van ${DUTCH.fixtures(count)} ${failed === 1 ? 'klopt' : 'kloppen'} niet met ${ruleSet}`,
  unconfirmed: (count) =>
    `${DUTCH.fixtures(count)} ${count === 1 ? 'wacht' : 'wachten'} tot iemand bevestigt wat een programma schreef:`,
  rewritten: (count) => `${DUTCH.fixtures(count)} ${count === 1 ? 'wordt' : 'worden'} herschreven`,
  none: (directory) => `er zijn geen voorbeeldgevallen in ${directory}`,
  noneMatch: (filter) => `geen voorbeeldgeval past bij ${filter}`,
  decidedBy: 'beslist door',
  outcome: { met: 'geldt', 'not-met': 'geldt niet', open: 'nog open' },
  state: {
    known: 'bekend',
    'not-asked': 'niet gevraagd',
    unknown: 'niet bekend',
    'not-applicable': 'niet van toepassing',
    refused: 'liever niet gezegd',
    hidden: 'niet voor deze lezer',
  },
  openBy: (facts) => `nog open, hangt af van ${facts}`,
  yes: 'ja',
  no: 'nee',
  claim: (place, expected, found) => {
    if (expected === undefined) return `${place}: ${found} had er niet mogen zijn`
    return `${place}: verwacht ${expected}, gevonden ${found ?? 'niets'}`
  },
}

const ENGLISH: RunWords = {
  fixtures: (count) => `${count} ${count === 1 ? 'fixture' : 'fixtures'}`,
  hold: (count, ruleSet) => `${ENGLISH.fixtures(count)} ${count === 1 ? 'holds' : 'hold'} against ${ruleSet}`,
  fail: (failed, count, ruleSet) =>
    `${failed} of ${ENGLISH.fixtures(count)} ${failed === 1 ? 'fails' : 'fail'} against ${ruleSet}`,
  unconfirmed: (count) =>
    `${ENGLISH.fixtures(count)} ${count === 1 ? 'waits' : 'wait'} for a person to confirm what a program wrote:`,
  rewritten: (count) => `${ENGLISH.fixtures(count)} will be rewritten`,
  none: (directory) => `there are no fixtures in ${directory}`,
  noneMatch: (filter) => `no fixture matches ${filter}`,
  decidedBy: 'decided by',
  outcome: { met: 'met', 'not-met': 'not-met', open: 'open' },
  state: {
    known: 'known',
    'not-asked': 'not-asked',
    unknown: 'unknown',
    'not-applicable': 'not-applicable',
    refused: 'refused',
    hidden: 'hidden',
  },
  openBy: (facts) => `open, by ${facts}`,
  yes: 'yes',
  no: 'no',
  claim: (place, expected, found) => `${place}: expected ${expected ?? 'nothing'}, got ${found ?? 'none'}`,
}

export const RUN_WORDS: Readonly<Record<Locale, RunWords>> = { nl: DUTCH, en: ENGLISH }
