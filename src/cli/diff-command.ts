import { createReadStream } from 'node:fs'
import { stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { type Command, Option } from 'commander'
import pc from 'picocolors'
import { type CountedCases, countCases } from '../authoring/check/count-cases'
import { type DiffOptions, diffRuleSets, type RuleSetDifference } from '../authoring/diff/diff-rule-sets'
import { renderDifference } from '../authoring/diff/diff-text'
import { TriageError } from '../core/issue/issue'
import { shippedRuleSet } from '../core/rules/bundled'
import type { PolicyOverrides } from '../core/rules/policy'
import type { RuleSet } from '../core/rules/rule-set'
import { LOCALES, type Locale } from '../core/snapshot/fact'
import { parseJson } from '../core/snapshot/parse-json'
import { day } from './option-values'
import { readFile, unreadable } from './read-input'
import { Findings, inColour, jsonText, refuseFile } from './refusal'
import { readRules } from './rules-options'

/** In the place of a directory. */
const SHIPPED = 'shipped'
const GATES = ['no-deescalation', 'no-change'] as const

interface DiffFlags {
  readonly cases?: string
  readonly gate?: (typeof GATES)[number]
  readonly accept?: string
  readonly policy?: string
  readonly on?: string
  readonly json?: true
  readonly locale: Locale
}

const EXPLANATION = `
OLD and NEW are directories of rule sets; "shipped" is the bundled one, which is also OLD when only NEW is given.
Exact over the conditions: every kind of difference that some case shows on the given day, with a smallest such
case, which was run under both. FILE.ndjson holds a snapshot a line; nothing of it is printed but numbers.

Ends with 0 whatever differs, with 1 when the gate finds something, and with 2 when an input cannot be used.`

export function addDiffCommand(program: Command): void {
  program
    .command('diff')
    .summary('compare what two rule sets mean')
    .description('Compare what two rule sets mean: which cases change service, window or hold, and what is written.')
    .argument('<OLD>', 'the directory of a rule set, or "shipped"')
    .argument('[NEW]', 'the directory that it is compared with')
    .option('--cases <FILE.ndjson>', 'count the differences over these cases too')
    .addOption(
      new Option(
        '--gate <gate>',
        'end with 1 where a service is lost, later or held more, a deadline later, a need added; or where anything changed',
      ).choices(GATES),
    )
    .option('--accept <FILE>', 'a JSON list of what the gate lets pass: [{ "kind", "of", "reason" }]')
    .option('--policy <FILE>', "a JSON file with an organisation's own policy values, under which both are compared")
    .option('--on <DATE>', 'the day on which cases are looked at; by default the first day on which NEW is valid', day)
    .option('--json', 'print the difference as one JSON document on standard output')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addHelpText('after', EXPLANATION)
    .action(runDiff)
}

async function runDiff(first: string, second: string | undefined, flags: DiffFlags): Promise<void> {
  const { locale, on, json } = flags
  // Its shape is for the library to judge, as that of every other input.
  const policy = flags.policy === undefined ? undefined : ((await readFile(flags.policy, locale)) as PolicyOverrides)
  const [before, after] = [
    await ruleSetAt(second === undefined ? SHIPPED : first, locale),
    await ruleSetAt(second ?? first, locale),
  ]
  const difference = compared(
    before,
    after,
    { ...(on !== undefined && { on }), ...(flags.policy !== undefined && { policy: policy as PolicyOverrides }) },
    flags.policy,
  )
  const counted =
    flags.cases === undefined ? undefined : await countIn(flags.cases, countCases(before, after, policy), locale)
  if (json) stdout.write(jsonText({ ...difference, ...(counted && { cases: counted }) }))
  else stdout.write(renderDifference(difference, counted, { locale, paint: pc.createColors(inColour()) }))
  if (!flags.gate) return
  const accepted = flags.accept === undefined ? [] : acceptedIn(await readFile(flags.accept, locale), flags.accept)
  const stopped = stoppedBy(flags.gate, difference).filter(
    ({ kind, of }) => !accepted.some((one) => one.kind === kind && one.of === of),
  )
  if (stopped.length > 0 || (counted && counted.deescalated > 0 && accepted.length === 0))
    throw new Findings('de-escalations')
}

/** What a gate does not let pass. What cannot be shown could be a de-escalation. */
function stoppedBy(gate: (typeof GATES)[number], difference: RuleSetDifference): readonly Accepted[] {
  const { escalations, deescalations, others, unshown, besides, documents } = difference
  const fewer = others.filter(({ kind }) => kind === 'milestone-less')
  const lost = besides.filter(({ effect }) => effect === 'deescalation')
  const less = [...deescalations, ...unshown, ...fewer, ...lost]
  if (gate === 'no-deescalation') return less
  return [...less, ...escalations, ...others, ...besides, ...documents.map(({ area, id }) => ({ kind: area, of: id }))]
}

interface Accepted {
  readonly kind: string
  readonly of: string
}

/** Each with a reason: whoever lets something pass says why. */
function acceptedIn(content: unknown, file: string): readonly Accepted[] {
  const isAcceptance = (one: unknown): one is Accepted & { readonly reason: string } =>
    typeof one === 'object' &&
    one !== null &&
    (['kind', 'of', 'reason'] as const).every((key) => /\S/.test(String((one as Record<string, unknown>)[key] ?? '')))
  if (Array.isArray(content) && content.every(isAcceptance)) return content
  const message = 'give a list of what passes, each as { "kind": "need-added", "of": "file-check", "reason": "why" }'
  throw refuseFile(file, [{ code: 'wrong-type', path: [], message }])
}

const ruleSetAt = async (place: string, locale: Locale): Promise<RuleSet> =>
  place === SHIPPED ? shippedRuleSet() : readRules(place, locale)

/** What is wrong with the policy is told under the name of its file. */
function compared(before: RuleSet, after: RuleSet, options: DiffOptions, file: string | undefined): RuleSetDifference {
  try {
    return diffRuleSets(before, after, options)
  } catch (error) {
    if (!(error instanceof TriageError) || file === undefined) throw error
    throw refuseFile(
      file,
      error.issues.map((issue) => ({ ...issue, path: issue.path.slice(1) })),
    )
  }
}

async function countIn(
  file: string,
  { add, counted }: ReturnType<typeof countCases>,
  locale: Locale,
): Promise<CountedCases> {
  try {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) {
      const parsed = line.trim() === '' ? undefined : parseJson(line, { locale })
      // What is no JSON is no snapshot either: it is counted as refused.
      if (parsed) add(parsed.ok ? parsed.value : undefined)
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw unreadable(error, file, locale)
  }
  return counted()
}
