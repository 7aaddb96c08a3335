import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stdout } from 'node:process'
import { type Command, Option } from 'commander'
import { type Scaffolded, scaffoldFixtures } from '../authoring/scaffold/scaffold-fixtures'
import { nearestName } from '../core/issue/issue'
import { shippedRuleSet } from '../core/rules/bundled'
import { quote } from '../core/rules/finding'
import type { Rule, RuleSet } from '../core/rules/rule-set'
import { LOCALES, type Locale } from '../core/snapshot/fact'
import { DEFAULT_FIXTURES, fixturesIn } from './fixtures-in'
import { day } from './option-values'
import { jsonText, Refusal, unwritable } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface FixturesFlags extends RulesFlags {
  readonly dir: string
  readonly on?: string
  readonly locale: Locale
}

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
    .addOption(new Option('--locale <locale>', 'the language of messages').choices(LOCALES).default('nl'))
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runFixturesCommand)
}

async function runFixturesCommand(ids: readonly string[], flags: FixturesFlags): Promise<void> {
  const ruleSet = (await rulesOf(flags, flags.locale)) ?? shippedRuleSet()
  const rules = rulesNamed(ids, ruleSet, flags.locale)
  const present = existsSync(flags.dir) ? fixturesIn(flags.dir) : []
  const scaffolded = scaffoldFixtures(rules, ruleSet, present, flags.on)
  writeFixtures(flags.dir, scaffolded, flags.locale)
  const words = WORDS[flags.locale]
  const { written, unshown } = scaffolded
  const told = [
    ...written.map(({ path }) => `${path}.json`),
    words.written(written.length, flags.dir),
    ...(unshown.length > 0 ? [words.byHand, ...unshown.map((text) => `  ${text}`)] : []),
  ]
  stdout.write(`${told.join('\n')}\n`)
}

function rulesNamed(ids: readonly string[], { rules }: RuleSet, locale: Locale): readonly Rule[] {
  const names = rules.map(({ id }) => id)
  const strangers = ids.filter((id) => !names.includes(id))
  if (strangers.length === 0) return rules.filter(({ id }) => ids.includes(id))
  throw new Refusal(
    strangers.map((id) => {
      const nearest = nearestName(id, names)
      return {
        code: 'unknown-rule',
        path: [],
        message: WORDS[locale].noRule(quote(id), nearest),
        ...(nearest && { nearest }),
      }
    }),
  )
}

function writeFixtures(directory: string, { written }: Scaffolded, locale: Locale): void {
  for (const { path, document } of written) {
    const file = join(directory, `${path}.json`)
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, jsonText(document), { flag: 'wx' })
    } catch (error) {
      throw unwritable(error, file, locale)
    }
  }
}

const WORDS = {
  nl: {
    written: (count: number, folder: string) =>
      `${count} geschreven in ${folder}${count > 0 ? ', voor een mens om te bevestigen' : ''}`,
    byHand: 'schrijf deze met de hand, er is geen geval gevonden:',
    noRule: (id: string, nearest?: string) => `er is geen regel ${id}${nearest ? `; de naaste is ${nearest}` : ''}`,
  },
  en: {
    written: (count: number, folder: string) =>
      `${count} written to ${folder}${count > 0 ? ', for a person to confirm' : ''}`,
    byHand: 'write these by hand, no case was found:',
    noRule: (id: string, nearest?: string) => `there is no rule ${id}${nearest ? `; the nearest is ${nearest}` : ''}`,
  },
} as const
