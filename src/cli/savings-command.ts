import { stdout } from 'node:process'
import { type Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { TriageError } from '../core/issue/issue'
import { LOCALES, type Locale } from '../core/snapshot/fact'
import { estimateSavings, type SavingsEstimate } from '../reports/savings/estimate-savings'
import type { SavingsInput, SavingsOptions } from '../reports/savings/read-savings'
import { renderSavings } from '../reports/savings/savings-text'
import { readFile } from './read-input'
import { type CommandIssue, inColour, jsonText, Refusal } from './refusal'

interface SavingsFlags {
  readonly dailyWage: number
  readonly replacement?: number
  readonly policy?: string
  readonly json?: true
  readonly locale: Locale
}

const EXPLANATION = `
Reproduces the worked example of AKC Cahier 32, 4.2.2, for another wage. Its numbers come from one file
study without a control group. Amounts are in EUR per working day: 176, 176.50 or 176,50.

An organisation's own assumptions go in a JSON file: { "savings.assessmentCost": 1200 }.`

export function addSavingsCommand(program: Command): void {
  program
    .command('savings')
    .summary('estimate what an earlier assessment may save')
    .description('Estimate what a labour expert assessment earlier than around week 52 may save an employer.')
    .requiredOption('--daily-wage <EUR>', 'the wage per working day', amount)
    .option('--replacement <EUR>', 'what replacing the employee costs per working day (200 in the report)', amount)
    .option('--policy <FILE>', "a JSON file with the organisation's own assumptions, by name")
    .option('--json', 'print the estimate, or what is wrong, as one JSON document on standard output')
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addHelpText('after', EXPLANATION)
    .action(runSavings)
}

async function runSavings({ dailyWage, replacement, policy, json, locale }: SavingsFlags): Promise<void> {
  const own = policy === undefined ? undefined : await readFile(policy, locale)
  const input = { dailyWage, ...(replacement !== undefined && { replacementCostPerDay: replacement }) }
  // The shape of the policy is for the library to judge, as that of every other input.
  const options = { locale, ...(own !== undefined && { policy: own as NonNullable<SavingsOptions['policy']> }) }
  const estimate = estimated(input, options, policy)
  stdout.write(json ? jsonText(estimate) : renderSavings(estimate, { locale, paint: pc.createColors(inColour()) }))
}

function estimated(input: SavingsInput, options: SavingsOptions, policy: string | undefined): SavingsEstimate {
  try {
    return estimateSavings(input, options)
  } catch (error) {
    if (!(error instanceof TriageError)) throw error
    throw new Refusal(error.issues.map((issue) => placed(issue, policy)))
  }
}

/** The place as the command line knows it: a flag, or a name in the policy file. */
function placed(issue: CommandIssue, policy: string | undefined): CommandIssue {
  const [first, second, ...path] = issue.path
  if (first === 'options' && second === 'policy' && policy !== undefined) return { ...issue, file: policy, path }
  const flag = { dailyWage: '--daily-wage', replacementCostPerDay: '--replacement' }[String(first)]
  return flag === undefined ? issue : { ...issue, path: [flag] }
}

/** Three decimals would more likely be a thousand than a tenth of a cent. */
function amount(text: string): number {
  if (!/^-?\d{1,9}([.,]\d{1,2})?$/.test(text)) throw new InvalidArgumentError('give an amount such as 176 or 176.50')
  return Number(text.replace(',', '.'))
}
