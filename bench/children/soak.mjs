// Tells, as JSON, how the memory of a process goes over so many varied calls: a line for each tenth of them. Policies and rule
// sets take turns, as tenants of one server do; a turn of the event loop after each hundred calls, as requests give.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, cpuUsage, memoryUsage, resourceUsage } from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  cacheStats,
  compareAdvice,
  createBriefTriage,
  createTriage,
  interview,
  loadRuleSet,
  remember,
  renderAdvice,
  SHIPPED_FILES,
  shippedRuleSet,
} from '../../dist/index.js'
import { makeCaseload } from '../caseload.mjs'

const [calls, policies] = argv.slice(2).map(Number)
const OLD = fileURLToPath(new URL('../../fixtures/rule-sets/1.1.0', import.meta.url))

const ruleSets = [shippedRuleSet(), loaded(oldFiles()), loaded(rewordedFiles())]
const cases = makeCaseload({ count: 2_000, missing: 0.2 })
const tenants = Array.from({ length: policies }, (_, at) => tenant(at))
const started = cpuUsage()
const points = []
for (let call = 0; call < calls; call += 1) {
  const { whole, brief, options } = tenants[call % tenants.length]
  const snapshot = cases[(call * 7) % cases.length]
  // Mostly an advice in brief; each tenth a whole one with what a host does with it; each hundredth a form.
  if (call % 100 === 99) interview(snapshot, { ...options, role: 'case-manager' })
  else if (call % 10 === 9) {
    const advice = whole(snapshot)
    renderAdvice(advice)
    remember(advice)
    compareAdvice(brief(snapshot), advice)
  } else brief(snapshot)
  if (call % 100 === 0) await setImmediate()
  if ((call + 1) % Math.ceil(calls / 10) === 0) points.push(point(call + 1))
}
const { user, system } = cpuUsage(started)
console.log(JSON.stringify({ points, peak: resourceUsage().maxRSS, mean: (user + system) / calls }))

function tenant(at) {
  const policy = {
    'frequentAbsence.minReports': 2 + (at % 4),
    promptReferral: `P${1 + (at % 42)}D`,
    'services.leadTime': `P${1 + (at % 8)}W`,
  }
  const options = {
    audience: at % 2 === 0 ? 'employer' : 'full',
    locale: at % 3 === 0 ? 'en' : 'nl',
    policy,
    ruleSet: ruleSets[at % ruleSets.length],
  }
  return { options, whole: createTriage(options), brief: createBriefTriage(options) }
}

function point(after) {
  globalThis.gc?.()
  const { rss, heapUsed } = memoryUsage()
  const { bytes, owners, evictions } = cacheStats()
  return { after, rss, heapUsed, bytes, owners, evictions }
}

function loaded(files) {
  const result = loadRuleSet(files)
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 3)))
  return result.ruleSet
}

function oldFiles() {
  const read = (name) => JSON.parse(readFileSync(join(OLD, name), 'utf8'))
  const manifest = read('manifest.json')
  const names = ['manifest', 'services', 'policy', 'sources', 'milestones', 'migrations'].map((name) => `${name}.json`)
  const checklists = manifest.checklists.map((name) => `checklists/${name}.json`)
  return Object.fromEntries([...names, ...checklists].map((name) => [name, read(name)]))
}

/** The rule set of an organisation: the shipped one under a name of its own. */
function rewordedFiles() {
  const manifest = SHIPPED_FILES['manifest.json']
  return { ...SHIPPED_FILES, 'manifest.json': { ...manifest, id: 'own-rules' } }
}
