import type { Locale, Text } from '../../core/snapshot/fact'
import type { Paint } from '../../reports/text/lay-out'
import type { CheckedRuleSet } from './check-rule-set'
import type { Finding } from './finding'

/** Where in the text of a file something stands, both counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where the files are, as the reader of the report finds them. */
export interface Places {
  /** The path of a file. */
  pathOf(file: string): string
  /** Undefined where the text of the file is not at hand. */
  positionOf(finding: Pick<Finding, 'file' | 'path'>): Position | undefined
}

const WORDS = {
  witness: { nl: 'geval', en: 'case' },
  because: { nl: 'aanvaard', en: 'accepted' },
  none: { nl: 'geen meldingen', en: 'no findings' },
  one: { nl: 'melding', en: 'finding' },
  many: { nl: 'meldingen', en: 'findings' },
  accepted: { nl: 'aanvaard', en: 'accepted' },
  undecided: {
    nl: 'vragen zijn niet beslist: ze vroegen te veel tijd of geheugen',
    en: 'questions were not decided: they took too much time or memory',
  },
} as const satisfies Readonly<Record<string, Text>>

/** What was found, for people: a line a finding with its place, what is wrong, and the case that shows it. */
export function renderFindings(
  { findings, accepted, undecided }: CheckedRuleSet,
  { locale, paint, places }: { readonly locale: Locale; readonly paint: Paint; readonly places: Places },
): string {
  const blocks = [
    ...findings.map((finding) => [
      `${paint.bold(placeText(finding, places))} ${levelled(finding)(finding.code)}`,
      `  ${finding.message[locale]}`,
      ...(finding.witness ? [paint.dim(`  ${WORDS.witness[locale]}: ${JSON.stringify(finding.witness)}`)] : []),
    ]),
    ...accepted.map((finding) => [
      paint.dim(`${placeText(finding, places)} ${finding.code}`),
      paint.dim(`  ${WORDS.because[locale]}: ${finding.reason}`),
    ]),
  ]
  const count = findings.length
  const found = count === 0 ? WORDS.none[locale] : `${count} ${WORDS[count === 1 ? 'one' : 'many'][locale]}`
  const stood = accepted.length === 0 ? '' : `, ${accepted.length} ${WORDS.accepted[locale]}`
  const left = undecided.length === 0 ? [] : [paint.yellow(undecidedText(undecided, locale))]
  const total = count === 0 ? paint.green(found) : paint.red(found)
  return `${[...blocks.map((lines) => lines.join('\n')), ...left, `${total}${stood}`].join('\n\n')}\n`

  function levelled({ level }: Finding): (text: string) => string {
    return level === 'error' ? paint.red : paint.yellow
  }
}

/** How many of each kind, and about what the first of them are. */
function undecidedText(undecided: CheckedRuleSet['undecided'], locale: Locale): string {
  const kinds = [...new Set(undecided.map(({ code }) => code))].map((code) => {
    const of = undecided.filter((one) => one.code === code).map(({ about }) => about)
    return `  ${code} (${of.length}): ${of.slice(0, MOST_NAMED).join('; ')}${of.length > MOST_NAMED ? '; …' : ''}`
  })
  return [`${undecided.length} ${WORDS.undecided[locale]}`, ...kinds].join('\n')
}

const MOST_NAMED = 3

/** `conflict.json:12:7 /rules/0`: for an editor and for a person. */
export function placeText(finding: Finding, places: Places): string {
  const position = places.positionOf(finding)
  const at = position ? `:${position.line}:${position.column}` : ''
  return `${places.pathOf(finding.file)}${at}${finding.pointer === '' ? '' : ` ${finding.pointer}`}`
}
