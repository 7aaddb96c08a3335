import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateSavings, type SavingsEstimate, type SavingsInput, TriageError } from '../../../src/index'
import { ASSUMPTION_NAMES, ASSUMPTIONS } from '../../../src/reports/savings/assumptions'
import { CAVEAT } from '../../../src/reports/savings/savings-text'

const RUNS = { numRuns: 500 }

/** The issues of a call that must be refused. */
function refused(input: unknown, options?: unknown): TriageError['issues'] {
  try {
    estimateSavings(input as SavingsInput, options as object)
  } catch (error) {
    expect(error).toBeInstanceOf(TriageError)
    return (error as TriageError).issues
  }
  throw new Error('it was not refused')
}

const codesAndPaths = (input: unknown, options?: unknown): string[] =>
  refused(input, options).map(({ code, path }) => `${code} ${path.join('.')}`)

/** A wage, with any assumptions that go together. */
const inputs = fc
  .record(
    {
      dailyWage: fc.integer({ min: 0, max: 10_000 }),
      replacementCostPerDay: fc.integer({ min: 0, max: 10_000 }),
      workingDaysPerYear: fc.integer({ min: 1, max: 366 }),
      assessmentAfterMonths: fc.integer({ min: 0, max: 11 }),
      usualAfterMonths: fc.integer({ min: 12, max: 24 }),
      fallInIncapacity: fc.double({ min: 0, max: 100, noNaN: true }),
      buildUpPerMonth: fc.double({ min: 1, max: 100, noNaN: true }),
      immediatelyEffective: fc.double({ min: 0, max: 100, noNaN: true }),
      assessmentCost: fc.integer({ min: 0, max: 100_000 }),
    },
    { requiredKeys: ['dailyWage'] },
  )
  .map((input) => input as SavingsInput)

describe('the table of cahier-32 4.2.2, to the euro', () => {
  it.each([
    [176, 9152, 5125],
    [120, 6240, 3494],
    [90, 4680, 2621],
  ])('a daily wage of EUR %i', (dailyWage, whenEffective, perEmployee) => {
    expect(estimateSavings({ dailyWage }).wage).toMatchObject({ whenEffective, perEmployee })
  })

  it('the months of a daily wage of EUR 176', () => {
    expect(estimateSavings({ dailyWage: 176 }).wage.phases).toEqual([
      { fromMonth: 4, untilMonth: 4, points: 10, perMonth: 381, amount: 381 },
      { fromMonth: 5, untilMonth: 5, points: 20, perMonth: 763, amount: 763 },
      { fromMonth: 6, untilMonth: 12, points: 30, perMonth: 1144, amount: 8008 },
    ])
  })

  it('replacement at EUR 200 a day, once the build-up is complete', () => {
    const { replacement } = estimateSavings({ dailyWage: 176 })
    expect(replacement.phases).toEqual([{ fromMonth: 6, untilMonth: 12, points: 30, perMonth: 1300, amount: 9100 }])
    expect(replacement.whenEffective).toBe(9100)
  })

  it('assessments at EUR 1,000, and a second one for the 44% without immediate effect', () => {
    expect(estimateSavings({ dailyWage: 176 }).costs).toEqual({ perAssessment: 1000, perEmployee: 1440 })
  })

  it('does not follow from the 21.7 working days a month that the report writes', () => {
    // 21.7 days at EUR 176 would be 382 and 764 in months 4 and 5; the report prints 381 and 763, as 260/12 gives.
    expect([Math.round(0.1 * 176 * 21.7), Math.round(0.2 * 176 * 21.7)]).toEqual([382, 764])
    expect([Math.round(0.1 * 176 * (260 / 12)), Math.round(0.2 * 176 * (260 / 12))]).toEqual([381, 763])
  })
})

