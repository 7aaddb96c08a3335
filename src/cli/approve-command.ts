import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ruleDigest } from '../authoring/review/rule-digest'
import { editText } from '../authoring/testing/edit-text'
import { nearestName } from '../core/issue/issue'
import { APPROVERS, type Approval, type Approver } from '../core/rules/approvals-document'
import { quote } from '../core/rules/finding'
import type { Rule, RuleSet } from '../core/rules/rule-set'
import { LOCALES, type Locale, type Text } from '../core/snapshot/fact'
import { day } from './option-values'
import { jsonText, Refusal, refuse, unwritable } from './refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from './rules-options'

interface ApproveFlags extends RulesFlags {
  readonly as: Approval['by']
  readonly on: string
  readonly remark?: string
  readonly locale: Locale
}

const FILE = 'approvals.json'

const EXPLANATION = `
Writes ${FILE} in the directory of the rule set: the rule, the mark of what it says now, who approves by role and
pseudonym (no names), the day and a remark. If the rule is changed after that, "verwijswijzer check" says so. A
checklist stands for all of its rules.`

export function addApproveCommand(program: Command): void {
  const command = program
    .command('approve')
    .summary('record who approves of which rules')
    .description('Record that somebody who answers for rules approves of them as they are now.')
    .argument('<RULE...>', 'the ids of rules, or of checklists')
    .requiredOption('--as <ROLE:PSEUDONYM>', `who approves; a role is one of ${APPROVERS.join(', ')}`, approver)
    .requiredOption('--on <DATE>', 'the day of the approval, as YYYY-MM-DD', day)
    .option('--remark <TEXT>', 'what was remarked with it')
    .addOption(new Option('--locale <locale>', 'the language of messages').choices(LOCALES).default('nl'))
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runApprove)
}

async function runApprove(
  ids: readonly string[],
  { as: by, on, remark, locale, ...flags }: ApproveFlags,
): Promise<void> {
  if (flags.rules === undefined) throw refuse('bad-usage', NO_DIRECTORY[locale])
  const ruleSet = (await rulesOf(flags, locale)) as RuleSet
  const approvals = rulesNamed(ids, ruleSet, locale).map((rule) => ({
    rule: rule.id,
    digest: ruleDigest(rule, ruleSet),
    by,
    on,
    ...(remark === undefined ? {} : { remark }),
  }))
  const file = join(flags.rules, FILE)
  const present = existsSync(file) ? readFileSync(file, 'utf8') : jsonText({ approvals: [] })
  const old = (JSON.parse(present.replace(/^\uFEFF/, '')) as { readonly approvals: readonly Approval[] }).approvals
  const told = new Set(old.map((one) => JSON.stringify(one)))
  const added = approvals.filter((one) => !told.has(JSON.stringify(one)))
  try {
    writeFileSync(file, editText(FILE, present, [{ path: ['approvals'], from: old, to: [...old, ...added] }]))
  } catch (error) {
    throw unwritable(error, file, locale)
  }
  const lines = added.map(({ rule, digest }) => `${rule} ${digest}\n`)
  stdout.write(`${lines.join('')}${COUNT[locale].replace('{count}', String(added.length)).replace('{file}', file)}\n`)
}

const NO_DIRECTORY: Text = {
  nl: 'geef met --rules de map van uw regelset: in de meegeleverde regels kan niets worden vastgelegd',
  en: 'give the directory of your rule set with --rules: nothing can be recorded in the bundled rules',
}
const COUNT: Text = {
  nl: '{count} keer instemming vastgelegd in {file}',
  en: '{count} approvals recorded in {file}',
}

function rulesNamed(ids: readonly string[], { rules, checklists }: RuleSet, locale: Locale): readonly Rule[] {
  const names = [...rules.map(({ id }) => id), ...checklists.map(({ id }) => id)]
  const strangers = ids.filter((id) => !names.includes(id))
  if (strangers.length === 0) return rules.filter(({ id, checklist }) => ids.includes(id) || ids.includes(checklist))
  throw new Refusal(
    strangers.map((id) => {
      const nearest = nearestName(id, names)
      const said: Text = {
        nl: `er is geen regel of checklist ${quote(id)}${nearest ? `; de naaste is ${nearest}` : ''}`,
        en: `there is no rule or checklist ${quote(id)}${nearest ? `; the nearest is ${nearest}` : ''}`,
      }
      return { code: 'unknown-rule', path: [], message: said[locale], ...(nearest && { nearest }) }
    }),
  )
}

function approver(text: string): Approval['by'] {
  const [role = '', pseudonym = ''] = text.split(':')
  if (!(APPROVERS as readonly string[]).includes(role) || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(pseudonym))
    throw new InvalidArgumentError('give a role and a pseudonym, such as labour-expert:ad-7')
  return { role: role as Approver, pseudonym }
}
