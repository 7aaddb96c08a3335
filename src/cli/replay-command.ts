import { createReadStream } from 'node:fs'
import { readFile as readBytes } from 'node:fs/promises'
import { stderr, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { type Command, Option } from 'commander'
import { TriageError } from '../core/issue/issue'
import { shippedRuleSet } from '../core/rules/bundled'
import { LOCALES, type Locale, type Text } from '../core/snapshot/fact'
import { replay, type Verification } from '../reports/record/verify-record'
import { STANDARD_INPUT, unreadable } from './read-input'
import { Findings, jsonText, Refusal } from './refusal'
import { readRules } from './rules-options'

interface ReplayFlags {
  readonly keyFile: string
  readonly rules?: readonly string[]
  readonly json?: true
  readonly locale: Locale
}

const EXPLANATION = `
A line is a replayable record, or { "record": ..., "snapshot": ... } for a minimal one. Each advice is given again
under the rule set that its record names: the bundled one, or one of those given with --rules.

The key file holds the secret with which the records were made, without a line end being part of it.

Ends with 0 when every record comes out the same, with 1 when one differs or cannot be replayed.`

export function addReplayCommand(program: Command): void {
  program
    .command('replay')
    .summary('give recorded advice again, and hold it against its records')
    .description(
      'Give recorded advice again, and tell of each record whether it is the same, differs, or cannot be replayed.',
    )
    .argument('<RECORDS.ndjson|->', 'the records, or - for standard input')
    .requiredOption('--key-file <FILE>', 'the secret with which the records were made')
    .option(
      '--rules <DIR>',
      'the directory of a rule set that records may name; may be repeated',
      (directory, earlier) => [...((earlier as readonly string[] | undefined) ?? []), directory],
    )
    .option('--json', 'print what was found as one JSON document on standard output')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addHelpText('after', EXPLANATION)
    .action(runReplay)
}

async function runReplay(source: string, { keyFile, rules = [], json, locale }: ReplayFlags): Promise<void> {
  const key = await readKey(keyFile, locale)
  const ruleSet = [shippedRuleSet(), ...(await Promise.all(rules.map((directory) => readRules(directory, locale))))]
  const found: ({ readonly line: number; readonly id?: string } & Verification)[] = []
  try {
    for await (const one of replay(linesOf(source, locale), { key, ruleSet })) {
      found.push(one)
      if (!json && one.outcome !== 'same') stdout.write(`${lineText(one, locale)}\n`)
    }
  } catch (error) {
    if (!(error instanceof TriageError)) throw error
    throw new Refusal(error.issues)
  }
  const count = (outcome: Verification['outcome']): number => found.filter((one) => one.outcome === outcome).length
  const counts = { same: count('same'), differs: count('differs'), cannot: count('cannot') }
  if (json) stdout.write(jsonText({ ...counts, records: found }))
  else stderr.write(`${SUMMARY[locale](counts)}\n`)
  if (counts.differs + counts.cannot > 0) throw new Findings('records that do not come out the same')
}

/** A line end at the end of the file is that of the editor. */
async function readKey(file: string, locale: Locale): Promise<Uint8Array> {
  try {
    const bytes = new Uint8Array(await readBytes(file))
    const end = bytes.at(-1) === 10 ? (bytes.at(-2) === 13 ? 2 : 1) : 0
    return bytes.subarray(0, bytes.length - end)
  } catch (error) {
    throw unreadable(error, file, locale)
  }
}

async function* linesOf(source: string, locale: Locale): AsyncGenerator<string> {
  try {
    const input = source === STANDARD_INPUT ? stdin : createReadStream(source)
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      if (line.trim() !== '') yield line
  } catch (error) {
    throw unreadable(error, source, locale)
  }
}

function lineText(one: { readonly line: number; readonly id?: string } & Verification, locale: Locale): string {
  const name = `${one.line}${one.id === undefined ? '' : ` ${one.id}`}`
  if (one.outcome === 'cannot') return `${name}: ${CANNOT[one.reason][locale]}`
  const places = one.outcome === 'differs' ? one.at.slice(0, 5).map((path) => path.join('.')) : []
  return `${name}: ${DIFFERS[locale]} ${places.join(', ')}`
}

const SUMMARY = {
  nl: ({ same, differs, cannot }: Counts) => `${same} hetzelfde, ${differs} anders, ${cannot} niet na te rekenen.`,
  en: ({ same, differs, cannot }: Counts) =>
    `${same} the same, ${differs} different, ${cannot} that cannot be replayed.`,
}
interface Counts {
  readonly same: number
  readonly differs: number
  readonly cannot: number
}

const DIFFERS: Text = { nl: 'anders dan vastgelegd:', en: 'differs from the record:' }

const CANNOT: Readonly<Record<(Verification & { readonly outcome: 'cannot' })['reason'], Text>> = {
  'no-record': { nl: 'dit is geen vastgelegd besluit', en: 'this is no record of a decision' },
  'no-snapshot': {
    nl: 'de gegevens ontbreken waarop het advies is gegeven',
    en: 'the snapshot on which the advice was given is absent',
  },
  'other-snapshot': {
    nl: 'dit zijn niet de gegevens waarop het advies is gegeven, of de sleutel is een andere',
    en: 'this is not the snapshot on which the advice was given, or the key is another',
  },
  'rule-set-not-given': {
    nl: 'de regelset van toen is er niet bij: geef die met --rules',
    en: 'the rule set of then is not there: give it with --rules',
  },
  refused: {
    nl: 'deze versie weigert de gegevens of het beleid',
    en: 'this version refuses the snapshot or the policy',
  },
}
