import * as z from '../../core/zod'
import { ASSUMPTIONS, type Assumption } from './assumptions'

/** EUR per working day: wider than any wage. */
export const DAILY_WAGE = { range: [0, 10_000], whole: false } as const

const amount = ({ range: [least, most], whole }: Pick<Assumption, 'range' | 'whole'>) =>
  (whole ? z.int() : z.number()).min(least).max(most)
const own = (assumption: Assumption) => amount(assumption).optional()

/** A wage, and whatever the caller assumes otherwise than the report. */
export const savingsInput = z.strictObject({
  dailyWage: amount(DAILY_WAGE),
  replacementCostPerDay: own(ASSUMPTIONS.replacementCostPerDay),
  workingDaysPerYear: own(ASSUMPTIONS.workingDaysPerYear),
  assessmentAfterMonths: own(ASSUMPTIONS.assessmentAfterMonths),
  usualAfterMonths: own(ASSUMPTIONS.usualAfterMonths),
  fallInIncapacity: own(ASSUMPTIONS.fallInIncapacity),
  buildUpPerMonth: own(ASSUMPTIONS.buildUpPerMonth),
  immediatelyEffective: own(ASSUMPTIONS.immediatelyEffective),
  assessmentCost: own(ASSUMPTIONS.assessmentCost),
})

export type SavingsInput = z.infer<typeof savingsInput>
