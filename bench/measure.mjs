import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const RUN_TASK = fileURLToPath(new URL('children/run-task.mjs', import.meta.url))

/**
 * Times tasks, each in a process of its own, so that none pays for the memory or the machine code of another; and in
 * turns, so that whatever slows the machine down for a while slows all of them down.
 *
 * @param tasks Each with a `name`, the `file` in `tasks` that makes it, and the `params` to make it with.
 * @param pace How many `rounds`, and how many milliseconds of processor time each task gets: in a `turn`, and before
 *   the first of them, to `warmUp`: what is compiled while it runs needs some hundreds of runs to be at its best.
 * @returns By name, in microseconds: `mean`, the processor time of one run, as the median over the rounds; `p50` and
 *   `p99`, how long one run takes on the clock.
 */
export async function measureApart(tasks, { rounds, turn, warmUp }) {
  const children = []
  try {
    for (const task of tasks) children.push(await startTask(task, warmUp))
    for (let round = 0; round < rounds; round += 1) for (const { child } of children) await ask(child, turn)
    const results = new Map()
    for (const { name, child } of children) results.set(name, await ask(child, 'summary'))
    return results
  } finally {
    for (const { child } of children) child.kill()
  }
}

/** Made and warmed up. */
async function startTask({ name, file, params }, warmUp) {
  const module = new URL(`tasks/${file}`, import.meta.url).href
  const child = fork(RUN_TASK, [module, JSON.stringify(params), String(warmUp)])
  await answerOf(child)
  return { name, child }
}

function ask(child, question) {
  child.send(question)
  return answerOf(child)
}

async function answerOf(child) {
  const ended = new AbortController()
  const fail = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`a task ended with ${code} before it answered`)
  })
  const [answer] = await Promise.race([once(child, 'message', { signal: ended.signal }), fail])
  fail.catch(() => {})
  ended.abort()
  return answer
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
