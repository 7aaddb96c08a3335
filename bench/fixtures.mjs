import { readdirSync, readFileSync } from 'node:fs'

/** The snapshots of the cases with which the rules are tested, in the order of their paths. */
export function readFixtures() {
  const folder = new URL('../fixtures/cases/', import.meta.url)
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).snapshot)
}
