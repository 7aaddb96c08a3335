import type { Locale, Text } from '../../core/snapshot/fact'
import type { Paint } from '../../reports/text/paint'
import type { CaseDifference, DifferenceKind, Said } from '../check/case-difference'
import type { CountedCases } from '../check/count-cases'
import type { DocumentDifference } from './diff-documents'
import type { RuleSetDifference } from './diff-rule-sets'

const KINDS: Readonly<Record<DifferenceKind, Text>> = {
  'service-added': { nl: 'wordt in meer gevallen aanbevolen', en: 'is recommended in more cases' },
  'service-removed': { nl: 'wordt in minder gevallen aanbevolen', en: 'is recommended in fewer cases' },
  'window-earlier': { nl: 'is soms eerder nodig', en: 'is needed earlier in some cases' },
  'window-later': { nl: 'is soms later nodig', en: 'is needed later in some cases' },
  'hold-removed': { nl: 'wordt in minder gevallen aangehouden', en: 'is held in fewer cases' },
  'hold-added': { nl: 'wordt in meer gevallen aangehouden', en: 'is held in more cases' },
  'rule-met-more': { nl: 'geldt in meer gevallen', en: 'is met in more cases' },
  'rule-met-less': { nl: 'geldt in minder gevallen', en: 'is met in fewer cases' },
  'rule-window-earlier': { nl: 'heeft soms een eerder venster', en: 'has an earlier window in some cases' },
  'rule-window-later': { nl: 'heeft soms een later venster', en: 'has a later window in some cases' },
  'checklist-positive-more': { nl: 'is in meer gevallen positief', en: 'is positive in more cases' },
  'checklist-positive-less': { nl: 'is in minder gevallen positief', en: 'is positive in fewer cases' },
  'milestone-more': { nl: 'geldt voor meer gevallen', en: 'applies to more cases' },
  'milestone-less': { nl: 'geldt voor minder gevallen', en: 'applies to fewer cases' },
}

const WORDS = {
  escalations: { nl: 'Meer of eerder', en: 'Escalations' },
  deescalations: { nl: 'Minder of later', en: 'De-escalations' },
  others: { nl: 'Regels, checklists en termijnen', en: 'Rules, checklists and deadlines' },
  documents: { nl: 'Geschreven', en: 'Written' },
  cases: { nl: 'Geteld over de gevallen', en: 'Counted over the cases' },
  same: {
    nl: 'Geen verschil: elk geval krijgt hetzelfde advies, en er staat hetzelfde geschreven.',
    en: 'No difference: every case gets the same advice, and the same is written.',
  },
  sameAdvice: {
    nl: 'Elk geval krijgt hetzelfde advies over diensten.',
    en: 'Every case gets the same advice on services.',
  },
  unshown: { nl: 'geen voorbeeld gevonden', en: 'no example was found' },
  witness: { nl: 'geval', en: 'case' },
  none: { nl: 'niet aanbevolen', en: 'not recommended' },
  held: { nl: 'aangehouden', en: 'held' },
} as const satisfies Readonly<Record<string, Text>>

interface Words {
  readonly locale: Locale
  readonly paint: Paint
}

/** What differs, for people. */
export function renderDifference(
  difference: RuleSetDifference,
  counted: CountedCases | undefined,
  words: Words,
): string {
  const { escalations, deescalations, others, unshown, documents, sameInEveryCase } = difference
  const { locale, paint } = words
  const parts = [
    part(
      WORDS.escalations,
      escalations.flatMap((one) => caseLines(one, words)),
    ),
    part(
      WORDS.deescalations,
      deescalations.flatMap((one) => caseLines(one, words)),
    ),
    part(WORDS.others, [
      ...others.flatMap((one) => caseLines(one, words)),
      ...unshown.map(({ kind, of }) => `  ${of} ${KINDS[kind][locale]} (${WORDS.unshown[locale]})`),
    ]),
    part(
      WORDS.documents,
      documents.map((one) => documentLine(one)),
    ),
    ...(counted ? [part(WORDS.cases, countLines(counted, locale))] : []),
  ].filter((lines) => lines.length > 0)
  if (sameInEveryCase && documents.length === 0) parts.unshift([WORDS.same[locale]])
  else if (escalations.length + deescalations.length + unshown.length === 0) parts.unshift([WORDS.sameAdvice[locale]])
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`

  function part(title: Text, lines: readonly string[]): readonly string[] {
    return lines.length === 0 ? [] : [paint.bold(title[locale]), ...lines]
  }
}

function caseLines({ kind, of, witness, before, after }: CaseDifference, { locale, paint }: Words): readonly string[] {
  const change = before === undefined ? [] : [`    ${saidText(before, locale)} -> ${saidText(after ?? null, locale)}`]
  return [
    `  ${of} ${KINDS[kind][locale]} [${kind}]`,
    ...change,
    paint.dim(`    ${WORDS.witness[locale]}: ${JSON.stringify(witness)}`),
  ]
}

function saidText(said: Said | null, locale: Locale): string {
  if (!said) return WORDS.none[locale]
  return `${said.startFrom} / ${said.startBy}${said.held ? `, ${WORDS.held[locale]}` : ''}`
}

const SIGNS: Readonly<Record<DocumentDifference['change'], string>> = { added: '+', removed: '-', changed: '~' }

function documentLine({ area, id, change, path, before, after }: DocumentDifference): string {
  const place = [area, id, ...(path.length > 0 ? [path.join('.')] : [])].join(' ')
  return `  ${SIGNS[change]} ${place}${change === 'changed' ? `: ${short(before)} -> ${short(after)}` : ''}`
}

/** Enough to see what it is; the whole of it stands in --json. */
function short(value: unknown): string {
  const text = value === undefined ? '-' : JSON.stringify(value)
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`
}

const MOST = 120

function countLines({ cases, refused, unchanged, escalated, deescalated, differences }: CountedCases, locale: Locale) {
  const total = {
    nl: `  ${cases} gevallen: ${unchanged} gelijk, ${escalated} met meer of eerder, ${deescalated} met minder of later, ${refused} geweigerd`,
    en: `  ${cases} cases: ${unchanged} the same, ${escalated} escalated, ${deescalated} de-escalated, ${refused} refused`,
  }
  const first = { nl: 'gevallen', en: 'cases' }
  return [
    total[locale],
    ...differences.map(
      ({ kind, service, cases: count, first: lines }) =>
        `  ${count} ${service} [${kind}] (${first[locale]} ${lines.join(', ')}${count > lines.length ? ', …' : ''})`,
    ),
  ]
}
