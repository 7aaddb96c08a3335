import type { Locale } from '../../core/snapshot/fact'
import { citationText } from '../text/citation-text'
import { hang, wrap } from '../text/lay-out'
import { type Paint, PLAIN } from '../text/paint'
import { DUTCH } from '../text/words-dutch'
import { ENGLISH } from '../text/words-english'
import type { AssumptionName } from './assumptions'
import type { AssumptionUsed, Saving, SavingsEstimate } from './estimate-savings'
import { decimal, euro } from './euro'
import { SAVINGS_WORDS, type SavingsWords } from './savings-words'

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
