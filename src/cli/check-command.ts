import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { type Command, Option } from 'commander'
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import pc from 'picocolors'
import { version } from '../../package.json'
import { type CheckedRuleSet, checkRuleSet } from '../authoring/check/check-rule-set'
import type { Finding } from '../authoring/check/finding'
import { describeFindings } from '../authoring/check/report-json'
import { toJunit } from '../authoring/check/report-junit'
import { toSarif } from '../authoring/check/report-sarif'
import { type Places, renderFindings } from '../authoring/check/report-text'
import { memo } from '../core/cache'
import { SHIPPED_FILES } from '../core/rules/bundled'
import { LOCALES, type Locale } from '../core/snapshot/fact'
import { day, progress, seconds } from './option-values'
import { type CommandIssue, Findings, inColour, jsonText, Refusal } from './refusal'
import { addBaseOption, readRuleFiles, rulesOf } from './rules-options'

const FORMATS = ['text', 'json', 'sarif', 'junit'] as const

interface CheckFlags {
  readonly base?: readonly string[]
  readonly on?: string
  readonly budget: number
  readonly format: (typeof FORMATS)[number]
  readonly json?: true
  readonly locale: Locale
}

const EXPLANATION = `
What is said of the meaning of a rule is exact, under the defaults of the policy, and comes with a case that
shows it; "verwijswijzer docs" writes a page for each. A finding that is meant to be is accepted in its file, on the
rule, the checklist or the parameter: "accepted": [{ "finding": "rule-subsumed", "reason": "..." }].

Ends with 0 when there is no finding, with 1 when there is one that is not accepted, and with 2 when the
command or the directory cannot be used.`

export function addCheckCommand(program: Command): void {
  const command = program
    .command('check')
    .summary('find what is wrong with a rule set')
    .description('Find what is wrong with a rule set: all that stops it from loading, and a linter of what it means.')
    .argument('[DIR]', 'the directory of the rule set; the bundled one without')
  addBaseOption(command)
    .option('--budget <SECONDS>', 'how long to look at cases; what is not decided by then is named', seconds, 300)
    .option('--on <DATE>', 'a day on which it should be in force, as YYYY-MM-DD', day)
    .addOption(new Option('--format <format>', 'how to tell it').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addHelpText('after', EXPLANATION)
    .action(runCheck)
}

async function runCheck(directory: string | undefined, flags: CheckFlags): Promise<void> {
  const { locale, on } = flags
  const base = await baseOf(flags)
  const read = directory === undefined ? { files: SHIPPED_FILES, issues: [] } : await readRuleFiles(directory, locale)
  const checked =
    read.issues.length > 0
      ? unread(read.issues)
      : checkRuleSet(read.files, {
          ...(base && { base }),
          ...(on !== undefined && { on }),
          proceed: progress(flags.budget, 'questions'),
        })
  const places = directory === undefined ? BUNDLED : placesIn(directory)
  const format = flags.json ? 'json' : flags.format
  if (format === 'json') stdout.write(jsonText(describeFindings(checked, places)))
  else if (format === 'sarif') stdout.write(jsonText(toSarif(checked, { locale, version, places })))
  else if (format === 'junit') stdout.write(toJunit(checked, Object.keys(read.files), { locale, places }))
  else stdout.write(renderFindings(checked, { locale, paint: pc.createColors(inColour()), places }))
  if (checked.findings.length > 0) throw new Findings('findings in a rule set')
}

/** The bundled rule set has no files of its own. */
const BUNDLED: Places = { pathOf: (file) => file, positionOf: () => undefined }

const baseOf = async ({ base, locale }: CheckFlags) => {
  const [rules, ...earlier] = [...(base ?? [])].reverse()
  return rules === undefined ? undefined : rulesOf({ rules, base: earlier.reverse() }, locale)
}

/** A file that is no JSON is a finding like any other; one that may not be read is not. */
function unread(issues: readonly CommandIssue[]): CheckedRuleSet {
  if (issues.some(({ code }) => code === 'unreadable-input')) throw new Refusal(issues)
  return { undecided: [], findings: issues.map(refused), accepted: [], ruleSet: undefined }
}

const refused = ({ code, file, path, message }: CommandIssue): Finding => ({
  code: code as Finding['code'],
  level: 'error',
  file: file ?? '',
  pointer: '',
  path,
  message: { nl: message, en: message },
})

/** Where things stand in the files of a directory: of a key that is absent, what should hold it. */
function placesIn(directory: string): Places {
  const read = memo((file: string): { readonly text: string; readonly tree: Node | undefined } => {
    const text = textOf(join(directory, file))
    return { text, tree: treeOf(text) }
  })
  return {
    // A report is read on other systems too.
    pathOf: (file) => join(directory, file).replaceAll('\\', '/'),
    positionOf: ({ file, path }) => {
      const { text, tree } = read(file)
      const node = tree && nearest(tree, path)
      if (!node) return undefined
      const before = text.slice(0, node.offset).split('\n')
      return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    },
  }
}

/** Of a text that is nested deeper than can be read there is no tree, and its faults stand at the file. */
function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function nearest(tree: Node, path: readonly (string | number)[]): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

/** A file that is not there has no lines. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
