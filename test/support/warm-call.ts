import { readFileSync } from 'node:fs'
import inspector from 'node:inspector/promises'
import { fileURLToPath } from 'node:url'
import { createTriage, triageSync } from '../../src/index'
import { SAMPLE_SNAPSHOT } from './sample-snapshot'

/** Bundled to one file, which keeps a line with the name of each file before its code, and run by itself. */
const lines = readFileSync(fileURLToPath(import.meta.url), 'utf8').matchAll(/^\/\/ (src\/\S+)$/gm)
const starts = [...lines].map((line) => ({ at: line.index, file: line[1] as string }))

/** The files of which a call runs a function, once everything it needs is there. */
async function filesRun(call: () => unknown): Promise<readonly string[]> {
  for (let times = 0; times < 5; times++) call()
  const session = new inspector.Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  // What ran until here is told, and counts no more.
  await session.post('Profiler.takePreciseCoverage')
  call()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  const offsets = result
    .filter(({ url }) => url === import.meta.url)
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .filter(({ count, startOffset }) => count > 0 && startOffset > 0)
    .map(({ startOffset }) => startOffset)
  const files = offsets.map((offset) => starts.findLast(({ at }) => at <= offset)?.file ?? '')
  return [...new Set(files)].filter((file) => file !== '').sort()
}

const [full, employer] = (['full', 'employer'] as const).map((audience) => createTriage({ audience }))
const CALLS: Readonly<Record<string, () => unknown>> = {
  full: () => full?.(SAMPLE_SNAPSHOT),
  employer: () => employer?.(SAMPLE_SNAPSHOT),
  triageSync: () => triageSync(SAMPLE_SNAPSHOT),
}
const found: Record<string, readonly string[]> = {}
for (const [name, call] of Object.entries(CALLS)) found[name] = await filesRun(call)
console.log(JSON.stringify(found))
