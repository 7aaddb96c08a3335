/** Caseloads made from a seed: distinct cases, all looked at on the same day. */
import { BASE_FACTS, parseSnapshot } from '../dist/index.js'
import { CHOICES, TASK_LOAD, YES, YES_ELSE } from './weights.mjs'

const AS_OF = Date.parse('2026-11-22') / 86_400_000

/** Facts that stand on their own; reports of illness and leave are made as one, and no service was delivered before. */
const FACTS = [...BASE_FACTS.values()].filter(
  ({ id, type }) => id.split('.').length === 2 && !['spells', 'leaves', 'services', 'raised', 'advises'].includes(type),
)

/**
 * @param missing The share of the facts that are missing: most were not asked, three in ten asked and not known.
 * @param missingReports The same for the reports of illness. By default they never are missing: whoever keeps a
 *   caseload knows who is absent, and since when.
 */
export function makeCaseload({ count, missing, missingReports = 0, seed = 1 }) {
  const chance = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => makeCase(`case-${index + 1}`, missing, missingReports, chance))
}

function makeCase(caseId, missing, missingReports, chance) {
  const since = firstDay(chance)
  const spells = spellsUntil(since, chance)
  const made = { asOf: isoDay(AS_OF), caseId, absence: chance() < missingReports ? {} : { spells } }
  const put = (id, value) => {
    const [group, name] = id.split('.')
    const drawn = chance()
    if (drawn < missing * 0.7) return
    made[group] ??= {}
    made[group][name] = drawn < missing ? 'unknown' : value
  }
  put('absence.leaves', [])
  for (const fact of FACTS) put(fact.id, answer(fact, since, chance))
  return fitting(made)
}

/** Drawn by themselves, two answers can contradict each other, or the days of the case: then one is left out. */
function fitting(made) {
  for (;;) {
    const parsed = parseSnapshot(made, { audience: 'full' })
    if (parsed.ok) return made
    for (const { path } of parsed.issues) delete made[path[0]]?.[path[1]]
  }
}

function answer({ id, type, options }, since, chance) {
  switch (type) {
    case 'boolean':
      return chance() < (YES[id] ?? YES_ELSE)
    case 'choice':
      return pick(id.startsWith('taskLoad.') ? TASK_LOAD : CHOICES[id], chance)
    case 'choices':
      return Object.keys(options).filter(() => chance() < 0.03)
    case 'number':
      return since === undefined ? 0 : Math.floor(chance() * 11) * 10
    case 'document':
      return capacityDocument(since, chance)
    case 'date':
      return dateOf(id, since, chance)
    default:
      throw new RangeError(`no answer for ${id}, a ${type}`)
  }
}

/** From and until how many days after the first day of illness something happens. */
const EVENTS = {
  'process.problemAnalysisOn': [28, 50],
  'process.actionPlanOn': [42, 65],
  'process.medicalAdviceOn': [30, 400],
  'process.firstYearEvaluationOn': [322, 380],
  'absence.therapeuticWorkSince': [40, 250],
}

function dateOf(id, since, chance) {
  const event = EVENTS[id]
  if (!event) return chance() < 0.8 ? 'none' : isoDay(AS_OF + Math.floor(chance() * 700))
  const often = id === 'absence.therapeuticWorkSince' ? 0.2 : 0.9
  return since === undefined || chance() > often ? 'none' : dayAfter(since, ...event, chance)
}

function capacityDocument(since, chance) {
  const on = since === undefined || chance() < 0.4 ? 'none' : dayAfter(since, 42, 300, chance)
  return on === 'none' ? on : { type: chance() < 0.8 ? 'FML' : 'IZP', on }
}

/** `none` when it lies in the future. */
function dayAfter(since, least, most, chance) {
  const day = since + least + Math.floor(chance() * (most - least))
  return day > AS_OF ? 'none' : isoDay(day)
}

/** Undefined for the fifth who are at work; else up to two years ago, most of them not long. */
const firstDay = (chance) => (chance() < 0.2 ? undefined : AS_OF - Math.floor(chance() ** 2 * 728))

/** The open spell, and up to three short ones before it. */
function spellsUntil(since, chance) {
  const earlier = []
  let before = since ?? AS_OF
  for (let count = Math.floor(chance() ** 2 * 4); count > 0; count -= 1) {
    const recoveredOn = before - 30 - Math.floor(chance() * 90)
    before = recoveredOn - 2 - Math.floor(chance() * 12)
    earlier.unshift({ firstDay: isoDay(before), recoveredOn: isoDay(recoveredOn), notCounted: chance() < 0.05 })
  }
  return since === undefined ? earlier : [...earlier, { firstDay: isoDay(since) }]
}

function pick(weights, chance) {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  let left = chance() * total
  for (const [value, weight] of Object.entries(weights)) {
    left -= weight
    if (left < 0) return value
  }
  throw new RangeError('weights without a value')
}

const isoDay = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Park and Miller's generator: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
