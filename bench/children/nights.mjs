// Tells, as JSON, what changes in a caseload from one night to the next, and a week later, when the host stores what
// `remember` gives and nobody answers anything: how many cases, and changes of which kinds. What led to each is not told.
import { argv, cpuUsage } from 'node:process'
import { compareAdvice, createBriefTriage, createTriage, remember } from '../../dist/index.js'
import { makeCaseload } from '../caseload.mjs'

const [count, audience = 'employer'] = [Number(argv[2]), argv[3]]
const advise = createTriage({ audience })
const brief = createBriefTriage({ audience })
const section = audience === 'employer' ? 'process' : 'health'
const nights = { 1: blank(), 7: blank() }
const began = cpuUsage()
for (const one of makeCaseload({ count, missing: 0.3 })) {
  // The host ran the night before too, so that what is due now has a day of its own.
  let raised = remember(advise(on(one, 0, [])))
  raised = remember(advise(on(one, 1, raised)))
  const first = brief(on(one, 1, raised))
  for (let night = 2; night <= 8; night += 1) {
    const snapshot = on(one, night, raised)
    raised = remember(advise(snapshot))
    const told = nights[night - 1]
    if (told) note(told, compareAdvice(first, brief(snapshot)))
  }
}
const { user, system } = cpuUsage(began)
console.log(JSON.stringify({ count, nights, spent: user + system }))

function blank() {
  return { changed: 0, kinds: {} }
}

function on(one, night, raised) {
  return { ...one, asOf: later(one.asOf, night), [section]: { ...one[section], raised } }
}

function later(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function note(told, changes) {
  if (changes.length === 0) return
  told.changed += 1
  for (const { kind } of changes) told.kinds[kind] = (told.kinds[kind] ?? 0) + 1
}
