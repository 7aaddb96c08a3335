import { times } from './report.mjs'

/** What house and hosts may count on. A budget is told with what was measured, and whether it holds. */
export const atMost = (what, measured, budget) => ({ what, measured, budget, sign: '<=', holds: measured <= budget })
export const atLeast = (what, measured, budget) => ({ what, measured, budget, sign: '>=', holds: measured >= budget })

export function budgetSection(budgets) {
  return {
    title: 'Budgets',
    text: ['What has to hold, as it was measured in this run; the tables below say how.'],
    head: ['what', 'budget', 'measured', 'holds'],
    rows: budgets.map(({ what, measured, budget, sign, holds }) => [
      what,
      `${sign} ${times(budget)}`,
      times(measured),
      holds ? 'yes' : 'NO',
    ]),
  }
}
