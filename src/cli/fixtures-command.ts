import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stdout } from 'node:process'
import { type Command, InvalidArgumentError } from 'commander'
import { type Scaffolded, scaffoldFixtures } from '../authoring/scaffold/scaffold-fixtures'
import { parseDay } from '../core/calendar/day'
import { nearestName } from '../core/issue/nearest-name'
import { shippedRuleSet } from '../core/rules/bundled'
import { quote } from '../core/rules/finding'
import type { Rule, RuleSet } from '../core/rules/rule-set'
import type { Locale } from '../core/snapshot/fact'
import { DEFAULT_FIXTURES, fixturesIn } from './fixtures-in'
import { jsonText, Refusal, unwritable } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface FixturesFlags extends RulesFlags {
  readonly dir: string
  readonly on?: string
}

/** Of messages: those who keep rules read what the loader says of them, which is English too. */
const LOCALE: Locale = 'en'

const EXPLANATION = `
For each rule: a case on either side of every mark and window, and cases in which each comparison decides the rule
on its own, as true, as false and as not known. What a fixture in DIR shows already is not written again. What is
expected is what the advice says now, and is marked as generated until a person has confirmed it. Nothing is
overwritten.`

export function addFixturesCommand(program: Command): void {
  const command = program
    .command('fixtures')
    .summary('write the fixtures that rules lack')
    .description('Write the fixtures that rules lack, for a person to confirm.')
    .argument('<RULE...>', 'the ids of rules, as checklist/name')
    .option('--dir <DIR>', 'the directory of the fixtures', DEFAULT_FIXTURES)
    .option('--on <DATE>', 'the day of the cases; by default the first day on which the rule set is valid', day)
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runFixturesCommand)
}

async function runFixturesCommand(ids: readonly string[], flags: FixturesFlags): Promise<void> {
  const ruleSet = (await rulesOf(flags, LOCALE)) ?? shippedRuleSet()
  const rules = rulesNamed(ids, ruleSet)
  const present = existsSync(flags.dir) ? fixturesIn(flags.dir) : []
  const scaffolded = scaffoldFixtures(rules, ruleSet, present, flags.on)
  writeFixtures(flags.dir, scaffolded)
  const { written, unshown } = scaffolded
  const told = [
    ...written.map(({ path }) => `${path}.json`),
    `${written.length} written to ${flags.dir}${written.length > 0 ? ', for a person to confirm' : ''}`,
    ...(unshown.length > 0 ? ['write these by hand, no case was found:', ...unshown.map((text) => `  ${text}`)] : []),
  ]
  stdout.write(`${told.join('\n')}\n`)
}

function rulesNamed(ids: readonly string[], { rules }: RuleSet): readonly Rule[] {
  const names = rules.map(({ id }) => id)
  const strangers = ids.filter((id) => !names.includes(id))
  if (strangers.length === 0) return rules.filter(({ id }) => ids.includes(id))
  throw new Refusal(
    strangers.map((id) => {
      const nearest = nearestName(id, names)
      const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
      return {
        code: 'unknown-rule',
        path: [],
        message: `there is no rule ${quote(id)}${hint}`,
        ...(nearest && { nearest }),
      }
    }),
  )
}

function writeFixtures(directory: string, { written }: Scaffolded): void {
  for (const { path, document } of written) {
    const file = join(directory, `${path}.json`)
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, jsonText(document), { flag: 'wx' })
    } catch (error) {
      throw unwritable(error, file, LOCALE)
    }
  }
}

function day(text: string): string {
  if (parseDay(text) === undefined) throw new InvalidArgumentError('give a day as YYYY-MM-DD')
  return text
}
