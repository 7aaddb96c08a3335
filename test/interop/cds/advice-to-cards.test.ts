import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { Fhir } from 'fhir'
import { describe, expect, it } from 'vitest'
import { CDS_SCHEMAS } from '../../../packages/service/src/cds-schemas'
import {
  type Advice,
  adviceToCards,
  type Card,
  createTriage,
  OVERRIDE_REASONS,
  shippedRuleSet,
  TriageError,
} from '../../../src/index'
import { loadFixtures } from '../../support/load-fixtures'
import { MEDICAL_SNAPSHOT, SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

const DECISION = '0b8f4a38-7a5c-4f43-9a41-6b5a3f0c2f11'
const FHIR = { release: 'R4', subject: { system: 'urn:x-host:case', value: 'case-1' } } as const
const LINKS = { questions: 'https://host.example/questions', request: 'https://host.example/request' }

const ADVICES: readonly Advice[] = loadFixtures()
  .filter(({ options }, at) => options === undefined && at % 8 === 0)
  .map(({ snapshot }, at) =>
    createTriage({ audience: at % 2 === 0 ? 'full' : 'employer', locale: at % 3 ? 'nl' : 'en' })(snapshot),
  )
const ALL: readonly Card[] = ADVICES.flatMap((advice) => [
  ...adviceToCards(advice, { decision: DECISION, links: LINKS }).cards,
  ...adviceToCards(advice, { decision: DECISION, fhir: FHIR }).cards,
])
const suggestions = ALL.flatMap((card) => card.suggestions ?? [])
const actions = suggestions.flatMap((suggestion) => suggestion.actions ?? [])

describe('every answer, by the schema of CDS Hooks and the definitions of FHIR', () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const isResponse = ajv.compile(CDS_SCHEMAS.CdsResponse)

  it('is valid, and so is what its actions create', () => {
    for (const card of ALL)
      expect([isResponse(JSON.parse(JSON.stringify({ cards: [card] }))), isResponse.errors]).toEqual([true, null])
    const fhir = new Fhir()
    for (const { resource } of actions)
      expect(
        fhir
          .validate(JSON.parse(JSON.stringify(resource)), { errorOnUnexpected: true })
          .messages.filter(({ severity }: { severity?: string }) => severity === 'error' || severity === 'fatal'),
      ).toEqual([])
  })

  it('is not, where a card or a resource is wrong', () => {
    const [card] = ALL
    for (const wrong of [
      { ...card, indicator: 'danger' },
      { ...card, summary: 'x'.repeat(140) },
      { ...card, colour: 1 },
    ])
      expect(isResponse({ cards: [wrong] })).toBe(false)
    const resource = JSON.parse(JSON.stringify(actions[0]?.resource))
    expect(new Fhir().validate({ ...resource, colour: 'red' }, { errorOnUnexpected: true }).messages).not.toEqual([])
  })
})

