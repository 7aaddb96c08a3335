import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { renderDocs } from '../../../src/authoring/docs/render-docs'
import type { TriageOptions } from '../../../src/index'
import {
  loadRuleSet,
  parseSnapshot,
  shippedRuleSet,
  TriageError,
  triage,
  triageSync,
  triageTimeline,
} from '../../../src/index'
import { expectAdvice, snapshotArbitrary } from '../../../src/testing'
import { brokenLinks } from '../../support/markdown-links'
import { ownFiles, ownManifest } from '../../support/own-rule-set'

vi.setConfig({ testTimeout: 60_000 })

const loaded = loadRuleSet(ownFiles())
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
const { ruleSet } = loaded

const NIGHTS = {
  asOf: '2026-09-14',
  absence: { spells: [{ firstDay: '2026-08-03' }], leaves: [] },
  own: { nightShifts: 8, teams: ['late', 'night'], rosterAgreed: true, rosterChangedOn: '2026-08-31' },
}
const at = (own: object, rest: object = {}) => ({ ...NIGHTS, ...rest, own: { ...NIGHTS.own, ...own } })
const without = (name: string) => ({
  ...NIGHTS,
  own: Object.fromEntries(Object.entries(NIGHTS.own).filter(([key]) => key !== name)),
})

describe("an organisation's own facts", () => {
  it('decide its own rules, services and needs', () => {
    const both = { ruleSet, locale: 'en' } as const
    expectAdvice(NIGHTS, both)
      .toRecommend('roster-scan', {
        certainty: 'certain',
        startBy: '2026-09-28',
        reasons: ['shift-work/many-nights', 'shift-work/roster-changed'],
        notBlockedBy: ['roster'],
      })
      .toMatchExpectation({ checklists: { 'shift-work': 'positive' } })
    expectAdvice(at({ rosterAgreed: false }), both).toRecommend('roster-scan', { blockedBy: { roster: 'unmet' } })
    expectAdvice(at({ nightShifts: 5 }), both).notToRecommend('roster-scan')
    expectAdvice(at({ teams: ['late'] }), both).notToRecommend('roster-scan')
    expectAdvice(at({ sleepAdvice: 'rest' }), both).toHold('roster-scan', { by: 'shift-work/rest-first' })
  })

  it('stand in texts', () => {
    const { advice } = expectAdvice(NIGHTS, { ruleSet, locale: 'en' })
    const reason = advice.recommendations.find(({ service }) => service === 'roster-scan')?.reasons[0]
    expect(reason?.text).toBe('There are 8 night shifts a month.')
    expect(advice.ruleSet).toMatchObject({ id: 'our-rules', version: '1.0.0' })
    const open = expectAdvice(without('nightShifts'), { ruleSet, locale: 'en' }).advice
    // What is not known is no fact: the text asks for it, in the organisation's own words.
    expect(JSON.stringify(open)).not.toContain('night shifts a month.')
    expect(open.recommendations.find(({ service }) => service === 'roster-scan')?.reasons[0]?.text).toBe(
      'How many night shifts a month? Whether this is needed depends on that.',
    )
  })

  it('are asked while they can still decide, by the question that the organisation wrote', () => {
    const { advice } = expectAdvice(without('nightShifts'), { ruleSet, locale: 'en' }).toAsk('own.nightShifts')
    expect(advice.openQuestions.find(({ fact }) => fact === 'own.nightShifts')).toMatchObject({
      state: 'not-asked',
      question: 'How many night shifts a month?',
      askedOf: 'case-manager',
      decides: expect.arrayContaining(['roster-scan']),
    })
    expectAdvice(at({ nightShifts: 2 }), { ruleSet }).notToAsk('own.teams', 'own.sleepAdvice', 'own.rosterChangedOn')
    expectAdvice(at({ nightShifts: 'unknown:refused' }), { ruleSet }).toAsk('own.nightShifts')
    expectAdvice(without('teams'), { ruleSet }).toAsk('own.teams')
  })

  it('leave what they do not know possible', () => {
    for (const name of ['nightShifts', 'teams'])
      expectAdvice(without(name), { ruleSet }).toRecommend('roster-scan', { certainty: 'possible' })
  })

  it('can be days, also for a window and the timeline', () => {
    expectAdvice(at({ rosterChangedOn: 'none' }), { ruleSet }).toRecommend('roster-scan', {
      reasons: ['shift-work/many-nights'],
      notReasons: ['shift-work/roster-changed'],
    })
    expectAdvice(at({ rosterChangedOn: '2026-06-01' }), { ruleSet }).toRecommend('roster-scan', {
      notReasons: ['shift-work/roster-changed'],
    })
    const { days } = triageTimeline(
      { ...NIGHTS, asOf: '2026-10-05' },
      { audience: 'full', ruleSet, until: '2026-11-30' },
    )
    // Six weeks after the last of August: the window of the changed roster is over on the day after.
    expect(days.map(({ on }) => on)).toContain('2026-10-13')
  })

  it('that are medical do not reach the employer', () => {
    const held = at({ sleepAdvice: 'rest' })
    const full = JSON.stringify(triageSync(held, { audience: 'full', ruleSet }))
    const employer = JSON.stringify(triageSync(held, { ruleSet, audience: 'employer' }))
    expect(full.includes('shift-work/rest-first')).toBe(true)
    for (const word of ['own.sleepAdvice', 'shift-work/rest-first', 'Wat is het advies over slaap'])
      expect([word, employer.includes(word)]).toEqual([word, false])
    // Nothing of the hold is cut out of the employer's advice: it was never in it.
    expect(employer).toBe(JSON.stringify(triageSync(NIGHTS, { ruleSet, audience: 'employer' })))
    const open = triageSync(NIGHTS, { ruleSet, audience: 'employer' })
    expect(JSON.stringify(open)).not.toContain('sleepAdvice')
    expect(triageSync(NIGHTS, { audience: 'full', ruleSet }).openQuestions.map(({ fact }) => fact)).toContain(
      'own.sleepAdvice',
    )
  })

  it('weigh the same on the engine and without it, in every case', async () => {
    const options: TriageOptions[] = [
      { ruleSet, audience: 'full' },
      { ruleSet, audience: 'employer', locale: 'en' },
    ]
    await fc.assert(
      fc.asyncProperty(
        snapshotArbitrary(fc, { ruleSet, known: 3 }),
        fc.constantFrom(...options),
        async (snapshot, how) => {
          expect(triageSync(snapshot, how)).toEqual(await triage(snapshot, how))
        },
      ),
      { numRuns: 60, seed: 11, endOnFailure: true },
    )
  })

  it('of which nothing is answered change nothing that other facts decide', () => {
    fc.assert(
      fc.property(snapshotArbitrary(fc, { known: 6 }), (snapshot) => {
        const [shipped, own] = [
          triageSync(snapshot, { audience: 'full' }),
          triageSync(snapshot, { audience: 'full', ruleSet }),
        ]
        const services = own.recommendations.map(({ service }) => service)
        for (const { service, certainty } of shipped.recommendations) {
          expect(services).toContain(service)
          if (certainty === 'certain' && service !== 'file-check')
            expect(own.recommendations.find((one) => one.service === service)?.certainty).toBe('certain')
        }
      }),
      { numRuns: 60, seed: 2, endOnFailure: true },
    )
  })
})

