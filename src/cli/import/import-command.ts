import { createReadStream, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { stderr, stdin, stdout } from 'node:process'
import { type Command, Option } from 'commander'
import { TriageError } from '../../core/issue/issue'
import { LOCALES, type Locale } from '../../core/snapshot/fact'
import { type ImportOptions, type ImportReport, type MappedAbsence, mapAbsence } from '../../interop/hr/map-absence'
import {
  type AbsenceProfile,
  absenceProfile,
  checkedProfile,
  END_MEANS,
  type EndMeans,
  PROFILE_NAMES,
} from '../../interop/hr/profile'
import { IMPORT_CHANGES } from '../../interop/hr/reports-in'
import { caseDay, today } from '../option-values'
import { writePrivate } from '../private-file'
import { readFile, STANDARD_INPUT, unreadable } from '../read-input'
import { Findings, issueLine, jsonText, Refusal, refuse, refuseFile, unwritable } from '../refusal'
import { csvRows, type FileRows, jsonRows, xmlRows } from './file-rows'
import { IMPORT_TEXTS } from './import-texts'

/** Row numbers on a line; the whole list is in the JSON. */
const MOST_NUMBERS = 10

/** The report for people: a line for each thing, with rows and without values. */
function reportText(report: ImportReport, file: string, locale: Locale): string {
  const { rows, cases, excluded, changes, dropped, asks, presumed, issues } = report
  const lines = [
    IMPORT_TEXTS.counts[locale]({ ...rows, cases: cases.length }),
    ...issues.map((issue) => {
      const column = issue.path.find((step) => typeof step === 'string')
      const path = column === undefined ? [] : [column]
      return issueLine({ ...issue, path, file: [file, rowsText(issue.rows, locale)].filter(Boolean).join(': ') })
    }),
    ...excluded.map(({ code, rows }) => `${rowsText(rows, locale)}: ${IMPORT_TEXTS.excluded[code][locale]} [${code}]`),
    ...changes.map(({ code, rows }) => `${rowsText(rows, locale)}: ${IMPORT_CHANGES[code][locale]} [${code}]`),
    ...asks.map(({ fact, rows }) => `${rowsText(rows, locale)}: ${IMPORT_TEXTS.ask[locale]({ fact })}`),
    ...dropped.map(
      ({ kind, rows }) =>
        `${IMPORT_TEXTS.droppedKinds[kind][locale]}: ${IMPORT_TEXTS.dropped[locale]({ count: rows })}`,
    ),
    ...presumed.map((text) => `${IMPORT_TEXTS.presumed[locale]}: ${text}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function rowsText(rows: readonly number[], locale: Locale): string {
  if (rows.length === 0) return ''
  const rest = rows.length - MOST_NUMBERS
  const shown = rows.slice(0, MOST_NUMBERS).join(', ')
  return `${IMPORT_TEXTS.rows[locale]} ${shown}${rest > 0 ? ` ${IMPORT_TEXTS.more[locale]({ count: rest })}` : ''}`
}

function writeOut(file: string, text: string, locale: Locale): void {
  try {
    writePrivate(file, text)
  } catch (error) {
    throw unwritable(error, file, locale)
  }
}

const FORMATS = ['xml', 'json', 'csv'] as const
type Format = (typeof FORMATS)[number]

interface ImportFlags {
  readonly profile: string
  readonly format?: Format
  readonly encoding?: Encoding
  readonly asOf: string
  readonly historyFrom?: string
  readonly complete?: true
  readonly endMeans?: EndMeans
  readonly key?: string
  readonly out?: string
  readonly report?: string
  readonly json?: true
  readonly locale: Locale
}

const EXPLANATION = `
Profiles: ${PROFILE_NAMES.join(', ')}, or a JSON file with a profile of your own.

A snapshot a line out, one an employment, for verwijswijzer batch. The report of what was mapped, changed and
dropped goes to standard error, or as JSON to --report: with row numbers, and without a value of any row. Causes,
free text, which safety net it is, names and numbers of people are never taken over.

Files are readable by their owner only. Without --key the snapshots have no case ids: the report tells their rows.

Ends with 0; with 1 when something was wrong with a row, which the report tells; with 2 when nothing was imported.`

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .summary('make snapshots of the absence data of an HR system')
    .description('Make snapshots of the absence data of an HR system: a line for each employment.')
    .argument('<FILE|->', 'CSV, JSON or XML, or - for standard input')
    .requiredOption('--profile <NAME|FILE>', 'how the file is read')
    .addOption(new Option('--format <format>', 'what the file holds, where its name does not say').choices(FORMATS))
    .addOption(new Option('--encoding <encoding>', 'how its text is written, where it does not say').choices(ENCODINGS))
    .option('--as-of <DAY>', 'the day on which the cases are looked at', caseDay, today())
    .option('--history-from <DAY>', 'every report since this day is in the file', caseDay)
    .option('--complete', 'every report that there ever was is in the file')
    .addOption(new Option('--end-means <meaning>', 'what an end date means in this source').choices(END_MEANS))
    .option('--key <FILE>', 'a secret of at least 16 bytes, with which case ids are made')
    .option('--out <FILE>', 'where the snapshots go, in place of standard output')
    .option('--report <FILE>', 'where the report goes as JSON, in place of standard error')
    .option('--json', 'print the report, or what is wrong, as one JSON document on standard output; needs --out')
    .addOption(new Option('--locale <locale>', 'the language of messages').choices(LOCALES).default('nl'))
    .addHelpText('after', EXPLANATION)
    .action(runImport)
}

async function runImport(source: string, flags: ImportFlags): Promise<void> {
  const { out, report: reportFile, json, locale } = flags
  if (json && (out === undefined || out === STANDARD_INPUT))
    throw refuse('bad-usage', IMPORT_TEXTS.jsonNeedsOut[locale])
  refuseSameFile([source, out, reportFile], locale)
  const profile = await profileOf(flags.profile, locale)
  const key = flags.key === undefined ? undefined : await readKey(flags.key, locale)
  const read = rowsIn(await readSource(source, flags.encoding, locale), source, profile, flags)
  if (!read.ok) throw refuseFile(source, read.issues)
  const { snapshots, report: mapped } = mappedRows(read.rows, profile, flags, key)
  const report: ImportReport = { ...mapped, issues: [...read.issues, ...mapped.issues] }
  const lines = snapshots.map((snapshot) => `${JSON.stringify(snapshot)}\n`).join('')
  if (out === undefined || out === STANDARD_INPUT) stdout.write(lines)
  else writeOut(out, lines, locale)
  if (reportFile !== undefined) writeOut(reportFile, jsonText(report), locale)
  if (json) stdout.write(jsonText(report))
  else if (reportFile === undefined) stderr.write(reportText(report, source, locale))
  if (report.issues.length > 0) throw new Findings('rows with something wrong')
}

function mappedRows(
  rows: readonly unknown[],
  profile: AbsenceProfile,
  flags: ImportFlags,
  key: Uint8Array | undefined,
): MappedAbsence {
  const { asOf, historyFrom, complete, endMeans, locale } = flags
  const options: ImportOptions = {
    asOf,
    locale,
    ...(historyFrom !== undefined && { historyFrom }),
    ...(complete && { complete }),
    ...(endMeans && { endMeans }),
    ...(key && { key }),
  }
  try {
    return mapAbsence(rows, profile, options)
  } catch (error) {
    throw error instanceof TriageError ? new Refusal(error.issues) : error
  }
}

function rowsIn(text: string, source: string, profile: AbsenceProfile, { format, locale }: ImportFlags): FileRows {
  const byName = FORMATS.find((known) => extname(source).toLowerCase() === `.${known}`)
  const reader = { xml: xmlRows, json: jsonRows, csv: csvRows }[format ?? byName ?? profile.format]
  return reader(text, profile, locale)
}

async function profileOf(name: string, locale: Locale): Promise<AbsenceProfile> {
  const shipped = PROFILE_NAMES.find((known) => known === name)
  if (shipped) return absenceProfile(shipped)
  if (extname(name).toLowerCase() !== '.json')
    throw refuse('bad-usage', IMPORT_TEXTS.unknownProfile[locale].replace('{names}', PROFILE_NAMES.join(', ')))
  try {
    return checkedProfile(await readFile(name, locale))
  } catch (error) {
    throw error instanceof TriageError ? refuseFile(name, error.issues) : error
  }
}

/** A file that is read is not written over, nor one output by the other. */
function refuseSameFile(files: readonly (string | undefined)[], locale: Locale): void {
  const seen = new Set<string>()
  for (const file of files) {
    if (file === undefined || file === STANDARD_INPUT) continue
    const found = statSync(file, { throwIfNoEntry: false })
    const id = found ? `${found.dev}:${found.ino}` : file
    if (found?.isCharacterDevice()) continue
    if (seen.has(id)) throw refuse('bad-usage', IMPORT_TEXTS.isInput[locale], file)
    seen.add(id)
  }
}

/** What is read into memory at most: some hundred thousand rows. */
const MOST_BYTES = 200_000_000

const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le'] as const
type Encoding = (typeof ENCODINGS)[number]

/** The text of a file, or of standard input for `-`. Throws a Refusal that names the file. */
async function readSource(source: string, encoding: Encoding | undefined, locale: Locale): Promise<string> {
  const bytes = await readBytes(source, locale)
  const label = encoding ?? declared(bytes)
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw refuse('malformed-text', IMPORT_TEXTS.notText[locale].replace('{encoding}', label), source)
  }
}

/** The secret that case ids are made with; a line end that an editor left is no part of it. */
async function readKey(file: string, locale: Locale): Promise<Uint8Array> {
  const bytes = await readBytes(file, locale)
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1
  if (end < 16) throw refuse('out-of-range', IMPORT_TEXTS.shortKey[locale], file)
  return bytes.subarray(0, end)
}

async function readBytes(source: string, locale: Locale): Promise<Buffer> {
  const tooLarge = () => refuse('too-large', IMPORT_TEXTS.tooLarge[locale], source)
  try {
    const isStandard = source === STANDARD_INPUT
    const found = isStandard ? undefined : await stat(source)
    if (found?.isFile() && found.size > MOST_BYTES) throw tooLarge()
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of isStandard ? stdin : createReadStream(source)) {
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof Error && 'issues' in error) throw error
    throw unreadable(error, source, locale)
  }
}

/** What an XML declaration says; older messages are not in UTF-8. All that is read of them is the same in each. */
function declared(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  const head = bytes.subarray(0, 200).toString('latin1')
  const name = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9_-]{1,40})["']/.exec(head)?.[1]?.toLowerCase()
  return ENCODINGS.find((known) => known === name) ?? 'utf-8'
}