describe('every card, by the invariants of CDS Hooks', () => {
  it('there are cards, suggestions and actions to look at', () => {
    for (const list of [ALL, suggestions, actions]) expect(list.length).toBeGreaterThan(20)
  })

  it('resp-1: at most one suggestion is recommended where one can be chosen (none is chosen for a person)', () => {
    expect(suggestions.filter((suggestion) => 'isRecommended' in suggestion)).toEqual([])
  })
  it('resp-2: an action that deletes names a resource (none deletes)', () => {
    expect(new Set(actions.map(({ type }) => type))).toEqual(new Set(['create']))
    for (const { resource } of actions) expect(resource.resourceType).toBe('ServiceRequest')
  })
  it('resp-3: context for an app only in a link to one', () => {
    for (const link of ALL.flatMap(({ links }) => links ?? []))
      expect([link.type, 'appContext' in link]).toEqual(['absolute', false])
  })
  it('resp-4: a reason to override has words', () => {
    for (const reason of ALL.flatMap(({ overrideReasons }) => overrideReasons ?? []))
      expect(reason.display).toMatch(/\S/)
  })
  it('resp-5: an action has a description', () => {
    for (const { description } of actions) expect(description).toMatch(/\S/)
  })
  it('resp-6: with suggestions comes how to choose', () => {
    for (const card of ALL) expect('suggestions' in card).toBe('selectionBehavior' in card)
  })
  it('resp-7: how to choose among actions is not said (3.0, and only where the client says it can)', () => {
    expect(suggestions.filter((suggestion) => 'actionSelectionBehavior' in suggestion)).toEqual([])
  })

  it('a summary has less than 140 characters and ends on a word', () => {
    for (const { summary } of ALL) {
      expect(summary.length).toBeLessThan(140)
      expect(summary).toMatch(/\S$/)
    }
  })
  it('names of cards and suggestions are UUIDs, each once in an answer', () => {
    for (const advice of ADVICES) {
      const { cards } = adviceToCards(advice, { decision: DECISION, links: LINKS })
      const names = cards.flatMap((card) => [card.uuid, ...(card.suggestions ?? []).map(({ uuid }) => uuid)])
      expect(new Set(names).size).toBe(names.length)
      for (const name of names)
        expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })
})

describe('what becomes of an advice', () => {
  const cardsOf = (advice: Advice) => adviceToCards(advice, { decision: DECISION, links: LINKS }).cards

  it('the step comes first, in time, with why and on whose word', () => {
    const advice = createTriage({ audience: 'full', locale: 'en' })(SAMPLE_SNAPSHOT)
    const [first] = cardsOf(advice)
    expect(first).toMatchObject({
      summary: 'Labour expert assessment: by 6 December',
      indicator: 'warning',
      source: { label: 'nl-early-referral 2.0.0', topic: { code: 'no-return-to-own-work' } },
      suggestions: [{ label: 'Request: Labour expert assessment' }],
      links: [{ url: LINKS.request }],
    })
    expect(first?.detail).toContain('cahier-32')
    expect(first?.detail).toContain('Arrange first: ')
  })

  it('no referral is no card', () => {
    const none = ADVICES.filter(
      ({ status, recommendations, ask }) => status === 'no-referral' && recommendations.length + ask.length === 0,
    )
    expect(none.length).toBeGreaterThan(0)
    for (const advice of none) expect(cardsOf(advice)).toEqual([])
  })

  it('what is only possible is one card, and suggests nothing', () => {
    const some = ADVICES.filter(
      ({ recommendations }) => recommendations.filter(({ certainty }) => certainty === 'possible').length > 1,
    )
    expect(some.length).toBeGreaterThan(0)
    for (const advice of some) {
      const certain = advice.recommendations.filter(({ certainty }) => certainty === 'certain').length
      const cards = cardsOf(advice)
      expect(cards.length).toBeLessThanOrEqual(certain + 2)
      expect(
        cards
          .filter((card) => !('overrideReasons' in card))
          .every((card) => card.indicator === 'info' && !card.suggestions),
      ).toBe(true)
    }
  })

  it('what waits or runs already is not suggested', () => {
    const [advice] = ADVICES.filter(({ recommendations }) =>
      recommendations.some(
        ({ certainty, heldBy }) => certainty === 'certain' && heldBy.some((hold) => hold.certainty === 'certain'),
      ),
    )
    const held = advice?.recommendations.find(({ heldBy }) => heldBy.some((hold) => hold.certainty === 'certain'))
    const card = cardsOf(advice as Advice).find(({ summary }) => summary.startsWith(held?.title ?? '?'))
    expect(card).toMatchObject({ indicator: 'info' })
    expect(card).not.toHaveProperty('suggestions')
  })

  it('nothing of what only the physician knows is in the cards of an employer', () => {
    expect(cardsOf(createTriage()(MEDICAL_SNAPSHOT))).toEqual(cardsOf(createTriage()(SAMPLE_SNAPSHOT)))
  })

  it('texts of rules are texts: no markup comes through', () => {
    const advice = structuredClone(createTriage({ audience: 'full' })(SAMPLE_SNAPSHOT)) as unknown as {
      recommendations: { reasons: { text: string }[] }[]
    }
    for (const { reasons } of advice.recommendations)
      for (const reason of reasons) reason.text = '<img src=x> [a](javascript:b) **c**'
    const text = JSON.stringify(cardsOf(advice as unknown as Advice))
    expect(text).not.toMatch(/[^\\]<img|[^\\]\[a/)
  })

  it('a reason to override is one that a record of the human decision takes', () => {
    const card = ALL.find(({ overrideReasons }) => overrideReasons)
    expect(card?.overrideReasons?.map(({ code }) => code)).toEqual([...OVERRIDE_REASONS])
  })

  it('a long title is cut on a word', () => {
    const advice = structuredClone(createTriage({ audience: 'full' })(SAMPLE_SNAPSHOT)) as unknown as {
      recommendations: { title: string }[]
    }
    for (const one of advice.recommendations) one.title = 'heel '.repeat(60)
    const [card] = cardsOf(advice as unknown as Advice)
    expect(card?.summary).toMatch(/heel…$/)
    expect(card?.summary.length).toBeLessThan(140)
    expect(shippedRuleSet().services.every(({ title }) => title.nl.length < 100)).toBe(true)
  })
})

describe('a wrong option is refused, each by its path', () => {
  const advice = createTriage()(SAMPLE_SNAPSHOT)
  it.each([
    ['decision', { decision: 'x' }],
    ['links.request', { decision: DECISION, links: { request: 'javascript:alert(1)' } }],
    ['links.other', { decision: DECISION, links: { other: 'https://host.example' } }],
    ['fhir.release', { decision: DECISION, fhir: { ...FHIR, release: 'R2' } }],
    ['subject', { decision: DECISION, fhir: { release: 'R4', subject: {} } }],
    ['colour', { decision: DECISION, colour: 1 }],
  ])('%s', (path, options) => {
    expect.assertions(1)
    try {
      adviceToCards(advice, options as never)
    } catch (error) {
      expect((error as TriageError).issues.map((issue) => issue.path.slice(1).join('.'))).toEqual([path])
    }
  })
  it('and what is no advice', () => {
    expect(() => adviceToCards({} as never, { decision: DECISION })).toThrow(TriageError)
  })
})
