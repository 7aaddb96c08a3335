/**
 * A caseload from one night to the next: `node bench/measure-worklist.mjs`, with `--lines` for another number of cases.
 * The same cases a day and a week later, compared with the first night, as a worklist of what changed; and the same once more
 * for a host that stores what `remember` gives, with how many changes of each kind (`--nights` for another number of cases). Time is that of
 * the processor over two threads, so that what else runs on the machine hardly counts; memory is the peak of the process.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { makeCaseload } from './caseload.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const CLI = join(dirname(HERE), 'dist', 'cli.js')
const TELL_COST = pathToFileURL(join(HERE, 'children', 'tell-cost.mjs')).href
const JOBS = 2
/** For 20,000 cases on two cores. */
const BUDGET = { seconds: 30, megabytes: 300 }

const { values } = parseArgs({ options: { lines: { type: 'string', default: '20000' }, nights: { type: 'string' } } })
const lines = Number(values.lines)
const directory = mkdtempSync(join(tmpdir(), 'verwijswijzer-bench-'))
try {
  const cases = makeCaseload({ count: lines, missing: 0.3 })
  const file = (days) => {
    const path = join(directory, `cases-${days}.ndjson`)
    writeFileSync(path, cases.map((one) => `${JSON.stringify({ ...one, asOf: later(one.asOf, days) })}\n`).join(''))
    return path
  }
  const last = join(directory, 'last.ndjson')
  report('first night', await runBatch(file(0), ['--out', last]))
  for (const days of [0, 1, 7]) {
    const out = join(directory, `list-${days}.ndjson`)
    const cost = await runBatch(file(days), ['--out', out, '--previous', last, '--changed-only', '--worklist'])
    const rows = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const kinds = {}
    for (const { changes = [] } of rows) for (const { kind } of changes) kinds[kind] = (kinds[kind] ?? 0) + 1
    report(`${days} days later, worklist of ${rows.length - 1} changed cases ${JSON.stringify(kinds)}`, cost)
  }
} finally {
  rmSync(directory, { recursive: true })
}
const child = join(HERE, 'children', 'nights.mjs')
const remembered = JSON.parse(execFileSync(execPath, [child, values.nights ?? values.lines], { maxBuffer: 2 ** 26 }))
for (const [days, { changed, kinds }] of Object.entries(remembered.nights))
  process.stdout.write(
    `${days} days later with remember: ${changed} of ${remembered.count} cases changed ${JSON.stringify(kinds)}\n`,
  )

function later(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function report(what, { spent, peak }) {
  const seconds = (spent / 1_000_000 / JOBS) * (20_000 / lines)
  const [time, memory] = [seconds.toFixed(1), Math.round(peak / 1_024)]
  const within = seconds <= BUDGET.seconds && memory <= BUDGET.megabytes
  process.stdout.write(
    `${what}: ${time} s for 20,000 cases on two cores, ${memory} MB${within ? '' : ', over its budget'}\n`,
  )
}

async function runBatch(path, flags) {
  const args = ['--import', TELL_COST, CLI, 'batch', path, ...flags, '--jobs', String(JOBS), '--audience', 'employer']
  const running = spawn(execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve, reject) => running.on('error', reject).on('close', resolve))
  const [code, errors, told] = await Promise.all([ended, text(running.stderr), text(running.stdio[3])])
  if (code !== 0) throw new Error(`verwijswijzer batch ended with ${code}: ${errors.slice(-2_000)}`)
  return JSON.parse(told)
}
