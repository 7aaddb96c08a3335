import type { RuleSet, Service } from '../../core/rules/rule-set'
import type { Text } from '../../core/snapshot/fact'
import { citationLinks } from './citation-list'
import { bullets, code, markdownPage, parameterLink, plain, serviceLink, table, word } from './writer'

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

/** The order of services, and what each makes superfluous, with the authority for each. */
export function renderOrder(ruleSet: RuleSet): string {
  const inOrder = [...ruleSet.services].sort((a, b) => a.rank - b.rank)
  return markdownPage(`${TITLE.nl} / ${TITLE.en}`, [
    INTRO.nl,
    INTRO.en,
    bullets(HOW.flatMap(({ nl, en }) => [nl, en])),
    `${parameterLink('oneAtATime')} = 0: naast elkaar in plaats van na elkaar / side by side instead of one after another.`,
    table(
      COLUMNS.map(({ nl, en }) => `${nl} / ${en}`),
      inOrder.map((service) => [
        String(service.rank),
        `${serviceLink(service.id)}<br>${plain(service.title.nl)}`,
        service.priority ? said(service.priority) : '',
        service.priority ? grounds(service.priority, ruleSet) : '',
      ]),
    ),
    '## Andere plaats door de reden / Another place for a reason',
    table(
      ['regel / rule', 'plaats / place'],
      ruleSet.rules.flatMap((rule) => (rule.priority === undefined ? [] : [[code(rule.id), String(rule.priority)]])),
    ),
    '## Wat een dienst overbodig maakt / What a service covers',
    relations(
      inOrder.flatMap((service) =>
        service.covers.map((cover) => ({
          of: `${serviceLink(service.id)} → ${serviceLink(cover.service)}${limits(cover)}`,
          ...cover,
        })),
      ),
      ruleSet,
    ),
    '## Wat intussen kan / What stands in meanwhile',
    relations(
      pick(inOrder, 'meanwhile', ({ service }) => serviceLink(service)),
      ruleSet,
    ),
    '## Niet voor iedereen / Not for everybody',
    'Een werknemer van wie het contract is geëindigd, telt hier als `safety-net-uwv`. / An employee whose contract has ended counts as `safety-net-uwv` here.',
    relations(
      pick(inOrder, 'notFor', ({ regimes }) => regimes.map(code).join(', ')),
      ruleSet,
    ),
    '## Een vraag die beantwoord is / A question that was answered',
    relations(
      pick(inOrder, 'answersQuestion', () => ''),
      ruleSet,
    ),
  ])
}

function limits(cover: Service['covers'][number]): string {
  const parts = [
    ...(cover.evenBlocked ? ['ook geblokkeerd / even blocked'] : []),
    ...(cover.upToRank === undefined ? [] : [`tot plaats ${cover.upToRank} / up to place ${cover.upToRank}`]),
    ...(cover.fixedMoments ? ['vaste momenten / fixed moments'] : []),
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

const relations = (rows: readonly (Grounded & { readonly of: string })[], ruleSet: RuleSet): string =>
  table(
    [
      '',
      COLUMNS[2] ? `${COLUMNS[2].nl} / ${COLUMNS[2].en}` : '',
      COLUMNS[3] ? `${COLUMNS[3].nl} / ${COLUMNS[3].en}` : '',
    ],
    rows.map((row) => [row.of, said(row), grounds(row, ruleSet)]),
  )

const said = ({ text }: Grounded): string => `${plain(text.nl)}<br>${plain(text.en)}`
const grounds = ({ basis, sources }: Grounded, ruleSet: RuleSet): string =>
  `${word((words) => words.basis[basis])}: ${citationLinks(sources, ruleSet)}`