describe('the estimate', () => {
  it('says on which numbers it rests, with unit, source and basis, and who set them', () => {
    const policy = { 'savings.assessmentCost': 1200, 'savings.immediatelyEffective': 60 }
    const input = { dailyWage: 150, immediatelyEffective: 50 }
    const estimate = estimateSavings(input, { policy, locale: 'en' })
    expect(estimate.assumptions.map(({ name }) => name)).toEqual(ASSUMPTION_NAMES)
    for (const { name, label, value, unit, setBy, source, basis, default: reported } of estimate.assumptions) {
      expect(source.id).toBe('cahier-32')
      expect([label, unit].every((text) => text.length > 0)).toBe(true)
      expect(basis).toBe('practice')
      expect(reported).toBe(ASSUMPTIONS[name].default)
      const expected = { assessmentCost: ['policy', 1200], immediatelyEffective: ['input', 50] }[name as string]
      expect([setBy, value]).toEqual(expected ?? ['report', reported])
    }
    expect(estimate.costs).toEqual({ perAssessment: 1200, perEmployee: 1800 })
    expect(estimate.wage.perEmployee).toBe(Math.round(estimate.wage.whenEffective / 2))
  })

  it.each(['nl', 'en'] as const)('always carries the caveat of the report (%s)', (locale) => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(estimateSavings(input, { locale }).caveat).toBe(CAVEAT[locale])
      }),
      RUNS,
    )
    expect(CAVEAT[locale]).toMatch(/(één dossierstudie zonder controlegroep|one file study without a control group)/)
  })

  it('has whole euros, never less than nothing, and the average is no more than the whole', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { wage, replacement, costs } = estimateSavings(input)
        const amounts = [wage, replacement].flatMap((saving) => [saving.whenEffective, saving.perEmployee])
        for (const amount of [...amounts, costs.perAssessment, costs.perEmployee]) {
          expect(Number.isInteger(amount)).toBe(true)
          expect(amount).toBeGreaterThanOrEqual(0)
        }
        expect(wage.perEmployee).toBeLessThanOrEqual(wage.whenEffective)
        expect(costs.perEmployee).toBeGreaterThanOrEqual(costs.perAssessment)
      }),
      RUNS,
    )
  })

  it('counts every month after the earlier assessment up to the usual one, once', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { wage, replacement } = estimateSavings(input)
        const months = wage.phases.flatMap(({ fromMonth, untilMonth }) =>
          Array.from({ length: untilMonth - fromMonth + 1 }, (_, index) => fromMonth + index),
        )
        const first = (input.assessmentAfterMonths ?? 3) + 1
        expect(months).toEqual(Array.from({ length: months.length }, (_, index) => first + index))
        expect(months.at(-1)).toBe(input.usualAfterMonths ?? 12)
        const sum = wage.phases.reduce((total, { amount }) => total + amount, 0)
        expect(Math.abs(sum - wage.whenEffective)).toBeLessThanOrEqual(wage.phases.length)
        expect(replacement.phases.length).toBeLessThanOrEqual(1)
      }),
      RUNS,
    )
  })

  it('saves more with a higher wage, an earlier assessment or a larger fall', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 10 }), (input, more) => {
        const saved = (changes: Partial<SavingsInput>): number =>
          estimateSavings({ ...input, ...changes }).wage.whenEffective
        const before = saved({})
        const earlier = Math.max(0, (input.assessmentAfterMonths ?? 3) - more)
        const larger = Math.min(100, (input.fallInIncapacity ?? 30) + more)
        expect(saved({ dailyWage: Math.min(10_000, input.dailyWage + more) })).toBeGreaterThanOrEqual(before)
        expect(saved({ assessmentAfterMonths: earlier })).toBeGreaterThanOrEqual(before)
        expect(saved({ fallInIncapacity: larger })).toBeGreaterThanOrEqual(before)
      }),
      RUNS,
    )
  })

  it('is the same whatever the order of keys, and leaves its input alone', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const frozen = Object.freeze({ ...input })
        const backwards = Object.fromEntries(Object.entries(input).reverse()) as SavingsInput
        expect(JSON.stringify(estimateSavings(backwards))).toBe(JSON.stringify(estimateSavings(frozen)))
      }),
      RUNS,
    )
  })

  it('completes a build-up whose steps are no whole numbers', () => {
    const { wage } = estimateSavings({ dailyWage: 100, fallInIncapacity: 9.9, buildUpPerMonth: 3.3 })
    expect(wage.phases.map(({ fromMonth, points }) => [fromMonth, points])).toEqual([
      [4, 3.3],
      [5, 6.6],
      [6, 9.9],
    ])
  })

  it('has no replacement to save while the build-up is not complete', () => {
    const { replacement } = estimateSavings({ dailyWage: 100, buildUpPerMonth: 1 })
    expect(replacement).toEqual({
      phases: [],
      whenEffective: 0,
      perEmployee: 0,
    } satisfies SavingsEstimate['replacement'])
  })
})

