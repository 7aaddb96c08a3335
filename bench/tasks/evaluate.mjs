import { makeCaseload } from '../caseload.mjs'
import ours from '../dist/ours.cjs'
import { loadEngine } from '../engines.mjs'
import { filesWithRules } from '../rule-sets.mjs'

/** From facts to rules by one engine; over the shipped rule set, or over one with so many `rules`. */
export async function makeTask({ engine, cases, rules }) {
  const inForce = ours.rulesInForce(rules === undefined ? undefined : filesWithRules(rules))
  const { prepare, run } = await loadEngine(engine, ours.plainQuestions(inForce), inForce)
  const snapshots = makeCaseload({ count: cases, missing: 0.1 })
  return { run, inputs: snapshots.map((snapshot) => prepare(ours.readCase(inForce, snapshot))) }
}