describe('a snapshot with a section of its own', () => {
  const parse = (own: unknown, locale: 'nl' | 'en' = 'en') =>
    parseSnapshot({ asOf: '2026-09-14', own }, { audience: 'full', ruleSet, locale })
  const codes = (own: unknown) => {
    const parsed = parse(own)
    return parsed.ok ? [] : parsed.issues.map(({ code, path, nearest }) => [code, path.join('.'), nearest])
  }

  it('is accepted with the rule set that asks it, in the order of its facts, and frozen', () => {
    const parsed = parse({ teams: [], nightShifts: 'unknown', rosterChangedOn: 'none' })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(Object.keys(parsed.snapshot.own ?? {})).toEqual(['nightShifts', 'teams', 'rosterChangedOn'])
    expect(Object.isFrozen(parsed.snapshot.own)).toBe(true)
    expect(parse({}).ok).toBe(true)
  })

  it('is refused with any other rule set', () => {
    const plain = parseSnapshot({ asOf: '2026-09-14', own: { nightShifts: 3 } })
    expect(plain.ok ? [] : plain.issues.map(({ code, path }) => [code, path])).toEqual([['unknown-key', ['own']]])
    expect(() => triageSync(NIGHTS, { audience: 'full' })).toThrow(TriageError)
    const bare = loadRuleSet({ 'manifest.json': ownManifest() })
    expect(() => triageSync(NIGHTS, { audience: 'full', ...(bare.ok ? { ruleSet: bare.ruleSet } : {}) })).toThrow(
      TriageError,
    )
    expect(shippedRuleSet().facts.size).toBe(0)
  })

  it.each<[string, unknown, unknown[]]>([
    ['a list', [], [['wrong-type', 'own', undefined]]],
    ['null', null, [['wrong-type', 'own', undefined]]],
    ['a fact that is not there', { nightshift: 3 }, [['unknown-key', 'own.nightshift', 'nightShifts']]],
    ['a text for a number', { nightShifts: '3' }, [['wrong-type', 'own.nightShifts', undefined]]],
    ['a number out of range', { nightShifts: 32 }, [['out-of-range', 'own.nightShifts', undefined]]],
    ['a text for yes or no', { rosterAgreed: 'yes' }, [['wrong-type', 'own.rosterAgreed', undefined]]],
    ['a value that is not there', { sleepAdvice: 'sleep' }, [['unknown-value', 'own.sleepAdvice', undefined]]],
    ['a number for a choice', { sleepAdvice: 1 }, [['wrong-type', 'own.sleepAdvice', undefined]]],
    ['a day that is none', { rosterChangedOn: '2026-02-30' }, [['invalid-date', 'own.rosterChangedOn', undefined]]],
    ['a day out of range', { rosterChangedOn: '1800-01-01' }, [['out-of-range', 'own.rosterChangedOn', undefined]]],
    ['a word for a list', { teams: 'night' }, [['wrong-type', 'own.teams', undefined]]],
    ['an item that is not there', { teams: ['early', 'noon'] }, [['unknown-value', 'own.teams.1', undefined]]],
    ['an item twice', { teams: ['early', 'early'] }, [['duplicate-item', 'own.teams.1', undefined]]],
    [
      'several things at once',
      { teams: 1, nightShifts: 99 },
      [
        ['out-of-range', 'own.nightShifts', undefined],
        ['wrong-type', 'own.teams', undefined],
      ],
    ],
  ])('is refused with %s', (_, own, expected) => {
    expect(codes(own)).toEqual(expected)
  })

  it('never has an answer in a message', () => {
    for (const locale of ['nl', 'en'] as const) {
      const parsed = parse({ sleepAdvice: 'pills', nightShifts: 777, rosterChangedOn: '2026-13-01' }, locale)
      const told = JSON.stringify(parsed)
      expect(parsed.ok).toBe(false)
      for (const answer of ['pills', '777', '2026-13-01']) expect(told).not.toContain(answer)
    }
  })

  it('may come from anywhere: nothing throws, and only what is right is accepted', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (own) => {
        const parsed = parse(own)
        if (parsed.ok) triageSync(parsed.snapshot, { audience: 'full', ruleSet })
        else expect(parsed.issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 300, seed: 4, endOnFailure: true },
    )
  })
})

