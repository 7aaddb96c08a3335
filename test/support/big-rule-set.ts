import { numbersFrom } from '../../src/authoring/conformance/sample-cases'
import { shippedRuleSet } from '../../src/core/rules/bundled'
import { OWN_SOURCES, OWN_TEXT, ownManifest } from './own-rule-set'

/** Own rules over own facts, as many of each as asked for: every rule reads some facts at random, for any service. */
export function bigFiles(rules: number, facts: number, seed = 20_261_130): Record<string, unknown> {
  const random = numbersFrom(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const services = shippedRuleSet().services.filter(({ level }) => level === 'person')
  const factId = (at: number): string =>
    `own.fact${[...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
  const leaf = () => ({ fact: factId(below(facts)), operator: 'equal', value: random() < 0.5 })
  const group = (size: number) => Array.from({ length: size }, leaf)
  const checklists = Array.from({ length: Math.ceil(rules / 30) }, (_, at) => `big-${at}`)
  return {
    'manifest.json': ownManifest({ checklists }),
    'facts.json': {
      facts: Array.from({ length: facts }, (_, at) => ({
        id: factId(at),
        type: 'boolean',
        tier: 'employer',
        answeredBy: ['case-manager'],
        question: { nl: `Is dit zo (${at})?`, en: `Is this so (${at})?` },
      })),
    },
    'sources.json': {
      sources: [
        {
          id: 'our-agreements',
          title: 'Onze afspraken',
          publisher: 'Wij',
          date: '2026',
          language: 'nl',
          sections: [{ id: '1', title: 'Alles' }],
        },
      ],
    },
    ...Object.fromEntries(
      checklists.map((id, list) => [
        `checklists/${id}.json`,
        {
          id,
          order: 1_000 + list,
          title: { nl: `Lijst ${list}`, en: `List ${list}` },
          description: OWN_TEXT,
          sources: OWN_SOURCES,
          questions: Array.from({ length: facts }, (_, at) => factId(at)),
          positive: { all: group(2) },
          rules: Array.from({ length: Math.min(30, rules - 30 * list) }, (_, at) => ({
            id: `${id}/rule-${at}`,
            conditions: { all: [...group(1 + below(2)), { any: group(2 + below(3)) }] },
            event: { type: 'recommend', params: { services: [services[below(services.length)]?.id] } },
            timing: {
              anchor: 'asOf',
              from: 'P0D',
              until: { policy: 'promptReferral' },
              whenPassed: 'overdue',
              basis: 'product',
            },
            text: OWN_TEXT,
            basis: 'product',
            sources: OWN_SOURCES,
          })),
        },
      ]),
    ),
  }
}
