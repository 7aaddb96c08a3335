import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { median } from './measure.mjs'
import { milliseconds } from './report.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = dirname(HERE)
const CASE = join(HERE, 'cases', 'half-filled.json')

/** How long each entry of the package takes to load, and to give its first advice, in a process of its own. */
export function measureLoading({ children }) {
  const entries = entriesOf(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
  const runs = new Map(entries.map(({ label }) => [label, []]))
  for (let child = 0; child < children; child += 1)
    for (const { label, file, kind } of entries) runs.get(label).push(loadEntry(file, kind))
  return {
    title: 'Loading',
    text: [
      `Each entry in a Node process of its own: milliseconds to import it, and then to the first advice on a half-filled case (reading the rule set included), where the entry gives advice. Medians of ${children} processes.`,
    ],
    head: ['entry', 'load, ms', 'first advice, ms'],
    rows: [...runs].map(([label, found]) => {
      const first = found.every((run) => run.first !== null) && median(found.map((run) => run.first))
      return [label, milliseconds(median(found.map(({ load }) => load))), first === false ? '-' : milliseconds(first)]
    }),
  }
}

/** Each entry in each way in which it can be loaded; one that is for browsers alone is imported. */
function entriesOf({ name, exports }) {
  return Object.entries(exports).flatMap(([entry, ways]) =>
    ['import', 'require'].flatMap((kind) => {
      const file = ways[kind]?.default ?? (kind === 'import' ? ways.default : undefined)
      return file ? [{ label: `\`${join(name, entry)}\`, ${kind}`, file: join(ROOT, file), kind }] : []
    }),
  )
}

const loadEntry = (file, kind) =>
  JSON.parse(execFileSync(execPath, [join(HERE, 'children', 'load-entry.mjs'), file, kind, CASE]))
