/** Results as Markdown. */
import { cpus, totalmem } from 'node:os'

export function machineText(date) {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const machine = `${cpu.model.trim()}, ${cpus().length} cores, ${memory} GB, Node ${process.version}`
  return date === undefined ? `${machine}.` : `${machine}; ${date}.`
}

export function renderReport(sections, { date, quick }) {
  const parts = [
    '# Performance',
    'Written by `npm run bench`, in one run on one machine. Times are processor time on one core, unless they say otherwise: what else runs on the machine hardly counts. What is compared runs in processes of its own, which take turns, and each time is the median over the turns. Times move with the machine; the ratios within a table move less.',
    `Measured on ${machineText(date)}${quick ? ' A quick run: only a first impression.' : ''}`,
    ...sections.flatMap(({ title, text, head, rows }) => [`## ${title}`, ...text, tableOf(head, rows)]),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Columns of one width, so that it can be read as text too. All but names are set right. */
function tableOf(head, rows) {
  const names = nameColumns(rows)
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => String(row[column]).length)))
  const line = (row) =>
    `| ${row.map((cell, column) => pad(String(cell), widths[column], column < names)).join(' | ')} |`
  const rule = widths.map((width, column) => (column < names ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

const nameColumns = ([row]) => row.findIndex((cell) => /^[\d,.]+$/.test(cell))
const pad = (text, width, left) => (left ? text.padEnd(width) : text.padStart(width))

const digits = (fraction) => ({ minimumFractionDigits: fraction, maximumFractionDigits: fraction })
const written = (number, fraction) => new Intl.NumberFormat('en', digits(fraction)).format(number)

/** Three figures that count; below one, two. */
function figures(number) {
  if (number < 1) return String(Number(number.toPrecision(2)))
  return written(number, number >= 100 ? 0 : number >= 10 ? 1 : 2)
}

export const whole = (number) => written(number, 0)
export const microseconds = figures
export const milliseconds = figures
export const times = figures
export const perSecond = (time) => whole(1_000_000 / time)
export const megabytes = (kilobytes) => whole(kilobytes / 1_024)
