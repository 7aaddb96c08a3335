// Tells, as JSON, how long a big rule set takes: to load, and for the advice on an empty snapshot, in milliseconds of
// processor time; the peak of the memory in kB; and whether the advice is exact.
import { argv, cpuUsage, resourceUsage } from 'node:process'
import { createTriage, loadRuleSet } from '../../dist/index.js'
import { filesOfBigRuleSet } from '../big-rule-set.mjs'

const [rules, facts] = argv.slice(2).map(Number)
const timed = (run) => {
  const before = cpuUsage()
  const result = run()
  const { user, system } = cpuUsage(before)
  return [result, (user + system) / 1_000]
}
const [loaded, loading] = timed(() => loadRuleSet(filesOfBigRuleSet({ rules, facts })))
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)))
const [exact, advising] = timed(() => {
  try {
    return createTriage({ ruleSet: loaded.ruleSet })({ asOf: '2026-11-22' }).exact
  } catch (error) {
    return error.name
  }
})
console.log(JSON.stringify({ loading, advising, exact, peak: resourceUsage().maxRSS }))
