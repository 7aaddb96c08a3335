import { type Day, formatDay, parseDay } from '../../core/calendar/day'
import { createTriage } from '../../core/create-triage'
import { TriageError } from '../../core/issue/issue'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { NONE, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'

/** Numbers from 0 up to 1 that are the same on every machine (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Dice {
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(share: number): boolean
  oneOf<Item>(items: readonly Item[]): Item
}

const diceFrom = (random: () => number): Dice => ({
  between: (least, most) => least + Math.floor(random() * (most - least + 1)),
  chance: (share) => random() < share,
  oneOf: (items) => items[Math.floor(random() * items.length)] as (typeof items)[number],
})

type Plain = Record<string, Record<string, unknown>>

const FIRST = parseDay('2024-01-01') as Day
const LAST = parseDay('2028-12-31') as Day

/** How much of a case is answered: from nearly nothing to nearly all of it. */
const ANSWERED = [0.1, 0.3, 0.5, 0.7, 0.9, 1]

/**
 * Cases that the rule set accepts, from what its vocabulary allows: half filled, with spells, leaves, services that were
 * asked for or delivered, and what an earlier advice raised. The same ones for the same rule set.
 */
export function sampleCases(ruleSet: RuleSet, count: number, seed: number): readonly Snapshot[] {
  const dice = diceFrom(numbersFrom(seed))
  const advise = createTriage({ ruleSet, audience: 'full' })
  const accepted = (snapshot: unknown): boolean => isAccepted(advise, snapshot)
  const cases: Snapshot[] = []
  for (let tried = 0; cases.length < count && tried < 20 * count; tried++) {
    const snapshot = sampleCase(ruleSet, dice)
    if (accepted(snapshot)) cases.push(snapshot as Snapshot)
  }
  return cases
}

/** Also as a case: no day of it lies before its first. */
function isAccepted(advise: (snapshot: unknown) => unknown, snapshot: unknown): boolean {
  try {
    advise(snapshot)
    return true
  } catch (error) {
    if (error instanceof TriageError) return false
    throw error
  }
}

function sampleCase(ruleSet: RuleSet, dice: Dice): unknown {
  const asOf = dice.between(FIRST, LAST)
  const share = dice.oneOf(ANSWERED)
  const sections: Plain = {}
  const put = (id: string, value: unknown): void => {
    const [section, name] = id.split('.') as [string, string]
    sections[section] = { ...sections[section], [name]: value }
  }
  const { spells, leaves, since } = sampleAbsence(asOf, dice)
  for (const fact of factsOf(ruleSet).values()) {
    if (fact.id.split('.').length !== 2 || !dice.chance(share)) continue
    if (fact.type === 'spells') put(fact.id, spells)
    else if (fact.type === 'leaves') put(fact.id, leaves)
    else put(fact.id, dice.chance(0.1) ? dice.oneOf(UNKNOWN_VALUES) : known(fact, { asOf, since }, ruleSet, dice))
  }
  return { asOf: formatDay(asOf), ...sections }
}

function sampleAbsence(asOf: Day, dice: Dice) {
  const spells: Record<string, unknown>[] = []
  const leaves: Record<string, unknown>[] = []
  let end = asOf
  for (let left = dice.oneOf([0, 1, 1, 1, 2, 3, 4]); left > 0; left--) {
    const isLast = spells.length === 0
    const recovered = isLast && dice.chance(0.7) ? undefined : end - dice.oneOf([0, 3, 27, 28, 40])
    const first = (recovered ?? asOf) - dice.oneOf([0, 5, 20, 41, 42, 100, 200, 293, 400, 700])
    spells.unshift({
      firstDay: formatDay(first),
      ...(recovered === undefined ? {} : { recoveredOn: formatDay(recovered) }),
      ...(dice.chance(0.3) ? { notCounted: dice.chance(0.5) } : {}),
    })
    const gap = dice.oneOf([10, 27, 28, 112])
    if (left > 1 && gap > 27 && dice.chance(0.3))
      leaves.unshift({
        from: formatDay(first - gap),
        until: formatDay(first - 1),
        ...(dice.chance(0.6) ? { oneCase: dice.oneOf(['yes', 'no', 'unknown']) } : {}),
      })
    end = first - gap
  }
  return { spells, leaves, since: spells.length > 0 ? (parseDay(String(spells.at(-1)?.firstDay)) as Day) : asOf }
}

interface Days {
  readonly asOf: Day
  /** On which the last spell began. */
  readonly since: Day
}

function known(fact: BaseFact, { asOf, since }: Days, { services }: RuleSet, dice: Dice): unknown {
  const options = Object.keys(fact.options ?? {})
  const past = (least: number, most: number): string => formatDay(asOf - dice.between(least, most))
  const service = (): string => dice.oneOf(services).id
  const some = <Item>(make: () => Item): readonly Item[] => Array.from({ length: dice.between(0, 2) }, make)
  switch (fact.type) {
    case 'boolean':
      return dice.chance(0.5)
    case 'choice':
      return dice.oneOf(options)
    case 'choices':
      return options.filter(() => dice.chance(0.2))
    case 'number':
      return dice.between(Math.ceil(fact.range?.[0] ?? 0), Math.floor(fact.range?.[1] ?? 100))
    case 'date':
      return fact.none && dice.chance(0.3) ? NONE : past(fact.id.startsWith('employment.') ? -300 : 0, asOf - since)
    case 'document':
      return dice.chance(0.3) ? NONE : { type: dice.oneOf(['FML', 'IZP', 'BAR']), on: past(0, 300) }
    case 'services':
      return some(() => {
        const state = dice.oneOf(['delivered', 'delivered', 'requested', 'declined', 'planned'])
        return { service: service(), on: state === 'planned' ? past(-60, -1) : past(0, 200), state }
      })
    case 'raised':
      return some(() => ({ id: service(), on: past(0, 60) }))
    case 'advises':
      return some(() => ({ service: service(), on: past(0, 60) }))
    default:
      return undefined
  }
}
