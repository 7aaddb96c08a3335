import type { RuleSet } from '../../core/rules/rule-set'
import type { Paint } from '../../reports/text/paint'
import type { DecidedBy, FactRead } from './decided-by'
import { type DocumentChange, pathText } from './document-change'
import type { FixtureResult } from './run-fixture'
import type { FixtureRun } from './run-fixtures'

/** What came of a run, for people: each failure with the values that decided, then one line that sums it up. */
export function renderRun({ results, failed, unconfirmed }: FixtureRun, { manifest }: RuleSet, paint: Paint): string {
  const rules = `${manifest.id} ${manifest.version}`
  const total = counted(results.length)
  const sum =
    failed.length === 0
      ? paint.green(`${total} ${results.length === 1 ? 'holds' : 'hold'} against ${rules}`)
      : paint.red(`${failed.length} of ${total} ${failed.length === 1 ? 'fails' : 'fail'} against ${rules}`)
  const wait = unconfirmed.length === 1 ? 'waits' : 'wait'
  return lines([
    ...failed.flatMap((result) => [...failureLines(result, paint), '']),
    ...(unconfirmed.length === 0
      ? []
      : [
          paint.yellow(`${counted(unconfirmed.length)} ${wait} for a person to confirm what a program wrote:`),
          ...unconfirmed.map(({ file }) => `  ${file}`),
          '',
        ]),
    sum,
  ])
}

/** What is wrong with one fixture, and what decided. `medical` values are there only where they may be shown. */
export function failureLines(result: FixtureResult, paint: Paint): readonly string[] {
  const { fixture, mismatches, strangers, issues, decided, facts } = result
  return [
    paint.bold(fixture.file),
    `  ${paint.dim(fixture.note)}`,
    ...issues.map(({ path, message, code }) => `  ${paint.red(`${placeText(path)}: ${message} [${code}]`)}`),
    ...strangers.map((stranger) => `  ${paint.red(stranger)}`),
    ...mismatches.map(({ text }) => `  ${paint.red(text)}`),
    ...decidedLines(decided, facts),
  ]
}

/** The values on which it was decided: those that rules read, and then those that were named themselves. */
export function decidedLines(decided: readonly DecidedBy[], facts: readonly FactRead[]): readonly string[] {
  const read = decided.flatMap((one) => one.facts.map(({ fact }) => fact))
  const others = facts.filter(({ fact }) => !read.includes(fact))
  return [
    ...(decided.length + others.length > 0 ? ['  decided by'] : []),
    ...decided.flatMap((one) => [
      `    ${one.rule}: ${one.outcome}`,
      ...one.facts.map((fact) => `      ${factText(fact)}`),
    ]),
    ...others.map((fact) => `    ${factText(fact)}`),
  ]
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

function factText({ fact, value, state, dependsOn }: FactRead): string {
  if (state === 'open') return `${fact}: open, by ${dependsOn?.join(', ')}`
  if (state !== 'known') return `${fact}: ${state}`
  return value === undefined ? `${fact}: known` : `${fact} = ${JSON.stringify(value)}`
}

export const counted = (count: number): string => `${count} ${count === 1 ? 'fixture' : 'fixtures'}`

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`
