/** An organisation's own rules in any number, over so many yes-or-no facts that they share: the hardest there is. */
import { SHIPPED_FILES } from '../dist/index.js'

const SERVICES = ['consultation-hour', 'light-advice', 'workplace-assessment', 'labour-expert-assessment', 'file-check']
const SOURCES = [{ id: 'our-agreements', section: '1' }]
const text = (words) => ({ nl: words, en: words })

/** Rules of three groups of two comparisons, on facts drawn from a seed. */
export function filesOfBigRuleSet({ rules, facts, checklists = 20, seed = 1 }) {
  const { id, version } = SHIPPED_FILES['manifest.json']
  const chance = randomFrom(seed)
  const fact = (place) => `own.fact${letters(place)}`
  const comparison = () => ({
    fact: fact(Math.floor(chance() * facts)),
    operator: 'equal',
    value: chance() < 0.5,
  })
  const group = () => ({ any: [comparison(), comparison()] })
  const names = Array.from({ length: checklists }, (_, place) => `big-${letters(place).toLowerCase()}`)
  return {
    'manifest.json': {
      id: 'big',
      version: '1.0.0',
      title: text('Veel regels'),
      jurisdiction: 'NL',
      validFrom: '2020-01-01',
      validUntil: null,
      checkedOn: '2026-11-22',
      extends: { id, version },
      checklists: names,
    },
    'facts.json': {
      facts: Array.from({ length: facts }, (_, place) => ({
        id: fact(place),
        type: 'boolean',
        tier: 'employer',
        answeredBy: ['case-manager'],
        question: text(`Geldt ${letters(place)}?`),
      })),
    },
    'sources.json': {
      sources: [
        {
          id: 'our-agreements',
          title: 'Afspraken',
          publisher: 'Onze organisatie',
          date: '2026',
          language: 'nl',
          sections: [{ id: '1', title: 'Regels' }],
        },
      ],
    },
    ...Object.fromEntries(
      names.map((name, place) => {
        const own = Array.from({ length: Math.ceil(rules / checklists) }, (_, at) => ruleOf(name, at, chance, group))
        const asked = [...new Set(JSON.stringify(own).match(/own\.fact[A-Z]+/g))]
        return [
          `checklists/${name}.json`,
          {
            id: name,
            order: 1_000 + place,
            title: text(name),
            description: text(name),
            sources: SOURCES,
            questions: asked,
            positive: own[0].conditions,
            rules: own,
          },
        ]
      }),
    ),
  }
}

const ruleOf = (checklist, at, chance, group) => ({
  id: `${checklist}/${letters(at).toLowerCase()}`,
  conditions: { all: [group(), group(), group()] },
  event: { type: 'recommend', params: { services: [SERVICES[Math.floor(chance() * SERVICES.length)]] } },
  timing: { anchor: 'asOf', from: 'P0D', until: 'P14D', whenPassed: 'overdue', basis: 'product' },
  text: text(`Regel ${at} van ${checklist}.`),
  basis: 'product',
  sources: SOURCES,
})

/** Names without digits, which ids of facts do not have. */
function letters(number) {
  const rest = Math.floor(number / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (number % 26))
}

/** The Lehmer generator of Park and Miller. */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
