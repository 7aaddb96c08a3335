import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BASE_FACTS, type BaseFact, levelOf } from '../../../src/core/snapshot/catalogue'
import { UNKNOWN_VALUES } from '../../../src/core/snapshot/fact'
import type { Snapshot } from '../../../src/core/snapshot/snapshot'
import { type FormQuestion, formOf, isAsked } from '../../../src/forms/form/form'
import {
  type Advice,
  createTriage,
  exportForm,
  FORM_FORMATS,
  loadRuleSet,
  type RuleSet,
  shippedRuleSet,
  triageSync,
} from '../../../src/index'
import { forget, getFact, isConsistent, knownValue, setFact, snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { UNUSED } from '../../support/form-snapshots'
import { ownFiles } from '../../support/own-rule-set'
import { shippedCopy } from '../../support/patch-rule-set'

const RUNS = { seed: 20_260_731, endOnFailure: true }
const AS_OF = '2026-07-31'

const conditionsOf = (ruleSet: RuleSet): readonly FormQuestion[] =>
  formOf(ruleSet).flatMap(({ questions }) => questions)
const shipped = conditionsOf(shippedRuleSet())
const question = (fact: string, of = shipped): FormQuestion => {
  const found = of.find((one) => one.fact === fact)
  if (!found) throw new RangeError(`no question ${fact}`)
  return found
}

/** Every value of a controlling fact at which a question is not asked. */
const excluded = (one: FormQuestion): [string, string | boolean][] =>
  (one.askedWhen ?? []).flatMap(({ fact, in: values }) =>
    valuesOf(BASE_FACTS.get(fact) as BaseFact)
      .filter((value) => !values.includes(value))
      .map((value): [string, string | boolean] => [fact, value]),
  )
/** For each value that leaves questions out, the questions. */
function silentAt(questions: readonly FormQuestion[]): [string, string | boolean, string[]][] {
  const found = new Map<string, [string, string | boolean, string[]]>()
  for (const one of questions)
    for (const [fact, value] of excluded(one)) {
      const [, , silent] = found.get(`${fact}=${value}`) ?? [fact, value, []]
      found.set(`${fact}=${value}`, [fact, value, [...silent, one.fact]])
    }
  return [...found.values()]
}
const valuesOf = ({ type, options }: BaseFact): (string | boolean)[] =>
  type === 'boolean' ? [true, false] : Object.keys(options ?? {})

const withFact = (snapshot: Snapshot, fact: string, value: unknown): Snapshot => {
  const copy = structuredClone(snapshot) as Record<string, unknown>
  setFact(copy, fact, value)
  return copy as Snapshot
}
const without = (snapshot: Snapshot, fact: string): Snapshot =>
  getFact(snapshot, fact) === undefined ? snapshot : forget(snapshot, fact, 'absent')
const openIn = (snapshot: Snapshot, ruleSet?: RuleSet): readonly string[] =>
  triageSync(snapshot, { audience: 'full', ...(ruleSet ? { ruleSet } : {}) }).openQuestions.map(({ fact }) => fact)

const conditional = shipped.filter(({ askedWhen }) => askedWhen)
const cases = conditional.flatMap((one) => excluded(one).map(([fact, value]) => ({ asks: one.fact, fact, value })))

describe('a question that is not asked', () => {
  it('is one of these', () => {
    expect(conditional.map(({ fact }) => fact)).toEqual([
      'conflict.handling',
      'returnToWork.otherWorkWithEmployer',
      'process.deviationMotivated',
    ])
  })

  it.each(cases)('$asks cannot change advice at $fact = $value', ({ asks, fact, value }) => {
    expect(isAsked(question(asks), withFact({ asOf: AS_OF }, fact, value))).toBe(false)
    expect(openIn(withFact({ asOf: AS_OF }, fact, value))).not.toContain(asks)
  })

  it('changes no word of any advice, whatever its answer and the others are', () => {
    const answers = fc
      .constantFrom(...cases)
      .chain((one) =>
        fc.tuple(
          fc.constant(one),
          snapshotArbitrary(1),
          fc.oneof(knownValue(BASE_FACTS.get(one.asks) as BaseFact, 20_000), fc.constantFrom(...UNKNOWN_VALUES)),
          fc.constantFrom('full', 'employer'),
        ),
      )
    fc.assert(
      fc.property(answers, ([{ asks, fact, value }, snapshot, answer, audience]) => {
        const before = without(withFact(snapshot, fact, value), asks)
        const options = { audience } as const
        fc.pre(isConsistent(before) && isConsistent(withFact(before, asks, answer)))
        // For the employer a medical answer is not known, and so excludes nothing there.
        if (audience === 'full') expect(openIn(before)).not.toContain(asks)
        if (audience === 'employer' && BASE_FACTS.get(fact)?.tier === 'medical') return
        expect(triageSync(withFact(before, asks, answer), options)).toEqual(triageSync(before, options))
      }),
      { ...RUNS, numRuns: 250 },
    )
  })

  it('would have mattered at a value that is asked about', () => {
    for (const one of conditional)
      for (const { fact, in: values } of one.askedWhen ?? [])
        for (const value of values) {
          const known = withFact({ asOf: AS_OF, absence: { spells: [{ firstDay: '2025-06-02' }] } }, fact, value)
          if (one.fact !== 'process.deviationMotivated') expect(openIn(known)).toContain(one.fact)
          else expect(milestonesIn(known, true)).not.toEqual(milestonesIn(known, false))
        }
  })
})

const milestonesIn = (known: Snapshot, deviationMotivated: boolean): Advice['calendar'] =>
  triageSync({ ...known, process: { problemAnalysisOn: '2026-07-01', deviationMotivated } }, { audience: 'full' })
    .calendar

describe('isAsked', () => {
  const handling = question('conflict.handling')
  const standings: readonly (readonly [string, string | undefined, boolean])[] = [
    ['asks while the controlling fact was not asked', undefined, true],
    ...UNKNOWN_VALUES.map((word) => [`asks at "${word}": unknown is never no`, word, true] as const),
    ['asks at a value that is in the list', 'established', true],
    ['does not ask at a value outside it', 'signal', false],
  ]
  it.each(standings)('%s', (_name, status, expected) => {
    const snapshot = status === undefined ? { asOf: AS_OF } : withFact({ asOf: AS_OF }, 'conflict.status', status)
    expect(isAsked(handling, snapshot)).toBe(expected)
  })

  it('asks only while every condition is still possible', () => {
    const other = question('returnToWork.otherWorkWithEmployer')
    expect(isAsked(other, withFact({ asOf: AS_OF }, 'returnToWork.ownWork', 'doubtful'))).toBe(true)
    expect(isAsked(other, withFact({ asOf: AS_OF }, 'returnToWork.ownWork', 'expected'))).toBe(false)
    expect(isAsked(other, withFact({ asOf: AS_OF }, 'returnToWork.ownWork', 'unknown:refused'))).toBe(true)
  })
})

describe('the form of the shipped rule set', () => {
  it('asks every fact of the vocabulary that the rules or the library can use, in authored order', () => {
    const all = [...BASE_FACTS.keys()].filter((fact) => !UNUSED.includes(fact))
    expect(shipped.map(({ fact }) => fact)).toEqual(all)
    for (const fact of shippedRuleSet().checklists.flatMap(({ questions }) => questions)) expect(all).toContain(fact)
  })

  it('has every question that an advice ever leaves open', () => {
    const facts = shipped.map(({ fact }) => fact)
    fc.assert(
      fc.property(snapshotArbitrary(1), (snapshot) => {
        for (const fact of openIn(snapshot)) expect(facts).toContain(fact)
      }),
      { ...RUNS, numRuns: 80 },
    )
  })

  it('has a title in both languages for each section', () => {
    for (const { id, title } of formOf(shippedRuleSet())) {
      expect(title.nl).not.toBe(id)
      expect(title.en.length).toBeGreaterThan(3)
    }
  })
})

describe('what the vocabulary declares of a question', () => {
  const declared = [...BASE_FACTS.values()].filter(({ askedWhen }) => askedWhen)

  it('stands in the form in full: no condition of it is dropped for the shipped rules', () => {
    for (const { id, askedWhen } of declared) expect(question(id).askedWhen).toEqual(askedWhen)
  })

  it.each(declared.map((fact) => [fact.id, fact] as const))(
    '%s turns on an earlier pick by the same people',
    (_id, fact) => {
      for (const { fact: control, in: values } of fact.askedWhen ?? []) {
        const controlling = BASE_FACTS.get(control) as BaseFact
        expect(['boolean', 'choice']).toContain(controlling.type)
        expect(levelOf(control)).toBeLessThan(levelOf(fact.id))
        for (const value of values) expect(valuesOf(controlling)).toContain(value)
        expect(values.length).toBeLessThan(valuesOf(controlling).length)
        // Whoever does not know the one cannot know why the other is not asked; a medical answer shows nowhere else.
        for (const role of fact.answeredBy) expect(controlling.answeredBy).toContain(role)
        if (fact.tier === 'employer') expect(controlling.tier).toBe('employer')
        // FHIR takes a question that is not asked for unanswered, so what that one turns on is said here too.
        for (const further of controlling.askedWhen ?? []) expect(fact.askedWhen).toContainEqual(further)
      }
    },
  )

  it('helps in both languages, in a few sentences', () => {
    for (const { id, help } of BASE_FACTS.values()) {
      if (!help) continue
      for (const text of [help.nl, help.en]) expect(text, id).toMatch(/^[A-Z0-9].{10,400}\.$/)
    }
  })
})

describe('the rule set of another organisation', () => {
  const leaf = (fact: string, value: unknown) => ({ fact, operator: 'equal', value })
  const established = leaf('conflict.status', 'established')
  const mediation = leaf('conflict.handling', 'mediation')

  /** The shipped rules with one more condition for a service, a hold, a waiver, a notice or a deadline. */
  function changed(rule: string, conditions: unknown): RuleSet {
    const files = shippedCopy()
    const file = files[`checklists/${rule.split('/')[0]}.json`] as {
      questions: string[]
      rules: { id: string; conditions: unknown }[]
    }
    const found = file.rules.find(({ id }) => id === rule)
    if (!found) throw new RangeError(rule)
    file.questions = [...new Set([...file.questions, ...factsIn(conditions)])]
    found.conditions = { any: [found.conditions, conditions] }
    const loaded = loadRuleSet(files)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
    return loaded.ruleSet
  }
  const factsIn = (conditions: unknown): string[] =>
    [...JSON.stringify(conditions).matchAll(/"fact":"([^"]+)"/g)].map(([, fact]) => String(fact))
  const keeps = (ruleSet: RuleSet, fact: string): boolean =>
    question(fact, conditionsOf(ruleSet)).askedWhen !== undefined

  it.each([
    ['a rule that recommends', 'conflict/established-unhandled'],
    ['a reason beside another', 'conflict/signal'],
    ['a hold', 'conflict/established-hold'],
    ['a waiver', 'no-return-to-own-work/second-track-started'],
    ['a notice', 'safety-net/calendar'],
  ])('drops a condition that %s does not bear out, and keeps it where it does', (_name, rule) => {
    const unsound = changed(rule, { all: [leaf('conflict.status', 'signal'), mediation] })
    expect(keeps(unsound, 'conflict.handling')).toBe(false)
    const free = changed(rule, mediation)
    expect(keeps(free, 'conflict.handling')).toBe(false)
    expect(keeps(changed(rule, { all: [established, mediation] }), 'conflict.handling')).toBe(true)
    expect(keeps(unsound, 'returnToWork.otherWorkWithEmployer')).toBe(true)
  })

  it('drops the one condition that a milestone does not bear out', () => {
    const files = shippedCopy()
    const { milestones } = files['milestones.json'] as { milestones: { doneBy?: string; conditions?: unknown }[] }
    for (const milestone of milestones) if (milestone.doneBy) delete milestone.conditions
    const loaded = loadRuleSet(files)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
    expect(keeps(loaded.ruleSet, 'process.deviationMotivated')).toBe(false)
  })

  it('never keeps a condition at which the library still asks', () => {
    const facts = ['conflict.status', 'conflict.handling', 'returnToWork.ownWork', 'returnToWork.otherWorkWithEmployer']
    const leaves = fc
      .constantFrom(...facts, 'health.recoveryVersusExpectation', 'health.treatmentAdequate')
      .chain((fact) =>
        fc
          .tuple(
            fc.constantFrom('equal', 'notEqual'),
            fc.constantFrom(...Object.keys(BASE_FACTS.get(fact)?.options ?? {})),
          )
          .map(([operator, value]) => ({ fact, operator, value })),
      )
    const groups = fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(leaves, { minLength: 1, maxLength: 3 }))
      .map(([kind, members]) => ({ [kind]: members }))
    const rules = fc.constantFrom(
      'conflict/established-unhandled',
      'no-return-to-own-work/second-track-started',
      'conflict/established-hold',
    )
    let dropped = 0
    fc.assert(
      fc.property(rules, fc.array(groups, { minLength: 1, maxLength: 2 }), (rule, all) => {
        const ruleSet = changed(rule, { all })
        const questions = conditionsOf(ruleSet)
        const advise = createTriage({ audience: 'full', ruleSet })
        for (const [fact, value, silent] of silentAt(questions)) {
          const open = advise(withFact({ asOf: AS_OF }, fact, value)).openQuestions
          expect(open.filter((one) => silent.includes(one.fact))).toEqual([])
        }
        dropped += conditional.filter(({ fact }) => !keeps(ruleSet, fact)).length
      }),
      { ...RUNS, numRuns: 10 },
    )
    expect(dropped).toBeGreaterThan(5)
  })

  it('asks its own facts last, in every format', () => {
    const loaded = loadRuleSet(ownFiles())
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
    const { ruleSet } = loaded
    const last = formOf(ruleSet).at(-1)
    expect(last?.id).toBe('own')
    expect(last?.title.nl).toBe('Vragen van de organisatie')
    expect(last?.questions.map(({ fact }) => fact)).toEqual([...ruleSet.facts.keys()])
    for (const format of FORM_FORMATS) {
      const text = JSON.stringify(exportForm(format, { audience: 'full', ruleSet }))
      for (const { question } of ruleSet.facts.values()) expect(text, format).toContain(question.nl)
      expect(text, format).toContain('Roosterscan')
    }
  })
})
