import type { Outcome } from '../../core/evaluate/outcome'
import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import type { Paint } from '../../reports/text/lay-out'
import type { DecidedBy, FactRead } from './decided-by'
import { type DocumentChange, pathText } from './edit-text'
import type { Fixture } from './fixture'
import type { Mismatch } from './mismatch'
import type { FixtureResult, FixtureRun } from './run-fixture'

/** In which language it is told, and with the sentences of which rule set beside its ids. */
interface RunTelling {
  readonly locale: Locale
  readonly ruleSet?: RuleSet
}

const PLAINLY: RunTelling = { locale: 'en' }

/** What came of a run, for people: each failure with the values that decided, then one line that sums it up. */
export function renderRun(
  { results, failed, unconfirmed }: FixtureRun,
  ruleSet: RuleSet,
  paint: Paint,
  locale: Locale,
): string {
  const words = RUN_WORDS[locale]
  const rules = `${ruleSet.manifest.id} ${ruleSet.manifest.version}`
  const sum =
    failed.length === 0
      ? paint.green(words.hold(results.length, rules))
      : paint.red(words.fail(failed.length, results.length, rules))
  return lines([
    ...failed.flatMap((result) => [...failureLines(result, paint, { locale, ruleSet }), '']),
    ...(unconfirmed.length === 0
      ? []
      : [paint.yellow(words.unconfirmed(unconfirmed.length)), ...unconfirmed.map(({ file }) => `  ${file}`), '']),
    sum,
  ])
}

/** What is wrong with one fixture, and what decided. `medical` values are there only where they may be shown. */
export function failureLines(result: FixtureResult, paint: Paint, telling = PLAINLY): readonly string[] {
  const { fixture, mismatches, strangers, issues, decided, facts } = result
  return [
    paint.bold(fixture.file),
    `  ${paint.dim(fixture.note)}`,
    ...issues.map(({ path, message, code }) => `  ${paint.red(`${placeText(path)}: ${message} [${code}]`)}`),
    ...strangers.map((stranger) => `  ${paint.red(stranger)}`),
    ...mismatches.map((mismatch) => `  ${paint.red(claimText(mismatch, fixture, telling))}`),
    ...decidedLines(decided, facts, telling),
  ]
}

/** In English as it is written where it is found; in another language by its place, with the titles of services. */
function claimText({ text, path, expected, found }: Mismatch, { expect }: Fixture, telling: RunTelling): string {
  const { locale, ruleSet } = telling
  if (locale === 'en') return text
  const words = RUN_WORDS[locale]
  const place = path.map((step, at) => {
    const service = path[at - 1] === 'recommendations' ? expect.recommendations?.[Number(step)]?.service : undefined
    return ruleSet?.services.find(({ id }) => id === (service ?? step))?.title[locale] ?? step
  })
  const said = (value: unknown): string | undefined => {
    if (value === null || value === undefined) return undefined
    if (path[0] === 'outcomes' && isOutcome(value)) return words.outcome[value]
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  return words.claim(place.join(' › '), said(expected), said(found))
}

const isOutcome = (value: unknown): value is Outcome => value === 'met' || value === 'not-met' || value === 'open'

/** The values on which it was decided: those that rules read, and then those that were named themselves. */
export function decidedLines(
  decided: readonly DecidedBy[],
  facts: readonly FactRead[],
  telling = PLAINLY,
): readonly string[] {
  const words = RUN_WORDS[telling.locale]
  const read = decided.flatMap((one) => one.facts.map(({ fact }) => fact))
  const others = facts.filter(({ fact }) => !read.includes(fact))
  return [
    ...(decided.length + others.length > 0 ? [`  ${words.decidedBy}`] : []),
    ...decided.flatMap((one) => [
      `    ${one.rule}: ${words.outcome[one.outcome]}`,
      ...sentenceOf(one.rule, telling).map((sentence) => `      “${sentence}”`),
      ...one.facts.flatMap((fact) => factLines(fact, telling).map((line) => `      ${line}`)),
    ]),
    ...others.flatMap((fact) => factLines(fact, telling).map((line) => `    ${line}`)),
  ]
}

/** What the reader of an advice is told by a rule, with a gap where the case fills in a value. */
function sentenceOf(id: string, { ruleSet, locale }: RunTelling): readonly string[] {
  const rule = ruleSet?.rules.find((one) => one.id === id)
  return rule ? [rule.text[locale].replace(/\{[^}]*\}/g, '…')] : []
}

/** Of the snapshot, or of the options of the call. */
const placeText = (path: readonly (string | number)[]): string =>
  pathText(path[0] === 'options' ? path : ['snapshot', ...path])

/** What an update changes in a fixture: old lines, then new ones. */
export function changeLines(file: string, changes: readonly DocumentChange[], paint: Paint): readonly string[] {
  return [
    paint.bold(file),
    ...changes.flatMap(({ path, from, to }) => [
      ...(from === undefined ? [] : [paint.red(`  - ${pathText(path)}: ${JSON.stringify(from)}`)]),
      ...(to === undefined ? [] : [paint.green(`  + ${pathText(path)}: ${JSON.stringify(to)}`)]),
    ]),
  ]
}

/** The id with its value, and beneath it the question with the answer in words. */
function factLines(read: FactRead, telling: RunTelling): readonly string[] {
  const { fact } = read
  const { locale, ruleSet } = telling
  const words = RUN_WORDS[locale]
  const question = ruleSet && (factsOf(ruleSet).get(fact)?.question ?? DERIVED_FACTS.get(fact)?.label)?.[locale]
  const line = factText(read, words)
  if (!ruleSet || question === undefined) return [line]
  return [line, `  ${question} ${answerText(read, telling, ruleSet)}`.trimEnd()]
}

function answerText({ fact, value, state }: FactRead, { locale }: RunTelling, ruleSet: RuleSet): string {
  const words = RUN_WORDS[locale]
  if (state !== 'known' || value === undefined) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const options = conditionFactsOf(ruleSet).get(fact)?.options
  return [value]
    .flat()
    .map((one) => options?.[String(one)]?.[locale] ?? String(one))
    .join(', ')
}

function factText({ fact, value, state, dependsOn }: FactRead, words: RunWords): string {
  if (state === 'open') return `${fact}: ${words.openBy(dependsOn?.join(', ') ?? '')}`
  if (state !== 'known') return `${fact}: ${words.state[state]}`
  return value === undefined ? `${fact}: ${words.state.known}` : `${fact} = ${JSON.stringify(value)}`
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`

/** What is told of a run of fixtures. */
interface RunWords {
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
