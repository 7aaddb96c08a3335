import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { stdin } from 'node:process'
import type { Issue } from '../core/issue/issue'
import type { Locale, Text } from '../core/snapshot/fact'
import { parseJson } from '../core/snapshot/parse-json'
import type { Limits } from '../core/snapshot/plain-data'
import { refuse, refuseFile } from './refusal'

const absent: Text = {
  nl: 'dit bestaat niet: controleer de naam',
  en: 'there is no such file: check the name',
}
const directory: Text = {
  nl: 'dit is een map: geef een bestand',
  en: 'this is a directory: give a file',
}
const noDirectory: Text = {
  nl: 'dit is geen map: controleer de naam',
  en: 'this is not a directory: check the name',
}
const forbidden: Text = {
  nl: 'dit mag niet worden gelezen: controleer de rechten',
  en: 'this may not be read: check its permissions',
}

/** Why a file could not be used; one lower-case sentence with one next step. `{code}` is the system's own word. */
export const INPUT_TEXTS = {
  system: { ENOENT: absent, EISDIR: directory, ENOTDIR: noDirectory, EACCES: forbidden, EPERM: forbidden } as Readonly<
    Record<string, Text>
  >,
  otherwise: {
    nl: 'dit kan niet worden gelezen ({code}): probeer een ander bestand',
    en: 'this cannot be read ({code}): try another file',
  },
  tooLarge: {
    nl: 'dit is groter dan 1 MB en dus niet één casus: geef een kleiner bestand',
    en: 'this is larger than 1 MB and so not one case: give a smaller file',
  },
  tooLargeFile: {
    nl: 'dit is groter dan {most} MB: geef een kleiner bestand',
    en: 'this is larger than {most} MB: give a smaller file',
  },
  notUtf8: {
    nl: 'dit is geen tekst in UTF-8: sla het bestand in UTF-8 op',
    en: 'this is not text in UTF-8: save the file as UTF-8',
  },
} as const

/** Far above any real case; nothing is read past it. */
export const MOST_BYTES = 1_000_000

/** What stands for standard input in place of a file name. */
export const STANDARD_INPUT = '-'

/** What is told of issues: those that the reader may read. */
export type Telling = (issues: readonly Issue[]) => readonly Issue[]

const tellAll: Telling = (issues) => issues

/** The JSON of a file, or of standard input for `-`. Throws a Refusal that names the file. */
export async function readInput(source: string, locale: Locale, tell = tellAll): Promise<unknown> {
  return source === STANDARD_INPUT
    ? parse(source, await readStream(stdin, source, locale), locale, tell)
    : readFile(source, locale, source, tell)
}

/** The JSON of a file; `shownAs` is its name in messages. Throws a Refusal. */
export async function readFile(
  file: string,
  locale: Locale,
  shownAs = file,
  tell = tellAll,
  limits?: Limits,
): Promise<unknown> {
  return parse(shownAs, await readBytes(file, shownAs, locale, limits?.textLength), locale, tell, limits)
}

/** Why the system did not let something be read, in words. */
export function unreadable(error: unknown, file: string, locale: Locale): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const say = INPUT_TEXTS.system[code] ?? INPUT_TEXTS.otherwise
  return refuse('unreadable-input', say[locale].replace('{code}', code), file)
}

async function readBytes(file: string, shownAs: string, locale: Locale, most = MOST_BYTES): Promise<Uint8Array> {
  const found = await stat(file).catch((error: unknown) => {
    throw unreadable(error, shownAs, locale)
  })
  // The size of a pipe or a device says nothing: those are read up to the limit.
  if (found.isFile() && found.size > most) throw tooLarge(shownAs, locale, most)
  return readStream(createReadStream(file), shownAs, locale, most)
}

async function readStream(
  stream: AsyncIterable<Uint8Array>,
  shownAs: string,
  locale: Locale,
  most = MOST_BYTES,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > most) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw unreadable(error, shownAs, locale)
  }
  if (bytes > most) throw tooLarge(shownAs, locale, most)
  return Buffer.concat(chunks)
}

function parse(file: string, bytes: Uint8Array, locale: Locale, tell: Telling, limits?: Limits): unknown {
  const parsed = parseJson(decode(file, bytes, locale), { locale }, limits)
  if (!parsed.ok) throw refuseFile(file, tell(parsed.issues))
  return parsed.value
}

/** A byte order mark, as some editors write it, is no part of the text. */
function decode(file: string, bytes: Uint8Array, locale: Locale): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('malformed-text', INPUT_TEXTS.notUtf8[locale], file)
  }
}

function tooLarge(file: string, locale: Locale, most = MOST_BYTES): Error {
  const said = most === MOST_BYTES ? INPUT_TEXTS.tooLarge : INPUT_TEXTS.tooLargeFile
  return refuse('too-large', said[locale].replace('{most}', String(most / 1_000_000)), file)
}

/** The byte that ends a line. */
export const LINE_END = 10
