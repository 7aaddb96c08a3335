import type { Locale, Text } from '../../core/snapshot/fact'
import { hang, type Paint, PLAIN, wrap } from '../text/lay-out'
import { citationText } from '../text/sheet'
import { DUTCH } from '../text/words-dutch'
import { ENGLISH } from '../text/words-english'
import type { AssumptionName } from './assumptions'
import type { AssumptionUsed, Saving, SavingsEstimate } from './estimate-savings'

/** `€ 9.152` in Dutch, `€9,152` in English; cents only where there are any. The machine's locale has no say in it. */
export function euro(amount: number, locale: Locale): string {
  const [whole, cents] = amount.toFixed(2).split('.') as [string, string]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'nl' ? '.' : ',')
  const rest = cents === '00' ? '' : `${locale === 'nl' ? ',' : '.'}${cents}`
  return `€${locale === 'nl' ? ' ' : ''}${grouped}${rest}`
}

/** A number that is no amount of money, as people write it. */
export const decimal = (value: number, locale: Locale): string =>
  locale === 'nl' ? String(value).replace('.', ',') : String(value)

/** Everything the page says that the estimate does not. Amounts arrive as people write them. */
export interface SavingsWords {
  readonly title: string
  readonly compared: (wage: string, early: string, usual: string) => string
  readonly headings: Readonly<Record<'wage' | 'replacement' | 'costs' | 'assumptions' | 'caveat', string>>
  readonly month: (from: number, until: number) => string
  readonly phase: (points: string, perMonth: string | undefined) => string
  readonly notInReport: string
  readonly noPhase: string
  readonly whenEffective: string
  readonly perEmployee: (percent: string) => string
  readonly perAssessment: string
  readonly costPerEmployee: string
  readonly setBy: Readonly<Record<AssumptionUsed['setBy'], string>>
  readonly instead: (setBy: string, value: string, source: string) => string
}

export const SAVINGS_WORDS: Readonly<Record<Locale, SavingsWords>> = {
  nl: {
    title: 'Mogelijke besparing door eerder arbeidsdeskundig onderzoek',
    compared: (wage, early, usual) =>
      `Bij een dagloon van ${wage}, met onderzoek na ${early} maanden verzuim in plaats van na ${usual}.`,
    headings: {
      wage: 'Loon',
      replacement: 'Vervanging',
      costs: 'Kosten van het onderzoek',
      assumptions: 'Aannames',
      caveat: 'Let op',
    },
    month: (from, until) => (from === until ? `Maand ${from}` : `Maand ${from} tot en met ${until}`),
    phase: (points, perMonth) => `${points}% van de kosten${perMonth ? `, ${perMonth} per maand` : ''}`,
    notInReport: 'dit gemiddelde geeft het rapport niet',
    noPhase: 'De opbouw is voor het gebruikelijke onderzoek nog niet klaar.',
    whenEffective: 'Als het onderzoek meteen effect heeft',
    perEmployee: (percent) => `Gemiddeld per onderzochte werknemer (${percent}%)`,
    perAssessment: 'Per onderzoek',
    costPerEmployee: 'Gemiddeld per werknemer, met heronderzoek',
    setBy: { report: 'rapport', policy: 'beleid', input: 'invoer' },
    instead: (setBy, value, source) => `uit ${setBy}; het rapport neemt ${value} (${source})`,
  },
  en: {
    title: 'What an earlier labour expert assessment may save',
    compared: (wage, early, usual) =>
      `For a daily wage of ${wage}, with an assessment after ${early} months of absence instead of after ${usual}.`,
    headings: {
      wage: 'Wages',
      replacement: 'Replacement',
      costs: 'Costs of the assessment',
      assumptions: 'Assumptions',
      caveat: 'Take note',
    },
    month: (from, until) => (from === until ? `Month ${from}` : `Months ${from} to ${until}`),
    phase: (points, perMonth) => `${points}% of the costs${perMonth ? `, ${perMonth} a month` : ''}`,
    notInReport: 'the report does not give this average',
    noPhase: 'The build-up is not complete before the usual assessment.',
    whenEffective: 'If the assessment has immediate effect',
    perEmployee: (percent) => `On average per employee assessed (${percent}%)`,
    perAssessment: 'Per assessment',
    costPerEmployee: 'On average per employee, with reassessment',
    setBy: { report: 'report', policy: 'policy', input: 'input' },
    instead: (setBy, value, source) => `from ${setBy}; the report takes ${value} (${source})`,
  },
}

