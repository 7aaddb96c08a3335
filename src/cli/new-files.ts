import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { cwd } from 'node:process'
import type { SchemaKind } from '../authoring/scaffold/json-schemas'
import type { Locale } from '../core/snapshot/fact'
import { unwritable } from './docs-folder'
import { jsonText } from './print-issues'
import { refuse } from './refusal'
import type { Started } from './start-rules'

/** Where an installed package keeps the schemas. */
const SCHEMAS = join('node_modules', 'verwijswijzer', 'dist', 'schemas')

/** The `$schema` of a file that will stand at `path`: the package's, as it is installed at or above it, or else here. */
export function schemaFor(path: string, kind: SchemaKind): string {
  const file = resolve(path)
  const above = ancestorsOf(dirname(file)).find((folder) => existsSync(join(folder, SCHEMAS)))
  const found = relative(dirname(file), join(above ?? cwd(), SCHEMAS, `${kind}.schema.json`))
  return found.split(sep).join('/')
}

function ancestorsOf(folder: string): readonly string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...ancestorsOf(above)]
}

/**
 * Writes what was started, or nothing: where a file cannot be written, the new ones before it are taken away again.
 * Refuses, before anything is written, when one of the new files is there already.
 */
export function writeNew({ files, edited }: Started, locale: Locale): void {
  for (const path of files.keys())
    if (existsSync(path)) throw refuse('unwritable-output', 'this exists already: choose another name', path)
  const texts = [...[...files].map(([path, content]) => [path, jsonText(content)] as const), ...edited]
  const begun: string[] = []
  for (const [path, text] of texts) {
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (files.has(path)) begun.push(path)
      writeFileSync(path, text)
    } catch (error) {
      for (const one of begun) rmSync(one, { force: true })
      throw unwritable(error, path, locale)
    }
  }
}
