import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { stdin } from 'node:process'
import type { Locale } from '../../core/snapshot/fact'
import { STANDARD_INPUT, unreadable } from '../read-input'
import { refuse } from '../refusal'
import { IMPORT_TEXTS } from './import-texts'

/** What is read into memory at most: some hundred thousand rows. */
const MOST_BYTES = 200_000_000

export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The text of a file, or of standard input for `-`. Throws a Refusal that names the file. */
export async function readSource(source: string, encoding: Encoding | undefined, locale: Locale): Promise<string> {
  const bytes = await readBytes(source, locale)
  const label = encoding ?? declared(bytes)
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw refuse('malformed-text', IMPORT_TEXTS.notText[locale].replace('{encoding}', label), source)
  }
}

/** The secret that case ids are made with; a line end that an editor left is no part of it. */
export async function readKey(file: string, locale: Locale): Promise<Uint8Array> {
  const bytes = await readBytes(file, locale)
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1
  if (end < 16) throw refuse('out-of-range', IMPORT_TEXTS.shortKey[locale], file)
  return bytes.subarray(0, end)
}

async function readBytes(source: string, locale: Locale): Promise<Buffer> {
  const tooLarge = () => refuse('too-large', IMPORT_TEXTS.tooLarge[locale], source)
  try {
    const isStandard = source === STANDARD_INPUT
    const found = isStandard ? undefined : await stat(source)
    if (found?.isFile() && found.size > MOST_BYTES) throw tooLarge()
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of isStandard ? stdin : createReadStream(source)) {
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof Error && 'issues' in error) throw error
    throw unreadable(error, source, locale)
  }
}

/** What an XML declaration says; older messages are not in UTF-8. All that is read of them is the same in each. */
function declared(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  const head = bytes.subarray(0, 200).toString('latin1')
  const name = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9_-]{1,40})["']/.exec(head)?.[1]?.toLowerCase()
  return ENCODINGS.find((known) => known === name) ?? 'utf-8'
}
