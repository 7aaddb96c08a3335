import fc from 'fast-check'
import { formatDay, parseDay } from '../../src/core/calendar/day'
import { UNKNOWN_VALUES } from '../../src/core/snapshot/fact'
import type { Snapshot } from '../../src/core/snapshot/snapshot'
import { fitted, getFact, isConsistent, knownAbsence, knownValue, SIMPLE_FACTS, setFact } from './arbitrary-snapshot'

/** How many random cases a property tries; each file stays within seconds unless told otherwise. */
export const INTERVIEW_CASES = Number(process.env.INTERVIEW_CASES ?? 100)

type Plain = Record<string, unknown>
type Items = Plain[]

/** What an unanswered fact can look like: absent, or one of the words. */
const UNANSWERED = [undefined, undefined, ...UNKNOWN_VALUES]

/** Windows counted from an unknown day are bounded by the longest case that the statutory calendar knows: 156 weeks. */
const LONGEST = 156 * 7

/** Every fact known, and nothing in it that the answers to other facts could not go with. */
export const completeSnapshot: fc.Arbitrary<Snapshot> = fc
  .integer({ min: parseDay('2021-01-01') ?? 0, max: parseDay('2028-12-31') ?? 0 })
  .chain((asOf) =>
    fc
      .tuple(
        knownAbsence(asOf).filter(({ spells }) => lengthOf(spells, asOf) < LONGEST),
        fc.infiniteStream(fc.boolean()),
        ...SIMPLE_FACTS.map((fact) => knownValue(fact, asOf)),
      )
      .map(([{ spells, leaves }, coins, ...values]) => {
        const snapshot: Plain = { asOf: formatDay(asOf) }
        const toss = <Value>(a: Value, b: Value): Value => (coins.next().value ? a : b)
        setFact(
          snapshot,
          'absence.spells',
          settled(spells, 'notCounted', () => toss(true, false)),
        )
        setFact(
          snapshot,
          'absence.leaves',
          settled(leaves, 'oneCase', () => toss('yes', 'no')),
        )
        SIMPLE_FACTS.forEach(({ id }, index) => {
          setFact(snapshot, id, values[index])
        })
        return fitted(snapshot as Snapshot)
      }),
  )

/** A case with some answers taken away, and one or two of its completions, one of them the case that it was. */
export const halfFilled: fc.Arbitrary<{ readonly half: Snapshot; readonly completions: readonly Snapshot[] }> = fc
  .tuple(completeSnapshot, fc.integer({ min: 0, max: 10 }))
  .chain(([complete, share]) =>
    fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 70, maxLength: 70 }),
        fc.array(fc.constantFrom(...UNANSWERED), { minLength: 70, maxLength: 70 }),
        knownAbsence(parseDay(complete.asOf) ?? 0).filter(
          ({ spells }) => lengthOf(spells, parseDay(complete.asOf) ?? 0) < LONGEST,
        ),
        fc.infiniteStream(fc.boolean()),
        ...SIMPLE_FACTS.map((fact) => knownValue(fact, parseDay(complete.asOf) ?? 0)),
      )
      .map(([dice, words, absence, coins, ...values]) => {
        const toss = <Value>(a: Value, b: Value): Value => (coins.next().value ? a : b)
        const [half, other] = [structuredClone(complete) as Plain, structuredClone(complete) as Plain]
        const forget = (id: string, index: number): boolean => {
          if ((dice[index] ?? 0) < share) return false
          if (words[index] === undefined) remove(half, id)
          else setFact(half, id, words[index])
          return true
        }
        SIMPLE_FACTS.forEach(({ id }, index) => {
          if (forget(id, index)) setFact(other, id, values[index])
        })
        const at = SIMPLE_FACTS.length
        const spells = forget('absence.spells', at)
        if (spells)
          setFact(
            other,
            'absence.spells',
            settled(absence.spells, 'notCounted', () => toss(true, false)),
          )
        // Leave goes with the spells around it: it cannot be known while they are not.
        if (spells) remove(half, 'absence.leaves')
        if (spells || forget('absence.leaves', at + 1))
          setFact(other, 'absence.leaves', spells ? settled(absence.leaves, 'oneCase', () => toss('yes', 'no')) : [])
        for (const [id, values] of FLAGS)
          if ((dice[at + 2] ?? 0) >= share) {
            open(half, id, words[at + 2] ?? 'unknown')
            open(other, id, undefined, () => toss(...values))
          }
        return { half: half as Snapshot, completions: [complete, other as Snapshot].filter(isConsistent) }
      }),
  )

const FLAGS: readonly (readonly [string, readonly [unknown, unknown]])[] = [
  ['absence.spells.notCounted', [true, false]],
  ['absence.leaves.oneCase', ['yes', 'no']],
]

/** Puts one word in place of every flag of a list, or what `draw` says. */
function open(snapshot: Plain, id: string, word: unknown, draw: () => unknown = () => word): void {
  const [section, list, flag] = id.split('.') as [string, string, string]
  const items = getFact(snapshot as Snapshot, `${section}.${list}`)
  if (Array.isArray(items))
    setFact(
      snapshot,
      `${section}.${list}`,
      items.map((item) => ({ ...item, [flag]: draw() })),
    )
}

const settled = (items: Items, flag: string, draw: () => unknown): Items =>
  items.map((item) => ({ ...item, [flag]: draw() }))

function remove(snapshot: Plain, id: string): void {
  const [section, name] = id.split('.') as [string, string]
  const { [name]: _, ...rest } = (snapshot[section] ?? {}) as Plain
  snapshot[section] = rest
}

/** Days from the first day of the first spell: no effective first day lies before it. */
function lengthOf(spells: Items, asOf: number): number {
  return Math.max(0, ...spells.map(({ firstDay }) => asOf - (parseDay(String(firstDay)) ?? asOf)))
}
