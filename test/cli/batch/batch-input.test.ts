import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BatchInput, openInput } from '../../../src/cli/batch/batch-slices'
import { emptyDirectory, removeDirectory } from '../../support/directory'

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

async function opened(content: string | Uint8Array, stop = new AbortController().signal): Promise<BatchInput> {
  const file = join(directory, `${randomBytes(8).toString('hex')}.ndjson`)
  await writeFile(file, content)
  return openInput(file, stop, 'en')
}

async function chunksOf(content: string | Uint8Array): Promise<Buffer[]> {
  const { chunks, close } = await opened(content)
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  close()
  return all
}

const lines = (count: number, length: number): string =>
  Array.from({ length: count }, (_, at) => `${at}:${'x'.repeat(length)}\n`).join('')

describe('the chunks of a file', () => {
  it.each([
    ['an empty file', ''],
    ['a line without its end', 'a\nb'],
    ['many lines', lines(5_000, 100)],
    ['lines that end with a chunk', lines(4, 131_069)],
    ['lines as long as two chunks and more', lines(5, 300_000)],
    ['long lines among short ones', lines(2_000, 90) + lines(1, 200_000) + lines(2_000, 90)],
    ['blank lines at the end', `${lines(3, 70_000)}\n\n`],
    ['a long line without its end', `${lines(1_000, 200)}${'y'.repeat(400_000)}`],
  ])('are all of it: %s', async (_, content) => {
    expect(Buffer.concat(await chunksOf(content)).equals(Buffer.from(content))).toBe(true)
  })

  it('are no more once it is asked to stop', async () => {
    const controller = new AbortController()
    const { chunks, close } = await opened(lines(5_000, 100), controller.signal)
    let count = 0
    const all = async () => {
      for await (const _ of chunks) {
        count += 1
        controller.abort()
      }
    }
    await expect(all()).rejects.toThrow(/abort/i)
    close()
    expect(count).toBe(1)
  })

  it('of a folder are refused by its name', async () => {
    const { chunks, close } = await openInput(directory, new AbortController().signal, 'en')
    const all = async () => {
      for await (const _ of chunks) throw new Error('a folder has no lines')
    }
    await expect(all()).rejects.toMatchObject({ issues: [{ code: 'unreadable-input' }] })
    close()
  })
})
