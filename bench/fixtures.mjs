import { readdirSync, readFileSync } from 'node:fs'

const FIXTURES = new URL('../fixtures/', import.meta.url)

/** The snapshots of the cases with which the rules are tested, in the order of their paths. */
export function readFixtures() {
  const folder = new URL('cases/', FIXTURES)
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => wholeSnapshot(read(new URL(file, folder))))
}

/** As the command line reads it: with the base case that it extends. */
function wholeSnapshot({ extends: base, snapshot }) {
  return base === undefined ? snapshot : merged(read(new URL(`${base}.json`, FIXTURES)).snapshot, snapshot ?? {})
}

function merged(base, differences) {
  if (!isPlain(base) || !isPlain(differences)) return differences
  const known = Object.entries(differences).filter(([, value]) => value !== null)
  const left = Object.entries(base).filter(([key]) => differences[key] !== null)
  return Object.fromEntries([...left, ...known.map(([key, value]) => [key, merged(base[key], value)])])
}

const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const read = (url) => JSON.parse(readFileSync(url, 'utf8'))
