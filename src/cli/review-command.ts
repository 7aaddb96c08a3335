import { existsSync } from 'node:fs'
import { stdout } from 'node:process'
import { type Command, Option } from 'commander'
import { reviewPage } from '../authoring/review/review-page'
import { nearestName } from '../core/issue/issue'
import { shippedRuleSet } from '../core/rules/bundled'
import { quote } from '../core/rules/finding'
import type { Checklist, RuleSet } from '../core/rules/rule-set'
import { LOCALES, type Locale, type Text } from '../core/snapshot/fact'
import { writePages } from './docs-command'
import { DEFAULT_FIXTURES, fixturesIn } from './fixtures-in'
import { Refusal } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface ReviewFlags extends RulesFlags {
  readonly out: string
  readonly fixtures: string
  readonly locale: Locale
}

const EXPLANATION = `
One HTML document a checklist, to print or to send: each rule as sentences, with its sources, two or three cases with
the advice on them, and room to agree, to change or to remark. Cases come from the fixtures, and are worked out where
no fixture is about a rule. Record what came back with "verwijswijzer approve".`

export function addReviewCommand(program: Command): void {
  const command = program
    .command('review')
    .summary('write checklists on paper, for labour experts to review')
    .description(
      'Write one document a checklist, by which a labour expert can review its rules without any other tool.',
    )
    .argument('[CHECKLIST...]', 'the ids of checklists; all of them without')
    .option('--out <DIR>', 'the directory of the documents', 'review')
    .option('--fixtures <DIR>', 'the fixtures to tell cases from', DEFAULT_FIXTURES)
    .addOption(new Option('--locale <locale>', 'the language of the documents').choices(LOCALES).default('nl'))
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runReview)
}

async function runReview(ids: readonly string[], { out, fixtures, locale, ...rules }: ReviewFlags): Promise<void> {
  const ruleSet = (await rulesOf(rules, locale)) ?? shippedRuleSet()
  const checklists = checklistsNamed(ids, ruleSet, locale)
  const cases = existsSync(fixtures) ? fixturesIn(fixtures) : []
  const pages = new Map(checklists.map((one) => [`${one.id}.html`, reviewPage(one, ruleSet, cases, locale)]))
  await writePages(out, pages, locale)
  stdout.write(`${[...pages.keys()].map((name) => `${out}/${name}`).join('\n')}\n`)
}

function checklistsNamed(ids: readonly string[], { checklists }: RuleSet, locale: Locale): readonly Checklist[] {
  if (ids.length === 0) return checklists
  const names = checklists.map(({ id }) => id)
  const strangers = ids.filter((id) => !names.includes(id))
  if (strangers.length === 0) return checklists.filter(({ id }) => ids.includes(id))
  throw new Refusal(
    strangers.map((id) => {
      const nearest = nearestName(id, names)
      const said: Text = {
        nl: `er is geen checklist ${quote(id)}${nearest ? `; de naaste is ${nearest}` : ''}. Kies uit: ${names.join(', ')}`,
        en: `there is no checklist ${quote(id)}${nearest ? `; the nearest is ${nearest}` : ''}. Choose from: ${names.join(', ')}`,
      }
      return { code: 'bad-usage', path: [], message: said[locale] }
    }),
  )
}
