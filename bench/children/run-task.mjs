// Runs one task in a process of its own. Told a number of milliseconds, it runs for so much processor time; told
// anything else, it answers with what it measured.
import { argv, cpuUsage } from 'node:process'
import { median } from '../measure.mjs'

/** Runs shorter than this are timed together, or the clock would cost more than the run. */
const SHORT_MICROSECONDS = 2

const [module, params, warmUp] = argv.slice(2)
const { makeTask } = await import(module)
const { run, ...task } = await makeTask(JSON.parse(params))
/** Of a task that makes them, other inputs for every turn: then a turn ends with them, and none is met twice. */
let made = 0
let inputs = task.inputs ?? task.makeInputs(made++)
const asynchronous = run(inputs[0]) instanceof Promise
let next = 0
let kept

async function runSome(count) {
  for (let done = 0; done < count; done += 1) {
    const result = run(inputs[next])
    if (asynchronous) await result
    // A result that is kept cannot be optimised away.
    kept = result
    next = next + 1 === inputs.length ? 0 : next + 1
  }
}

/** The processor time of one run, and how long each took on the clock, in microseconds. */
async function takeTurn(duration, batch) {
  const times = []
  if (task.makeInputs) {
    inputs = task.makeInputs(made++)
    next = 0
  }
  const before = cpuUsage()
  let now = performance.now()
  let looked = now
  for (;;) {
    await runSome(batch)
    const ended = performance.now()
    times.push(((ended - now) * 1_000) / batch)
    now = ended
    const isOver = task.makeInputs !== undefined && times.length * batch >= inputs.length
    if (now - looked < 1 && !isOver) continue
    const spent = spentSince(before)
    if (isOver || spent >= duration * 1_000) return { times, spent, mean: spent / (times.length * batch) }
    now = performance.now()
    looked = now
  }
}

function spentSince(before) {
  const { user, system } = cpuUsage(before)
  return user + system
}

let about = 0
for (let left = Number(warmUp) * 1_000; left > 0; ) {
  const { spent, mean } = await takeTurn(left / 1_000, 1)
  left -= spent
  about = mean
}
const batch = about < SHORT_MICROSECONDS && task.inputs ? Math.ceil((10 * SHORT_MICROSECONDS) / about) : 1

const turns = []
process.on('message', async (told) => {
  if (typeof told === 'number') {
    turns.push(await takeTurn(told, batch))
    process.send(turns.length)
    return
  }
  const times = turns.flatMap((turn) => turn.times).sort((a, b) => a - b)
  const at = (share) => times[Math.floor(times.length * share)]
  process.send({ mean: median(turns.map((turn) => turn.mean)), p50: at(0.5), p99: at(0.99), kept: kept !== undefined })
})
process.send('ready')