describe('what an organisation changed', () => {
  it('counts in the advice: a disabled rule, another default, other words', () => {
    const conflict = { asOf: '2026-09-14', conflict: { status: 'established', handling: 'none' } } as const
    expectAdvice(conflict).toHold('advice-conversation', { by: 'conflict/established-hold' })
    const { advice } = expectAdvice(conflict, { ruleSet })
    expect(JSON.stringify(advice)).not.toContain('conflict/established-hold')
    const reports = ['01', '03', '05'].map((month) => ({
      firstDay: `2026-${month}-02`,
      recoveredOn: `2026-${month}-05`,
    }))
    const frequent = { asOf: '2026-09-14', absence: { spells: reports } } as const
    expectAdvice(frequent).toMatchExpectation({ checklists: { 'frequent-absence': 'positive' } })
    expectAdvice(frequent, { ruleSet }).toMatchExpectation({ checklists: { 'frequent-absence': 'negative' } })
    expect(
      triageSync(frequent, { audience: 'full', ruleSet, locale: 'en' }).recommendations.map(({ title }) => title),
    ).not.toContain('File check')
  })

  it('gives another digest than the shipped rule set does', () => {
    const [shipped, own] = [
      triageSync({ asOf: '2026-09-14' }, { audience: 'full' }),
      triageSync({ asOf: '2026-09-14' }, { audience: 'full', ruleSet }),
    ]
    expect(own.ruleSet.digest).not.toBe(shipped.ruleSet.digest)
  })
})

describe('the pages of such a rule set', () => {
  const pages = renderDocs(ruleSet, 'nl')
  const page = (name: string): string => pages.get(name) ?? ''

  it('show its own facts as questions, its rules as sentences, and no id in the place of a question', () => {
    expect(page('shift-work.md')).toContain('Hoeveel nachtdiensten per maand?')
    expect(page('shift-work.md')).toContain('**rust**')
    expect(page('shift-work.md')).toContain('Wanneer is het rooster gewijzigd?')
    expect(page('shift-work.md')).not.toContain('| `own.nightShifts` | ')
    expect(brokenLinks(pages)).toEqual([])
  })

  it('say what it extends, what it disables and what it overrides, with the reasons', () => {
    expect(page('README.md')).toContain('Breidt uit: `nl-early-referral`')
    expect(page('README.md')).toContain('`conflict/established-hold`. Wij wachten niet.')
    expect(page('README.md')).toContain('3 → 4. Afgesproken met de ondernemingsraad.')
    expect(renderDocs(shippedRuleSet(), 'nl').get('README.md')).not.toContain('Breidt uit')
  })
})
