import type { Day } from '../../calendar/day'
import type { Diagram } from '../../diagram/diagram'
import { isAnswered } from '../../facts/case-facts'
import type { Difference, Facts } from '../../facts/derive-facts'
import type { TimingDocument } from '../../rules/document'
import { exists, windowDiagram } from '../../time/window'
import type { RulesInForce } from '../rules-in-force'
import { compileRules } from './compile-rules'
import { type Followed, followedOn } from './followed'
import { type RowTable, rowTableOf } from './row-table'
import { type Followers, sourcesFor } from './sources'

/** A case in one fixed shape. */
export interface CodedFacts {
  readonly table: RowTable
  /** Of each fact that conditions read, in the order of the compiled rules, the row with what it says. */
  readonly rows: readonly number[]
  /** Of each timing of the rule set, the window, as `encodeWindow` writes it; null where there is none. */
  readonly windows: readonly Diagram<number | null>[]
}

/** Read once for a case. */
export function codeFacts(rules: RulesInForce, facts: Facts, asOf: Day): CodedFacts {
  const { kept } = facts
  if (kept.rules !== rules.ruleSet || kept.coded === undefined) {
    kept.rules = rules.ruleSet
    kept.coded = facts.difference ? codeDifference(rules, facts, facts.difference, asOf) : codeAll(rules, facts, asOf)
  }
  return kept.coded
}

/** Every fact as a diagram. */
function codeAll({ ruleSet, policy }: RulesInForce, facts: Facts, asOf: Day): CodedFacts {
  const compiled = compileRules(ruleSet, policy)
  const table = rowTableOf(compiled, facts.forest)
  const windows = compiled.timings.map((timing) => windowDiagram(timing, facts, asOf, policy))
  const rows = compiled.facts.map(({ id, window }, at) =>
    table.ofDiagram(at, window === undefined ? facts.fact(id) : thereIs(windows[window], facts)),
  )
  return { table, rows, windows }
}

const thereIs = (window: Diagram<number | null> | undefined, { forest }: Facts): Diagram<boolean> =>
  window ? forest.map(window, exists) : forest.known(false)

/** What no answer is known of says what it says of any case. */
function codeDifference(rules: RulesInForce, facts: Facts, difference: Difference, asOf: Day): CodedFacts {
  const compiled = compileRules(rules.ruleSet, rules.policy)
  const sources = sourcesFor(compiled, difference.slots)
  const { asked, followers, joint } = sources
  const { answers } = difference
  const blank = codeFacts(rules, difference.blank, asOf)
  const { table } = blank
  const windows = blank.windows.slice()
  const rows = blank.rows.slice()
  const { places, slots } = asked
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number
    const slot = slots[at] as number
    const answer = answers.given[slot]
    if (answer?.state !== 'known') continue
    rows[place] =
      answer.option >= 0
        ? (table.firstOption[place] as number) + answer.option
        : table.ofDiagram(place, difference.at(slot))
  }
  for (const { place, slot, sources: from } of joint)
    if (isAnswered(from, answers)) rows[place] = table.ofDiagram(place, difference.at(slot))
  const followed = followedOn(difference, sources, follow)
  for (let at = 0; at < followers.length; at++) {
    const one = followers[at] as Followers
    if (!isAnswered(one.sources, answers)) continue
    const follows = followed(at)
    copyTo(windows, one.timings, follows.windows)
    copyTo(rows, one.places, follows.rows)
  }
  return { table, rows, windows }

  function follow({ timings, derived, existing, places }: Followers): Followed {
    const counted = timings.map((at) =>
      windowDiagram(compiled.timings[at] as TimingDocument, facts, asOf, rules.policy),
    )
    const says = [
      ...derived.map((slot) => difference.at(slot)),
      ...existing.map((timing) => thereIs(counted[timings.indexOf(timing)], facts)),
    ]
    return { windows: counted, rows: says.map((diagram, index) => table.ofDiagram(places[index] as number, diagram)) }
  }
}

function copyTo<Item>(items: Item[], places: readonly number[], from: readonly Item[]): void {
  for (let index = 0; index < places.length; index++) items[places[index] as number] = from[index] as Item
}
