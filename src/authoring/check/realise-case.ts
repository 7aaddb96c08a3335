import { type Day, formatDay } from '../../core/calendar/day'
import type { Value } from '../../core/diagram/diagram'
import { NONE } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import type { AllCases } from './all-cases'
import type { Cube, Dimension } from './dimension'
import { realiseAbsence } from './realise-absence'

type Plain = Record<string, unknown>

/**
 * A snapshot that says what a cube says and, as far as it can be left out, nothing else. Undefined where no spells of
 * illness come to the first day and the number of reports that are asked for.
 */
export function realiseCase(cube: Cube, cases: AllCases): Snapshot | undefined {
  const { asOf, dimensions } = cases
  const chosen = [...cube].flatMap(([level, state]) => {
    const dimension = dimensions.get(level)
    return dimension ? [{ dimension, value: dimension.states[state] as Value }] : []
  })
  const ofKind = (...kinds: Dimension['kind'][]) => chosen.filter(({ dimension }) => kinds.includes(dimension.kind))
  const snapshot: Plain = { asOf: formatDay(asOf) }
  const absence = ofKind('first-day', 'reports', 'long-spells')
  if (absence.length > 0) {
    const spells = realiseAbsence({
      asOf,
      firstDays: ofKind('first-day').map(counted<number, Day | null>),
      reports: ofKind('reports').map(counted<string, number>),
      longSpells: (ofKind('long-spells')[0]?.value as number | undefined) ?? 0,
    })
    if (!spells) return undefined
    snapshot.absence = { ...spells }
  }
  for (const { dimension, value } of ofKind('fact')) setFact(snapshot, dimension.of, factValue(dimension, value))
  for (const list of new Set(ofKind('item').map(({ dimension }) => dimension.of))) {
    const held = ofKind('item').filter(({ dimension, value }) => dimension.of === list && value === true)
    setFact(
      snapshot,
      list,
      held.map(({ dimension }) => dimension.by),
    )
  }
  const deliveries = ofKind('delivery')
  if (deliveries.length > 0)
    setFact(
      snapshot,
      'process.services',
      deliveries.flatMap(({ dimension, value }) =>
        value === null ? [] : [{ service: dimension.of, on: formatDay(value as Day) }],
      ),
    )
  return snapshot as Snapshot
}

const counted = <By, Count>({ dimension, value }: { readonly dimension: Dimension; readonly value: Value }) => ({
  by: dimension.by as By,
  value: value as Count,
})

/** As a snapshot writes it: days as text, a description of the capacity for work as a document. */
function factValue({ type }: Dimension, value: Value): unknown {
  if (type === 'date') return value === null ? NONE : formatDay(value as Day)
  if (type === 'document') return value === null ? NONE : { type: 'FML', on: formatDay(value as Day) }
  return value
}

/** A fact's place in a snapshot is its id. */
function setFact(snapshot: Plain, id: string, value: unknown): void {
  const [section, name] = id.split('.') as [string, string]
  snapshot[section] = { ...(snapshot[section] as Plain | undefined), [name]: value }
}
