import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { makeCaseload } from './caseload.mjs'
import { megabytes, perSecond, times, whole } from './report.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const CLI = join(dirname(HERE), 'dist', 'cli.js')
const child = (name) => join(HERE, 'children', name)

/** Runs of which the middle one counts. */
const ROUNDS = 3

/** A file of so many lines through `verwijswijzer batch`: lines a second, and the peak of its memory. */
export async function measureBatch({ lines, distinct }) {
  const directory = mkdtempSync(join(tmpdir(), 'verwijswijzer-bench-'))
  try {
    const file = join(directory, 'cases.ndjson')
    writeLines(file, lines, distinct)
    const parse = () => JSON.parse(execFileSync(execPath, [child('parse-lines.mjs'), file])).spent / lines
    const runs = []
    let before = parse()
    for (let round = 0; round < ROUNDS; round += 1) {
      const out = join(directory, `advice-${round}.ndjson`)
      const run = await runBatch(file, out)
      rmSync(out)
      const after = parse()
      // The machine is not as fast all the time: against the lines that were parsed around it.
      const alone = (before + after) / 2
      runs.push({ ...run, alone, batch: run.spent / lines, ratio: run.spent / lines / alone })
      before = after
    }
    runs.sort((a, b) => a.ratio - b.ratio)
    const { seconds, alone, batch, ratio } = runs[(ROUNDS - 1) / 2]
    const peak = Math.max(...runs.map((run) => run.peak))
    return {
      title: `A batch of ${whole(lines)} lines`,
      text: [
        `A file of NDJSON, ${whole(distinct)} distinct cases over and over with one fact in ten missing, through \`verwijswijzer batch FILE --out FILE --jobs 1\`: reading and writing the files included. \`JSON.parse\` alone is on the same lines, before and after it, without the time to read them. Of ${ROUNDS} runs (${runs.map(({ ratio }) => times(ratio)).join(', ')} times) the middle one; it took ${whole(seconds)} seconds by the clock.`,
      ],
      head: ['what', 'lines a second', 'times `JSON.parse`', 'peak memory, MB'],
      rows: [
        ['`JSON.parse` alone', perSecond(alone), times(1), ''],
        ['`verwijswijzer batch`', perSecond(batch), times(ratio), megabytes(peak)],
      ],
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function writeLines(file, count, distinct) {
  const texts = makeCaseload({ count: distinct, missing: 0.1 }).map((snapshot) => JSON.stringify(snapshot))
  const descriptor = openSync(file, 'w')
  for (let written = 0; written < count; written += texts.length)
    writeSync(descriptor, `${texts.slice(0, count - written).join('\n')}\n`)
  closeSync(descriptor)
}

async function runBatch(file, out) {
  const preload = pathToFileURL(child('tell-cost.mjs')).href
  const args = ['--import', preload, CLI, 'batch', file, '--out', out, '--jobs', '1']
  const started = performance.now()
  const running = spawn(execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve, reject) => running.on('error', reject).on('close', resolve))
  const [code, errors, told] = await Promise.all([ended, text(running.stderr), text(running.stdio[3])])
  if (code !== 0) throw new Error(`verwijswijzer batch ended with ${code}: ${errors.slice(-2_000)}`)
  return { seconds: (performance.now() - started) / 1_000, ...JSON.parse(told) }
}
