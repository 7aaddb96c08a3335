import type { Paint } from '../../reports/text/paint'
import { type Coverage, type CoverageItem, type KindCoverage, shortOf } from './coverage'
import { KIND_TITLES } from './coverage-words'

/** For people: a line a kind, and what is missing by name. */
export function renderCoverage(coverage: Coverage, least: number | undefined, paint: Paint): string {
  const { kinds, fixtures, unconfirmed, refused } = coverage
  const missing = kinds.flatMap((kind) => missingLines(kind, paint))
  const short = least === undefined ? [] : shortOf(coverage, least)
  return `${[
    paint.bold(`coverage of ${coverage.ruleSet.id} ${coverage.ruleSet.version} by ${counted(fixtures, 'fixture')}`),
    ...kinds.map((kind) => kindLine(kind, paint)),
    ...(unconfirmed.length > 0
      ? [paint.yellow(`${counted(unconfirmed.length, 'fixture')} not confirmed, not counted`)]
      : []),
    ...(refused.length > 0 ? [paint.yellow(`${counted(refused.length, 'fixture')} refused, not counted`)] : []),
    ...missing,
    ...short.map(({ kind, percentage }) => paint.red(`${kind}: ${percentage}% is less than the ${least}% asked for`)),
  ].join('\n')}\n`
}

function kindLine({ kind, covered, total, percentage, items }: KindCoverage, paint: Paint): string {
  const impossible = items.filter(({ outcome }) => outcome === 'impossible').length
  const proved = impossible > 0 ? paint.dim(`, ${impossible} proved impossible`) : ''
  const share = `${percentage.toFixed(1).padStart(5)}%`
  const colour = covered === total ? paint.green : paint.red
  return `  ${KIND_TITLES[kind].padEnd(12)} ${colour(share)}  ${covered} of ${total}${proved}`
}

function missingLines({ kind, items }: KindCoverage, paint: Paint): readonly string[] {
  const missing = items.filter(({ outcome }) => outcome === 'missing')
  if (missing.length === 0) return []
  return ['', paint.bold(`missing: ${KIND_TITLES[kind]}`), ...missing.map((item) => `  ${itemText(item)}`)]
}

export const itemText = ({ of, condition, state }: CoverageItem): string =>
  condition === undefined ? `${of}: ${state}` : `${of}: ${condition}: ${state}`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
