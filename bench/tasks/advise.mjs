import { readFileSync } from 'node:fs'
import { loadRuleSet, snapshotSchema, triage, triageSync } from '../../dist/index.js'
import { makeCaseload } from '../caseload.mjs'
import { readFixtures } from '../fixtures.mjs'
import { filesWithRules } from '../rule-sets.mjs'

/**
 * A whole case: `call`, `triageSync` of a snapshot; from text to text `triageSync` or `triage`; or the `floor` of reading,
 * checking and writing it.
 *
 * @param params `file` for one case again and again, `fixtures` for all of these in turn, else `count` and `missing` for a
 *   caseload, and `unseen` for another one for every turn; `rules` for a rule set of so many rules in place of the
 *   shipped one.
 */
export function makeTask({ what, rules, unseen, ...cases }) {
  const options = rules === undefined ? {} : { ruleSet: ruleSetOf(rules) }
  const runs = {
    floor: (text) => JSON.stringify(snapshotSchema.safeParse(JSON.parse(text)).data),
    call: (snapshot) => triageSync(snapshot, options),
    triageSync: (text) => JSON.stringify(triageSync(JSON.parse(text), options)),
    triage: async (text) => JSON.stringify(await triage(JSON.parse(text), options)),
  }
  const inputsOf = (snapshots) => {
    const texts = snapshots.map((snapshot) => JSON.stringify(snapshot))
    return what === 'call' ? texts.map((text) => JSON.parse(text)) : texts
  }
  const run = runs[what]
  if (unseen) return { run, makeInputs: (turn) => inputsOf(makeCaseload({ ...cases, seed: 1 + turn })) }
  return { run, inputs: inputsOf(snapshotsOf(cases)) }
}

function snapshotsOf({ file, fixtures, ...caseload }) {
  if (file !== undefined) return [readCase(file)]
  return fixtures ? readFixtures() : makeCaseload(caseload)
}

const readCase = (file) => JSON.parse(readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8'))

function ruleSetOf(rules) {
  const loaded = loadRuleSet(filesWithRules(rules))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)))
  return loaded.ruleSet
}
