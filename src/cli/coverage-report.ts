import { closeSync, openSync, writeFileSync } from 'node:fs'
import { stdout } from 'node:process'
import { type Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { type Coverage, coverageOf, shortOf } from '../authoring/coverage/coverage'
import { coverageHtml, renderCoverage } from '../authoring/coverage/coverage-report'
import type { Fixture } from '../authoring/testing/fixture'
import type { RuleSet } from '../core/rules/rule-set'
import type { Locale } from '../core/snapshot/fact'
import { inColour, jsonText, unwritable } from './refusal'
import { baseOf, type RulesFlags } from './rules-options'

/** A percentage as an option takes it. */
export function percentage(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 100)) throw new InvalidArgumentError('give a number from 0 to 100')
  return value
}

/** How a command that runs fixtures also tells what they cover. */
export interface CoverageFlags extends RulesFlags {
  readonly coverage?: true
  readonly coverageJson?: string
  readonly coverageHtml?: string
  readonly min?: number
}

export const addCoverageOptions = (command: Command): Command =>
  command
    .option('--coverage', 'tell what the fixtures show of each rule, condition, service, hold and waiver')
    .option('--coverage-json <FILE>', 'write that as JSON')
    .option('--coverage-html <FILE>', 'write that as one page')
    .option('--min <N>', 'end with 1 when less than this percentage of some kind is covered', percentage)

/** Undefined when no option asks for it. */
export async function measureCoverage(
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  flags: CoverageFlags,
  locale: Locale,
): Promise<Coverage | undefined> {
  const asked = [flags.coverage, flags.coverageJson, flags.coverageHtml, flags.min].some((flag) => flag !== undefined)
  for (const file of [flags.coverageJson, flags.coverageHtml]) if (file !== undefined) writable(file, locale)
  return asked ? coverageOf(ruleSet, fixtures, {}, await baseOf(ruleSet, flags, locale)) : undefined
}

/** Measuring takes long: a place that cannot be written is told before. */
function writable(file: string, locale: Locale): void {
  try {
    closeSync(openSync(file, 'a'))
  } catch (error) {
    throw unwritable(error, file, locale)
  }
}

/** Writes the files that were asked for and, unless standard output is for JSON, prints the rest. */
export function reportCoverage(
  coverage: Coverage,
  ruleSet: RuleSet,
  flags: CoverageFlags,
  json: boolean,
  locale: Locale,
): void {
  if (!json) stdout.write(`\n${renderCoverage(coverage, flags.min, pc.createColors(inColour()), locale)}`)
  const pages = [
    [flags.coverageJson, () => jsonText(coverage)],
    [flags.coverageHtml, () => coverageHtml(coverage, { locale, ruleSet })],
  ] as const
  for (const [file, write] of pages) {
    if (file === undefined) continue
    try {
      writeFileSync(file, write())
    } catch (error) {
      throw unwritable(error, file, locale)
    }
  }
}

export const isShort = (coverage: Coverage, { min }: CoverageFlags): boolean =>
  min !== undefined && shortOf(coverage, min).length > 0