describe('bad input', () => {
  it.each([
    [{}, ['missing-key dailyWage']],
    [[], ['wrong-type ']],
    [null, ['wrong-type ']],
    ['176', ['wrong-type ']],
    [{ dailyWage: '176' }, ['wrong-type dailyWage']],
    [{ dailyWage: null }, ['wrong-type dailyWage']],
    [{ dailyWage: -1 }, ['out-of-range dailyWage']],
    [{ dailyWage: 10_001 }, ['out-of-range dailyWage']],
    [{ dailyWage: Number.NaN }, ['not-plain-data dailyWage']],
    [{ dailyWage: 176, workingDaysPerYear: 260.5 }, ['wrong-type workingDaysPerYear']],
    [{ dailyWage: 176, workingDaysPerYear: 0 }, ['out-of-range workingDaysPerYear']],
    [{ dailyWage: 176, buildUpPerMonth: 0 }, ['out-of-range buildUpPerMonth']],
    [{ dailyWage: 176, immediatelyEffective: 101 }, ['out-of-range immediatelyEffective']],
    [{ dailyWage: 176, assessmentAfterMonths: 12 }, ['out-of-range assessmentAfterMonths']],
    [{ dailyWage: 176, usualAfterMonths: 3 }, ['out-of-range usualAfterMonths']],
    [{ wage: 1, dailyWages: 2 }, ['missing-key dailyWage', 'unknown-key dailyWages', 'unknown-key wage']],
    [
      { extra: 1, assessmentCost: -1, dailyWage: true },
      ['wrong-type dailyWage', 'out-of-range assessmentCost', 'unknown-key extra'],
    ],
    [JSON.parse('{ "dailyWage": 176, "__proto__": {} }'), ['forbidden-key __proto__']],
  ])('%j', (input, expected) => {
    expect(codesAndPaths(input)).toEqual(expected)
  })

  it('names the nearest key, what was given and what would be right, in the language asked for', () => {
    expect(refused({ dailyWages: 176, dailyWage: 176 }, { locale: 'en' })).toEqual([
      {
        code: 'unknown-key',
        path: ['dailyWages'],
        message: 'the key "dailyWages" is not known: use "dailyWage"',
        nearest: 'dailyWage',
      },
    ])
    expect(refused({ dailyWage: -4 })).toEqual([
      {
        code: 'out-of-range',
        path: ['dailyWage'],
        message: '-4 valt buiten het bereik: gebruik een getal van 0 tot en met 10000',
        received: '-4',
        expected: 'een getal van 0 tot en met 10000',
      },
    ])
  })

  it.each([
    [null, ['wrong-type options']],
    [[], ['wrong-type options']],
    [{ locale: 'fr' }, ['unknown-value options.locale']],
    [{ audience: 'full' }, ['unknown-option options.audience']],
    [{ policy: 4 }, ['wrong-type options.policy']],
    [{ policy: { 'savings.assesmentCost': 4 } }, ['unknown-parameter options.policy.savings.assesmentCost']],
    [{ policy: { promptReferral: 'P14D' } }, ['unknown-parameter options.policy.promptReferral']],
    [{ policy: { 'savings.assessmentCost': '4' } }, ['invalid-parameter options.policy.savings.assessmentCost']],
    [{ policy: { 'savings.assessmentCost': null } }, ['invalid-parameter options.policy.savings.assessmentCost']],
    [{ policy: { 'savings.usualAfterMonths': 2 } }, ['out-of-range options.policy.savings.usualAfterMonths']],
    [{ policy: () => 1 }, ['not-plain-data options.policy']],
  ])('options: %j', (options, expected) => {
    expect(codesAndPaths({ dailyWage: 176 }, options)).toEqual(expected)
  })

  it('of any JSON value is refused with coded issues, never with another error', () => {
    const known = fc.constantFrom('dailyWage', ...ASSUMPTION_NAMES, 'locale', 'policy')
    const near = fc.dictionary(known, fc.oneof(fc.double(), fc.jsonValue()))
    const anything = fc.oneof(fc.jsonValue(), near, fc.anything())
    fc.assert(
      fc.property(anything, anything, (input, options) => {
        try {
          estimateSavings(input as SavingsInput, options as object)
        } catch (error) {
          expect(error).toBeInstanceOf(TriageError)
          expect((error as TriageError).issues.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
