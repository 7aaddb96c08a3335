import { memo } from '../../core/cache'
import { type Day, formatDay } from '../../core/calendar/day'
import { openCase } from '../../core/case/case'
import type { Diagram, Diagrams, Value } from '../../core/diagram/diagram'
import { createDiagrams } from '../../core/diagram/diagram'
import type { RulesInForce } from '../../core/evaluate/conditions'
import { breakpointsOf } from '../../core/evaluate/conditions'
import type { Breakpoints } from '../../core/facts/derive-facts'
import { factsOf } from '../../core/rules/facts-of'
import { mergingRules, type Policy } from '../../core/rules/policy'
import type { Checklist, Expanded, RuleSet } from '../../core/rules/rule-set'
import { type CaseFacts, caseFacts, FIRST_DAY, LONG_SPELLS, REPORTS } from './case-facts'
import { deliveryStates, pastStates, type Reach, reportStates, statesOfFact } from './case-states'
import type { Dimension } from './dimension'
import { possibleCounts } from './possible-counts'

const NOT_COUNTED = 'absence.spells.notCounted'
const DELIVERIES = 'process.services'
const WINDOW = 'frequentAbsence.window'

/**
 * Every case on one day, as one of which nothing is known: a diagram of its diagrams is true in the cases that meet
 * something. Two rule sets can share it, so that what they say can be compared case by case.
 */
export interface AllCases {
  readonly asOf: Day
  readonly diagrams: Diagrams
  /** One for each of the rule sets given. */
  readonly sides: readonly CaseFacts[]
  /** What the levels of the diagrams stand for. */
  readonly dimensions: ReadonlyMap<number, Dimension>
  /** False where the sides would count the same reports of illness in ways in which no case can be. */
  possible(): Diagram<boolean>
}

/** A rule set with its policy, and where something in it can turn. */
export interface CasesUnder extends RulesInForce {
  readonly breakpoints: Breakpoints
}

/** @param besides Conditions that are asked about and that are none of the rule set's own. */
export function casesUnder(ruleSet: RuleSet, policy: Policy, besides: readonly Expanded[] = []): CasesUnder {
  const asked = besides.map((positive, index) => ({
    ...(ruleSet.checklists[0] as Checklist),
    id: `besides-${index}`,
    positive,
  }))
  const breakpoints = breakpointsOf(
    asked.length === 0 ? ruleSet : { ...ruleSet, checklists: [...ruleSet.checklists, ...asked] },
    policy,
  )
  return { ruleSet, policy, breakpoints }
}

export function openCases(under: readonly CasesUnder[], asOf: Day, reach: Reach): AllCases {
  const diagrams = createDiagrams()
  const dimensions = new Map<number, Dimension>()
  const around = { under, reach, opened: openCase({ asOf: formatDay(asOf) }) }
  const facts = [...new Map(under.flatMap(({ ruleSet }) => [...factsOf(ruleSet)])).keys()]
  const services = [...new Set(under.flatMap(({ ruleSet }) => ruleSet.services.map(({ id }) => id)))].sort()
  const levelOf = (fact: string): number => facts.indexOf(fact)
  const split = (dimension: Dimension): Diagram<Value> => {
    dimensions.set(dimension.level, dimension)
    return diagrams.split(
      { level: dimension.level, owners: [dimension.of] },
      dimension.states.map((state) => diagrams.known(state)),
    )
  }
  const firstDay = memo((by: number): Diagram<Value> => {
    // Below every fact: it has by far the most states, and what stands below is repeated for each of them.
    const level = facts.length + 1 + variantOf(by, under.map(mergeWithinOf))
    return split({ kind: 'first-day', of: FIRST_DAY, by, level, states: [...pastStates(FIRST_DAY, around), null] })
  })
  const reports = memo((by: string): Diagram<Value> => {
    const level = levelOf(NOT_COUNTED) + variantOf(by, under.map(windowOf))
    return split({ kind: 'reports', of: REPORTS, by, level, states: reportStates(REPORTS, around) })
  })
  const longSpells = memo((_: typeof LONG_SPELLS): Diagram<Value> => {
    const level = levelOf(NOT_COUNTED) + 0.5
    return split({ kind: 'long-spells', of: LONG_SPELLS, level, states: reportStates(LONG_SPELLS, around) })
  })
  const asked = memo((id: string): Diagram<Value> => {
    const versions = under.flatMap(({ ruleSet }) => factsOf(ruleSet).get(id) ?? [])
    const states = [...new Set(versions.flatMap((fact) => statesOfFact(fact, around)))]
    return split({ kind: 'fact', of: id, type: versions[0]?.type, level: levelOf(id), states })
  })
  const item = (id: string, name: string): Diagram<boolean> => {
    const items = [...new Set(under.flatMap(({ ruleSet }) => Object.keys(factsOf(ruleSet).get(id)?.options ?? {})))]
    const level = levelOf(id) + (1 + items.indexOf(name)) / (2 + items.length)
    return split({ kind: 'item', of: id, by: name, level, states: [true, false] }) as Diagram<boolean>
  }
  const delivery = memo((service: string): Diagram<Value> => {
    const level = levelOf(DELIVERIES) + (1 + services.indexOf(service)) / (2 + services.length)
    return split({ kind: 'delivery', of: service, level, states: deliveryStates(around) })
  })
  const sides = under.map((side) =>
    caseFacts(side, around.opened, diagrams, {
      firstDay: () => firstDay(mergeWithinOf(side)),
      reports: () => reports(windowOf(side)),
      longSpells: () => longSpells(LONG_SPELLS),
      asked,
      item,
      delivery,
    }),
  )
  const merging = [...new Set(under.map(mergeWithinOf))].sort((a, b) => a - b)
  const windows = [...new Set(under.map(windowOf))]
  return {
    asOf,
    diagrams,
    sides,
    dimensions,
    possible: () =>
      possibleCounts(diagrams, asOf, merging.map(firstDay), new Map(windows.map((by) => [by, reports(by)]))),
  }
}

const mergeWithinOf = ({ policy }: { readonly policy: Policy }): number => mergingRules(policy).mergeWithin
const windowOf = ({ policy }: { readonly policy: Policy }): string => String(policy.get(WINDOW))

/** Sides that count in one way share a dimension; that of another stands just below it. */
const variantOf = <By>(by: By, all: readonly By[]): number => [...new Set(all)].indexOf(by) / 10
