import type { Citation } from '../../core/advice'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { Basis } from '../../core/rules/parameter'
import type { Locale } from '../../core/snapshot/fact'
import { ASSUMPTION_NAMES, ASSUMPTIONS, type AssumedValues, type Assumption, type AssumptionName } from './assumptions'
import { readSavings, type SavingsInput, type SavingsOptions } from './read-savings'
import { CAVEAT } from './savings-text'

/** Months in a row in which the same share of the work is back earlier. Months are counted from the first day of illness. */
export interface Phase {
  readonly fromMonth: number
  /** Inclusive. */
  readonly untilMonth: number
  /** Percentage points of wage value more than without the earlier assessment. */
  readonly points: number
}

/**
 * What the earlier assessment wins, from the month after it to the month of the usual one: a build-up in equal steps,
 * then the whole fall in incapacity (cahier-32 4.2.2).
 */
export function phasesOf(assumed: AssumedValues): readonly Phase[] {
  const phases: Phase[] = []
  for (let month = assumed.assessmentAfterMonths + 1; month <= assumed.usualAfterMonths; month++) {
    const built = (month - assumed.assessmentAfterMonths) * assumed.buildUpPerMonth
    const points = Math.min(withoutNoise(built), assumed.fallInIncapacity)
    const last = phases.at(-1)
    if (last?.points === points) phases[phases.length - 1] = { ...last, untilMonth: month }
    else phases.push({ fromMonth: month, untilMonth: month, points })
  }
  return phases
}

/** Replacement costs only fall once the build-up is complete (cahier-32 4.2.2). */
export const isComplete = (phase: Phase, assumed: AssumedValues): boolean => phase.points === assumed.fallInIncapacity

export const monthsIn = ({ fromMonth, untilMonth }: Phase): number => untilMonth - fromMonth + 1

/** Three times 3.3 is 9.9, also in floating point. */
const withoutNoise = (points: number): number => Math.round(points * 1e6) / 1e6

/** What one kind of cost falls by, in whole euros. */
export interface Saving {
  readonly phases: readonly SavingPhase[]
  /** For an employee for whom the assessment has immediate effect. */
  readonly whenEffective: number
  /** Averaged over every employee assessed, those for whom it has none included. */
  readonly perEmployee: number
}

/** One part of the estimate, with its amounts. */
export interface SavingPhase extends Phase {
  readonly perMonth: number
  readonly amount: number
}

/** A number that the estimate rests on, and who set it. */
export interface AssumptionUsed {
  readonly name: AssumptionName
  readonly label: string
  readonly value: number
  readonly unit: string
  readonly setBy: 'report' | 'policy' | 'input'
  /** The report's own value, which `basis`, `source` and `note` are about. */
  readonly default: number
  readonly basis: Basis
  readonly source: Citation
  readonly note?: string
}

/** Amounts in whole euros, each rounded from its own exact value, as in the report. */
export interface SavingsEstimate {
  readonly estimateVersion: 1
  readonly currency: 'EUR'
  readonly dailyWage: number
  readonly wage: Saving
  /** The report gives no average for this one: it is the same share of assessments with immediate effect. */
  readonly replacement: Saving
  readonly costs: {
    readonly perAssessment: number
    /** With a whole new assessment for each that had no immediate effect. */
    readonly perEmployee: number
  }
  readonly assumptions: readonly AssumptionUsed[]
  readonly caveat: string
}

/**
 * What an assessment by a labour expert earlier than around week 52 may save an employer: the worked example of
 * cahier-32 4.2.2, for another wage. One file study, no control group: see `caveat`, which belongs beside every figure.
 *
 * @param input `dailyWage` in EUR per working day, and any assumption by name to use another value than the report's.
 * @param options `policy`: the organisation's own values as `savings.<name>`, which the input overrides; `locale`.
 * @returns The estimate. Pure: the same input gives the same estimate.
 * @throws TriageError and nothing else, with every issue of the input and the options, each with a code and a path.
 */
export function estimateSavings(input: SavingsInput, options?: SavingsOptions): SavingsEstimate {
  const read = readSavings(input, options)
  if (!read.ok) throw new TriageError(read.issues as readonly [Issue, ...Issue[]])
  const { dailyWage, assumed, setBy, locale } = read
  const phases = phasesOf(assumed)
  const complete = phases.filter((phase) => isComplete(phase, assumed))
  return {
    estimateVersion: 1,
    currency: 'EUR',
    dailyWage,
    wage: savingOf(phases, dailyWage, assumed),
    replacement: savingOf(complete, assumed.replacementCostPerDay, assumed),
    costs: {
      perAssessment: Math.round(assumed.assessmentCost),
      // One assessment for all, and a second for the rest.
      perEmployee: Math.round((assumed.assessmentCost * (100 + (100 - assumed.immediatelyEffective))) / 100),
    },
    assumptions: ASSUMPTION_NAMES.map((name) => used(name, assumed[name], setBy[name] ?? 'report', locale)),
    caveat: CAVEAT[locale],
  }
}

function savingOf(phases: readonly Phase[], perDay: number, assumed: AssumedValues): Saving {
  // One division at the end: whole amounts then round exactly.
  const amount = (pointMonths: number, percent: number): number =>
    Math.round((pointMonths * perDay * assumed.workingDaysPerYear * percent) / (12 * 100 * 100))
  const pointMonths = phases.reduce((sum, phase) => sum + phase.points * monthsIn(phase), 0)
  return {
    phases: phases.map((phase) => ({
      ...phase,
      perMonth: amount(phase.points, 100),
      amount: amount(phase.points * monthsIn(phase), 100),
    })),
    whenEffective: amount(pointMonths, 100),
    perEmployee: amount(pointMonths, assumed.immediatelyEffective),
  }
}

function used(name: AssumptionName, value: number, setBy: AssumptionUsed['setBy'], locale: Locale): AssumptionUsed {
  const { label, unit, basis, source, note, default: ours }: Assumption = ASSUMPTIONS[name]
  return {
    name,
    label: label[locale],
    value,
    unit: unit[locale],
    setBy,
    default: ours,
    basis,
    source,
    ...(note && { note: note[locale] }),
  }
}
