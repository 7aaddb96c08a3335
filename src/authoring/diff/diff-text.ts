import type { Locale, Text } from '../../core/snapshot/fact'
import type { Paint } from '../../reports/text/lay-out'
import type { CaseDifference, DifferenceKind, Said } from '../check/case-difference'
import type { CountedCases } from '../check/count-cases'
import type { BesideDifference, BesideKind } from './diff-besides'
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

const BESIDE_KINDS: Readonly<Record<BesideKind, Text>> = {
  'deadline-added': { nl: 'is een nieuwe termijn', en: 'is a new deadline' },
  'deadline-removed': { nl: 'is geen termijn meer', en: 'is a deadline no more' },
  'deadline-earlier': { nl: 'loopt eerder af', en: 'ends earlier' },
  'deadline-later': { nl: 'loopt later af', en: 'ends later' },
  'deadline-otherwise': { nl: 'wordt anders geteld', en: 'is counted otherwise' },
  'need-added': { nl: 'heeft meer nodig', en: 'needs more' },
  'need-removed': { nl: 'heeft minder nodig', en: 'needs less' },
  'need-otherwise': {
    nl: 'heeft hetzelfde nodig, dat anders geldig blijft',
    en: 'needs the same, which stays current otherwise',
  },
  'notice-added': { nl: 'is een nieuwe melding', en: 'is a new notice' },
  'notice-removed': { nl: 'wordt niet meer gemeld', en: 'is a notice no more' },
  'notice-otherwise': { nl: 'wordt door andere regels gemeld', en: 'is told by other rules' },
  'cover-added': { nl: 'maakt meer overbodig', en: 'makes more superfluous' },
  'cover-removed': { nl: 'maakt minder overbodig', en: 'makes less superfluous' },
  'excluded-more': { nl: 'is voor minder mensen', en: 'is for fewer people' },
  'excluded-fewer': { nl: 'is voor meer mensen', en: 'is for more people' },
  'meanwhile-added': { nl: 'heeft een andere vervanging zolang het wacht', en: 'has another stand-in while it waits' },
  'meanwhile-removed': {
    nl: 'heeft geen vervanging meer zolang het wacht',
    en: 'has no stand-in any more while it waits',
  },
  order: { nl: 'staat op een andere plaats', en: 'stands in another place' },
  beside: { nl: 'staat anders naast de rest', en: 'stands otherwise beside the rest' },
  question: { nl: 'wordt anders opnieuw gevraagd', en: 'is asked again otherwise' },
}

const WORDS = {
  escalations: { nl: 'Meer of eerder', en: 'Escalations' },
  deescalations: { nl: 'Minder of later', en: 'De-escalations' },
  others: { nl: 'Regels, checklists en termijnen', en: 'Rules, checklists and deadlines' },
  besides: { nl: 'Termijnen, voorwaarden, meldingen en volgorde', en: 'Deadlines, needs, notices and order' },
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
  versionKept: {
    nl: 'De versie is niet verhoogd, terwijl er iets verschilt: geef de nieuwe een ander nummer (manifest.json#/version).',
    en: 'The version was kept, though something differs: give the later one another number (manifest.json#/version).',
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
  const { escalations, deescalations, others, unshown, besides, documents, versionKept, sameInEveryCase } = difference
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
      WORDS.besides,
      besides.map((one) => besideLine(one, words)),
    ),
    part(
      WORDS.documents,
      documents.map((one) => documentLine(one)),
    ),
    ...(versionKept ? [[paint.yellow(WORDS.versionKept[locale])]] : []),
    ...(counted ? [part(WORDS.cases, countLines(counted, locale))] : []),
  ].filter((lines) => lines.length > 0)
  if (sameInEveryCase && documents.length === 0) parts.unshift([WORDS.same[locale]])
  else if (escalations.length + deescalations.length + unshown.length + besides.length === 0)
    parts.unshift([WORDS.sameAdvice[locale]])
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

function besideLine({ kind, effect, of, before, after }: BesideDifference, { locale, paint }: Words): string {
  const line = `  ${of} ${BESIDE_KINDS[kind][locale]} [${kind}]: ${before ?? '-'} -> ${after ?? '-'}`
  return effect === 'deescalation' ? paint.yellow(line) : line
}

const SIGNS: Readonly<Record<DocumentDifference['change'], string>> = { added: '+', removed: '-', changed: '~' }

function documentLine({ area, id, change, path, before, after }: DocumentDifference): string {
  const place = [area, id, ...(path.length > 0 ? [path.join('.')] : [])].join(' ')
  return `  ${SIGNS[change]} ${place}${change === 'changed' ? `: ${shortened(before, after)}` : ''}`
}

/** Enough to see what changed, from a little before it; the whole of it stands in --json. */
function shortened(before: unknown, after: unknown): string {
  const texts = [before, after].map((value) => (value === undefined ? '-' : JSON.stringify(value)))
  const [one, other] = texts as [string, string]
  let same = 0
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) same++
  const from = texts.some((text) => text.length > MOST) ? Math.max(0, same - BEFORE) : 0
  const part = (text: string): string =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + MOST)}${text.length > from + MOST ? '…' : ''}`
  return `${part(one)} -> ${part(other)}`
}

const [MOST, BEFORE] = [120, 40]

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
