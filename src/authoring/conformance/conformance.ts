import { type Advice, AUDIENCES } from '../../core/advice'
import {
  addDuration,
  completedMonths,
  completedWeeks,
  formatDay,
  parseDay,
  parseDuration,
} from '../../core/calendar/day'
import { openCase } from '../../core/case/case'
import { effectiveFirstDay } from '../../core/case/effective-first-day'
import { createTriage, triageSync } from '../../core/create-triage'
import { TriageError } from '../../core/issue/issue'
import { fingerprint } from '../../core/rules/digest'
import { mergingRules, resolvePolicy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import { UNKNOWN } from '../../core/snapshot/fact'
import { parseJson } from '../../core/snapshot/parse-json'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { answerIn } from '../../forms/form/form'
import { interview } from '../../forms/interview/hold-interview'
import { setAnswer } from '../../forms/interview/set-answer'
import { sampleCases } from './sample-cases'

/** What a host in another language tests itself against: files by name, with their lines. */
interface Conformance {
  readonly files: ReadonlyMap<string, readonly unknown[]>
  readonly manifest: unknown
}

/** Enough that each service and each kind of step comes, and few enough to read into a test. */
const CASES = 80
const INTERVIEWS = 8
const SEED = 20_261_130

/** Pure: the same rule set gives the same files. */
export function conformanceOf(ruleSet: RuleSet, count = CASES): Conformance {
  const cases = sampleCases(ruleSet, count, SEED)
  const advised = cases.flatMap((snapshot, at) => advisedCases(`case-${at + 1}`, snapshot, at, ruleSet))
  const files = new Map<string, readonly unknown[]>([
    ['cases.jsonl', advised],
    ['refused.jsonl', REFUSED_INPUTS.map(({ id, text }) => refusedInput(id, text, ruleSet))],
    ['dates.jsonl', [...dateSums(), ...cases.flatMap((snapshot, at) => firstDay(`case-${at + 1}`, snapshot, ruleSet))]],
    [
      'interviews.jsonl',
      cases.slice(0, INTERVIEWS).map((snapshot, at) => transcript(`case-${at + 1}`, snapshot, ruleSet)),
    ],
  ])
  const { id, version } = ruleSet.manifest
  const { package: made, ruleSet: named } = (advised[0]?.advice ??
    triageSync({ asOf: '2026-01-01' }, { ruleSet })) as Advice
  return {
    files,
    manifest: {
      conformanceVersion: 1,
      package: made,
      ruleSet: { id, version, digest: named.digest },
      files: [...files].map(([name, lines]) => ({ name, lines: lines.length, digest: fingerprint(lines) })),
    },
  }
}

/** For each reader; a few in English too. */
function advisedCases(id: string, snapshot: Snapshot, at: number, ruleSet: RuleSet) {
  const locales = at % 10 === 0 ? (['nl', 'en'] as const) : (['nl'] as const)
  return AUDIENCES.flatMap((audience) =>
    locales.map((locale) => {
      const options = { audience, locale }
      const advice = triageSync(snapshot, { ...options, ruleSet })
      return { id: `${id}-${audience}-${locale}`, snapshot, options, digest: fingerprint(advice), advice }
    }),
  )
}

function refusedInput(id: string, text: string, ruleSet: RuleSet) {
  const parsed = parseJson(text, { locale: 'en' })
  const issues = parsed.ok ? issuesOf(parsed.value, ruleSet) : parsed.issues
  return { id, text, issues: issues.map(({ code, path }) => ({ code, path })) }
}

function issuesOf(input: unknown, ruleSet: RuleSet) {
  try {
    createTriage({ ruleSet, audience: 'full', locale: 'en' })(input)
    return []
  } catch (error) {
    if (error instanceof TriageError) return error.issues
    throw error
  }
}

/** Days at the ends of months, and lengths that run over them. */
const DAYS = ['2024-01-31', '2024-02-29', '2025-02-28', '2026-08-31', '2026-12-31', '2027-03-30'] as const
const LENGTHS = ['P1D', 'P6W', 'P1M', 'P3M', 'P1M1D', 'P1Y', 'P104W', 'P24M'] as const

function dateSums() {
  return DAYS.flatMap((from) => {
    const day = parseDay(from) as number
    return LENGTHS.map((length) => {
      const to = addDuration(day, parseDuration(length) ?? { months: 0, days: 0 })
      return {
        kind: 'sum',
        from,
        length,
        to: formatDay(to),
        completedWeeks: completedWeeks(day, to),
        completedMonths: completedMonths(day, to),
      }
    })
  })
}

/** The first day of the case, and every other that is still possible. */
function firstDay(id: string, snapshot: Snapshot, ruleSet: RuleSet) {
  const resolved = resolvePolicy(ruleSet.parameters)
  if (!resolved.ok) return []
  const opened = openCase(snapshot, ruleSet.facts)
  const found = effectiveFirstDay(opened, mergingRules(resolved.policy))
  return [
    {
      kind: 'first-day',
      id,
      asOf: snapshot.asOf,
      absence: { spells: snapshot.absence?.spells ?? null, leaves: snapshot.absence?.leaves ?? null },
      // `undefined` is not known, null not absent.
      known: found !== undefined,
      firstDay: found ? formatDay(found.presumed) : null,
      possible: found ? found.days.map(formatDay) : [],
    },
  ]
}

/** More screens than any form has. */
const MOST_SCREENS = 60

/** A form from its first screen to its end, answered from a case; what the case does not say is not known. */
function transcript(id: string, truth: Snapshot, ruleSet: RuleSet) {
  let answers: Snapshot = { asOf: truth.asOf }
  const screens: { readonly screen: string; readonly facts: readonly string[]; readonly settled: boolean }[] = []
  for (let at = 0; at < MOST_SCREENS; at++) {
    const { next, settled, advice } = interview(answers, { ruleSet, audience: 'full' })
    if (!next) return { id, truth, screens, answers, digest: fingerprint(advice) }
    screens.push({ screen: next.id, facts: next.facts, settled })
    for (const fact of next.facts)
      answers = setAnswer(answers, fact, factIn(truth, fact) ?? UNKNOWN, { ruleSet, audience: 'full' })
  }
  return { id, truth, screens, answers, digest: null }
}

/** As the case holds it; of a flag of list items, what it says of each. */
function factIn(snapshot: Snapshot, fact: string): unknown {
  const answer = answerIn(snapshot, fact)
  const flag = fact.split('.')[2]
  if (flag === undefined || !Array.isArray(answer)) return answer
  return answer.map((item: Readonly<Record<string, unknown>>) => item[flag] ?? UNKNOWN)
}

/** How a host uses the files; written beside them. */
export const CONFORMANCE_README = `# What a host tests itself against

Written by \`verwijswijzer conformance\`. Every file has one JSON document on each line. A digest is the SHA-256, in hex,
of the document in canonical JSON (RFC 8785), so that it can be worked out in any language.

- \`manifest.json\`: of which package and rule set, and the digest of each file.
- \`cases.jsonl\`: a snapshot, the options of the call, and the whole advice with its digest. Send the snapshot, and compare.
- \`refused.jsonl\`: a text that is refused, and every issue with its code and path. Its message may be worded otherwise.
- \`dates.jsonl\`: \`sum\`: a day, a length of time and the day that it comes to, with the whole weeks and months in between;
  \`first-day\`: spells and leaves, and the first day of the case that they come to (\`known\` false: that cannot be said).
- \`interviews.jsonl\`: a form from its first screen on: which facts each screen asks, whether the step was settled by then,
  and the digest of the advice at the end. Answer each screen from \`truth\`; what is not in it is \`"unknown"\`.
`

/** Inputs that every host must refuse, as text: what is wrong with each, in a few words. */
export const REFUSED_INPUTS: readonly { readonly id: string; readonly text: string }[] = [
  ['not-json', '{ "asOf": "2026-07-31", }'],
  ['nothing', ''],
  ['null', 'null'],
  ['a-list', '[]'],
  ['no-day', '{ "employment": { "regime": "employee" } }'],
  ['a-day-that-is-none', '{ "asOf": "2026-02-30" }'],
  ['a-day-with-a-time', '{ "asOf": "2026-07-31T00:00:00Z" }'],
  ['a-day-as-a-number', '{ "asOf": 20260731 }'],
  ['a-key-twice', '{ "asOf": "2026-07-31", "conflict": { "status": "none", "status": "signal" } }'],
  ['a-key-twice-escaped', '{ "asOf": "2026-07-31", "conflict": { "status": "none", "st\\u0061tus": "signal" } }'],
  ['a-forbidden-key', '{ "asOf": "2026-07-31", "employment": { "__proto__": { "regime": "employee" } } }'],
  ['a-misspelt-key', '{ "asOf": "2026-07-31", "employment": { "regiem": "employee" } }'],
  ['a-misspelt-value', '{ "asOf": "2026-07-31", "employment": { "functionVariety": "fwe" } }'],
  ['a-text-for-yes', '{ "asOf": "2026-07-31", "employment": { "olderWorker": "yes" } }'],
  ['a-number-out-of-range', '{ "asOf": "2026-07-31", "absence": { "workedShare": 101 } }'],
  ['a-number-that-is-none', '{ "asOf": "2026-07-31", "absence": { "workedShare": 1e999 } }'],
  ['an-item-twice', '{ "asOf": "2026-07-31", "health": { "criticalLimitations": ["1.1", "1.1"] } }'],
  ['a-spell-ahead', '{ "asOf": "2026-07-31", "absence": { "spells": [{ "firstDay": "2026-08-01" }] } }'],
  [
    'recovered-before-ill',
    '{ "asOf": "2026-07-31", "absence": { "spells": [{ "firstDay": "2026-07-01", "recoveredOn": "2026-06-30" }] } }',
  ],
  [
    'two-spells-at-once',
    '{ "asOf": "2026-07-31", "absence": { "spells": [{ "firstDay": "2026-06-01" }, { "firstDay": "2026-07-01" }] } }',
  ],
  [
    'a-leave-that-ends-before-it-begins',
    '{ "asOf": "2026-07-31", "absence": { "leaves": [{ "from": "2026-06-01", "until": "2026-05-31" }] } }',
  ],
  [
    'a-delivery-ahead',
    '{ "asOf": "2026-07-31", "process": { "services": [{ "service": "file-check", "on": "2026-08-01" }] } }',
  ],
  [
    'an-unknown-service',
    '{ "asOf": "2026-07-31", "process": { "services": [{ "service": "massage", "on": "2026-07-01" }] } }',
  ],
  ['raised-unknown', '{ "asOf": "2026-07-31", "process": { "raised": [{ "id": "massage", "on": "2026-07-01" }] } }'],
  ['a-name-in-the-case-id', '{ "asOf": "2026-07-31", "caseId": "case 17 of J. Jansen" }'],
].map(([id, text]) => ({ id: id as string, text: text as string }))
