import type { Service } from '../../core/rules/rule-set'
import type { Locale, Text } from '../../core/snapshot/fact'
import { citationLinks } from './citation-list'
import { bullets, code, markdownPage, parameterLink, plain, ruleLink, serviceLink, table, type Writer } from './writer'

/** On whose authority something stands, in the shape that every relation has. */
interface Grounded {
  readonly basis: 'statute' | 'official' | 'practice' | 'product'
  readonly sources: readonly { readonly id: string; readonly section: string }[]
  readonly text: Text
}

const INTRO: Text = {
  nl: 'Van alle diensten die nu aan de orde zijn is er één de stap. De andere wachten daarop, want wat de eerste oplevert bepaalt of ze nog nodig zijn. Deze pagina zegt in welke volgorde en waarom, zodat een arbeidsdeskundige ertegenin kan gaan. Alles hier is gegevens: `rules/services.json`, met per regel een andere plaats waar de reden dat vraagt. Dagen van zeven of veertien zijn onze eigen keuze en beslissen niets tussen twee diensten.',
  en: 'Of all services that are due now one is the step. The others wait for it, since what it brings decides whether they are still needed. This page says in which order and why, so that a labour expert can dispute it. All of it is data: `rules/services.json`, with another place for a rule where its reason asks for that. Days of seven or fourteen are our own choice and decide nothing between two services.',
}

const HOW: readonly Text[] = [
  {
    nl: 'De stap is de eerste in deze volgorde van wat zeker is, nu aan de orde, niet aangehouden, niet overbodig en nog niet aangevraagd.',
    en: 'The step is the first in this order of what is certain, due now, not held, not covered and not under way.',
  },
  {
    nl: 'Wat nog van een open vraag afhangt, is nooit de stap en telt nooit als te laat.',
    en: 'What still depends on an open question is never the step and never counts as overdue.',
  },
  {
    nl: 'Een dienst maakt een andere alleen overbodig zolang zij zelf zeker is, niet is aangehouden en ervoor staat. Valt zij weg, dan komt de andere terug.',
    en: 'A service covers another only while it is certain itself, not held and stands before it. When it goes, the other comes back.',
  },
  {
    nl: 'De stap staat vast als geen open antwoord haar nog kan vervangen; wat haar kan aanhouden of intrekken staat erbij als voorbehoud.',
    en: 'The step is settled when no open answer can replace it; what could hold or withdraw it is named as a caveat.',
  },
]

const TITLE: Text = { nl: 'Waarom dit eerst', en: 'Why this first' }
const COLUMNS: readonly Text[] = [
  { nl: 'plaats', en: 'place' },
  { nl: 'dienst', en: 'service' },
  { nl: 'waarom daar', en: 'why there' },
  { nl: 'grondslag', en: 'basis' },
]

const RULE: Text = { nl: 'regel', en: 'rule' }
const SIDE_BY_SIDE: Text = {
  nl: 'naast elkaar in plaats van na elkaar.',
  en: 'side by side instead of one after another.',
}
const CONTRACT_ENDED: Text = {
  nl: 'Een werknemer van wie het contract is geëindigd, telt hier als `safety-net-uwv`.',
  en: 'An employee whose contract has ended counts as `safety-net-uwv` here.',
}
const PARTS = {
  otherPlace: { nl: 'Andere plaats door de reden', en: 'Another place for a reason' },
  covers: { nl: 'Wat een dienst overbodig maakt', en: 'What a service covers' },
  meanwhile: { nl: 'Wat intussen kan', en: 'What stands in meanwhile' },
  notFor: { nl: 'Niet voor iedereen', en: 'Not for everybody' },
  answered: { nl: 'Een vraag die beantwoord is', en: 'A question that was answered' },
} as const satisfies Readonly<Record<string, Text>>
const LIMITS = {
  evenBlocked: { nl: 'ook geblokkeerd', en: 'even blocked' },
  upToRank: { nl: 'tot plaats', en: 'up to place' },
  fixedMoments: { nl: 'vaste momenten', en: 'fixed moments' },
} as const satisfies Readonly<Record<string, Text>>

/** The order of services, and what each makes superfluous, with the authority for each. */
export function renderOrder(writer: Writer): string {
  const { locale } = writer
  const inOrder = [...writer.ruleSet.services].sort((a, b) => a.rank - b.rank)
  return markdownPage(TITLE[locale], [
    INTRO[locale],
    bullets(HOW.map((how) => how[locale])),
    `${parameterLink('oneAtATime')} = 0: ${SIDE_BY_SIDE[locale]}`,
    table(
      COLUMNS.map((column) => column[locale]),
      inOrder.map((service) => [
        String(service.rank),
        `${serviceLink(service.id)}<br>${plain(service.title[locale])}`,
        service.priority ? plain(service.priority.text[locale]) : '',
        service.priority ? grounds(service.priority, writer) : '',
      ]),
    ),
    `## ${PARTS.otherPlace[locale]}`,
    table(
      [RULE[locale], COLUMNS[0]?.[locale] ?? ''],
      writer.ruleSet.rules.flatMap((rule) =>
        rule.priority === undefined ? [] : [[ruleLink(rule.id, writer.ruleSet), String(rule.priority)]],
      ),
    ),
    `## ${PARTS.covers[locale]}`,
    relations(
      inOrder.flatMap((service) =>
        service.covers.map((cover) => ({
          of: `${serviceLink(service.id)} → ${serviceLink(cover.service)}${limits(cover, locale)}`,
          ...cover,
        })),
      ),
      writer,
    ),
    `## ${PARTS.meanwhile[locale]}`,
    relations(
      pick(inOrder, 'meanwhile', ({ service }) => serviceLink(service)),
      writer,
    ),
    `## ${PARTS.notFor[locale]}`,
    CONTRACT_ENDED[locale],
    relations(
      pick(inOrder, 'notFor', ({ regimes }) => regimes.map(code).join(', ')),
      writer,
    ),
    `## ${PARTS.answered[locale]}`,
    relations(
      pick(inOrder, 'answersQuestion', () => ''),
      writer,
    ),
  ])
}

function limits(cover: Service['covers'][number], locale: Locale): string {
  const parts = [
    ...(cover.evenBlocked ? [LIMITS.evenBlocked[locale]] : []),
    ...(cover.upToRank === undefined ? [] : [`${LIMITS.upToRank[locale]} ${cover.upToRank}`]),
    ...(cover.fixedMoments ? [LIMITS.fixedMoments[locale]] : []),
    ...(cover.reasons ? cover.reasons.map(code) : []),
  ]
  return parts.length === 0 ? '' : `<br>(${parts.join('; ')})`
}

function pick<Key extends 'meanwhile' | 'notFor' | 'answersQuestion'>(
  services: readonly Service[],
  key: Key,
  show: (relation: NonNullable<Service[Key]>) => string,
): readonly (Grounded & { readonly of: string })[] {
  return services.flatMap((service) => {
    const relation = service[key] as (NonNullable<Service[Key]> & Grounded) | undefined
    return relation ? [{ ...relation, of: `${serviceLink(service.id)} ${show(relation)}`.trim() }] : []
  })
}

const relations = (rows: readonly (Grounded & { readonly of: string })[], writer: Writer): string =>
  table(
    ['', ...COLUMNS.slice(2).map((column) => column[writer.locale])],
    rows.map((row) => [row.of, plain(row.text[writer.locale]), grounds(row, writer)]),
  )

const grounds = ({ basis, sources }: Grounded, writer: Writer): string =>
  `${writer.words.basis[basis]}: ${citationLinks(sources, writer.ruleSet)}`
