import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Fixture } from '../authoring/testing/fixture'
import { type BaseCases, FIXTURE_FILE, parseFixture } from '../authoring/testing/parse-fixture'
import type { Issue } from '../core/issue/issue'
import { finding } from '../core/rules/finding'

/** What a folder of fixtures may hold besides them. */
const BESIDE = /(^\.|\.md$)/

export interface ReadFixtures {
  /** In the order of their files. */
  readonly fixtures: readonly Fixture[]
  /** What is wrong with the form of the others, each with its file. */
  readonly issues: readonly Issue[]
}

/** Every fixture in a folder and the folders below it. Throws what the file system throws. */
export function readFixtures(directory: string): ReadFixtures {
  const bases = basesFor(directory)
  const read = filesBelow(directory, '').map((file) => {
    if (!FIXTURE_FILE.test(file))
      return { issues: [finding('invalid-document', { file, path: [] }, 'a fixture is a .json, .yaml or .yml file')] }
    const text = textOf(readFileSync(join(directory, file)))
    if (text === undefined)
      return { issues: [finding('malformed-text', { file, path: [] }, 'this is not text in UTF-8: save it as UTF-8')] }
    return parseFixture(file, text, bases)
  })
  const issues = read.flatMap((one) => ('issues' in one ? one.issues : []))
  return { fixtures: read.flatMap((one) => ('value' in one ? [one.value] : [])), issues }
}

/** The folder of base cases, in the folder of fixtures or in one that holds it. */
const BASES = 'base'

/** Folders beside the fixtures that hold none: base cases, and what is to be refused. */
const NO_FIXTURES: readonly string[] = [BASES, 'invalid']

function basesFor(directory: string): BaseCases {
  const read = new Map<string, ReturnType<BaseCases>>()
  return (name) => {
    if (!read.has(name))
      read.set(name, /^base\/[a-z0-9-]+$/.test(name) ? baseAbove(resolve(directory), name) : undefined)
    return read.get(name)
  }
}

function baseAbove(directory: string, name: string): ReturnType<BaseCases> {
  const path = join(directory, `${name}.json`)
  if (existsSync(path)) return { file: `${name}.json`, text: textOf(readFileSync(path)) ?? '' }
  const above = dirname(directory)
  return above === directory ? undefined : baseAbove(above, name)
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function filesBelow(directory: string, folder: string): readonly string[] {
  // Joined, a name that a script left empty would be the working directory.
  return readdirSync(folder === '' ? directory : join(directory, folder), { withFileTypes: true })
    .filter(
      (entry) =>
        !BESIDE.test(entry.name) && !(folder === '' && entry.isDirectory() && NO_FIXTURES.includes(entry.name)),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(directory, path) : [path]
    })
}