/** The widths of a table's first two columns; amounts of six figures still line up. */
const LABEL = 46
const AMOUNT = 12

const BASIS_WORDS = { nl: DUTCH.basis, en: ENGLISH.basis } as const

interface Page {
  readonly estimate: SavingsEstimate
  readonly words: SavingsWords
  readonly locale: Locale
  readonly paint: Paint
}

/** The estimate as people read it, at most 100 columns wide, with its caveat. Pure: `paint` alone knows of terminals. */
export function renderSavings(
  estimate: SavingsEstimate,
  options: { readonly locale: Locale; readonly paint?: Paint },
): string {
  const { locale, paint = PLAIN } = options
  const words = SAVINGS_WORDS[locale]
  const page: Page = { estimate, words, locale, paint }
  const { costs, dailyWage } = estimate
  const [early, usual] = [assumed(page, 'assessmentAfterMonths'), assumed(page, 'usualAfterMonths')]
  const lines = [
    paint.bold(words.title),
    ...wrap(words.compared(euro(dailyWage, locale), early, usual)),
    ...section(page, 'wage', savingLines(estimate.wage, page)),
    ...section(page, 'replacement', savingLines(estimate.replacement, page, words.notInReport)),
    ...section(page, 'costs', [
      row(words.perAssessment, euro(costs.perAssessment, locale)),
      row(words.costPerEmployee, euro(costs.perEmployee, locale)),
    ]),
    ...section(
      page,
      'assumptions',
      estimate.assumptions.flatMap((assumption) => assumptionLines(assumption, page)),
    ),
    ...section(page, 'caveat', hang('', estimate.caveat, 2)),
  ]
  return `${lines.join('\n')}\n`
}

function savingLines({ phases, whenEffective, perEmployee }: Saving, page: Page, remark = ''): string[] {
  const { words, locale, paint } = page
  return [
    ...phases.map(({ fromMonth, untilMonth, points, perMonth, amount }) =>
      row(
        words.month(fromMonth, untilMonth),
        euro(amount, locale),
        words.phase(decimal(points, locale), fromMonth === untilMonth ? undefined : euro(perMonth, locale)),
      ),
    ),
    ...(phases.length === 0 ? hang('', words.noPhase, 2) : []),
    paint.bold(row(words.whenEffective, euro(whenEffective, locale))),
    paint.bold(row(words.perEmployee(assumed(page, 'immediatelyEffective')), euro(perEmployee, locale), remark)),
  ]
}

function assumptionLines(
  { label, value, unit, setBy, basis, source, note, ...rest }: AssumptionUsed,
  page: Page,
): string[] {
  const { words, locale, paint } = page
  const cited = `${citationText([source])}, ${BASIS_WORDS[locale][basis]}`
  const origin = setBy === 'report' ? cited : words.instead(words.setBy[setBy], decimal(rest.default, locale), cited)
  return [
    ...hang('- ', `${label}: ${decimal(value, locale)} ${unit} (${origin})`, 2),
    ...(note === undefined ? [] : hang('', note, 4).map(paint.dim)),
  ]
}

const row = (label: string, amount: string, how = ''): string =>
  `  ${label.padEnd(LABEL)}${amount.padStart(AMOUNT)}${how === '' ? '' : `   ${how}`}`

const section = (
  { words, paint }: Page,
  heading: keyof SavingsWords['headings'],
  lines: readonly string[],
): string[] => ['', paint.bold(words.headings[heading]), ...lines]

const assumed = ({ estimate, locale }: Page, wanted: AssumptionName): string =>
  decimal(estimate.assumptions.find(({ name }) => name === wanted)?.value ?? 0, locale)

/** What every estimate says of itself (cahier-32 4.2.1). */
export const CAVEAT: Text = {
  nl: 'Dit is een rekenvoorbeeld en geen voorspelling. Het rust op één dossierstudie zonder controlegroep, die niet meeneemt welke klachten er waren en waarom het onderzoek vroeg was. Cahier 32 vindt de gegevens zelf te mager voor een businesscase; de kosten zijn niet van de besparingen afgetrokken, en die op loon en op vervanging telt het rapport niet bij elkaar op.',
  en: 'This is a worked example and not a forecast. It rests on one file study without a control group, which does not take into account which complaints there were and why the assessment was early. Cahier 32 itself finds the data too thin for a business case; the costs are not taken off the savings, and the report does not add those on wages and on replacement together.',
}
