import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { GENERATED } from '../authoring/docs/markdown'
import type { Locale } from '../core/snapshot/fact'
import { unreadable } from './read-input'
import { refuse } from './refusal'

export interface PageDifference {
  readonly file: string
  readonly kind: 'missing' | 'differs' | 'stale'
}

/** Writes every page, and touches no other file. Throws a Refusal that names the file. */
export async function writePages(directory: string, pages: ReadonlyMap<string, string>, locale: Locale): Promise<void> {
  for (const folder of new Set([directory, ...[...pages.keys()].map((name) => dirname(join(directory, name)))]))
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw unwritable(error, folder, locale)
    })
  for (const [name, text] of pages) {
    const file = join(directory, name)
    await writeFile(file, text).catch((error: unknown) => {
      throw unwritable(error, file, locale)
    })
  }
}

/** What in the directory is not as the pages are: pages that are missing or differ, and generated ones that are left over. */
export async function comparePages(
  directory: string,
  pages: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<readonly PageDifference[]> {
  const folders = [...new Set([...pages.keys()].map((name) => dirname(name)))]
  const present = (await Promise.all(folders.map((folder) => namesIn(directory, folder, locale)))).flat()
  const names = [...new Set([...pages.keys(), ...present.filter((name) => name.endsWith('.md'))])].sort()
  const found = await Promise.all(
    names.map(async (name): Promise<PageDifference[]> => {
      const file = join(directory, name)
      const expected = pages.get(name)
      if (!present.includes(name)) return [{ file, kind: 'missing' }]
      const text = await readText(file, locale)
      if (expected === undefined) return text.startsWith(GENERATED) ? [{ file, kind: 'stale' }] : []
      return text === expected ? [] : [{ file, kind: 'differs' }]
    }),
  )
  return found.flat()
}

/** The names of what is in a folder of the directory, as pages are named. */
async function namesIn(directory: string, folder: string, locale: Locale): Promise<readonly string[]> {
  try {
    const names = await readdir(join(directory, folder))
    return names.map((name) => (folder === '.' ? name : `${folder}/${name}`))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw unreadable(error, directory, locale)
  }
}

async function readText(file: string, locale: Locale): Promise<string> {
  try {
    // A checkout may have turned the ends of lines.
    return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
  } catch (error) {
    throw unreadable(error, file, locale)
  }
}

export function unwritable(error: unknown, file: string, locale: Locale): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const message = {
    nl: `dit kan niet worden geschreven (${code}): kies een andere map`,
    en: `this cannot be written (${code}): choose another directory`,
  }
  return refuse('unwritable-output', message[locale], file)
}
