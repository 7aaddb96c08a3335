import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../../../src/cli/batch/batch-advisers'
import { type Slice, type SliceOptions, slicesOf } from '../../../src/cli/batch/batch-slices'

const SEED = { seed: 4, endOnFailure: true } as const

/** The text in chunks of these sizes, over and over. */
async function* chunksOf(text: string | Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0, next = 0; at < bytes.length; next += 1) {
    const size = sizes[next % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function cut(text: string | Buffer, sizes = [7], options: Partial<SliceOptions> = {}): Promise<Slice[]> {
  const slices: Slice[] = []
  // What a slice shows may be gone when the next one is there.
  for await (const slice of slicesOf(chunksOf(text, sizes), { skip: 0, header: false, ...options }))
    slices.push({ ...slice, bytes: Buffer.from(slice.bytes) })
  return slices
}

const linesOf = (slices: readonly Slice[]): [number, string][] =>
  slices.flatMap(({ bytes, firstLine }) => {
    const lines = Buffer.from(bytes).toString('utf8').split('\n')
    return (lines.at(-1) === '' ? lines.slice(0, -1) : lines).map((line, index): [number, string] => [
      firstLine + index,
      line,
    ])
  })

/** The same by looking at the whole text at once. */
function expected(text: string, { skip, header }: SliceOptions): [number, string][] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (lines.at(-1)?.trim() === '') lines.pop()
  return lines
    .map((line, index): [number, string] => [index + 1, line])
    .filter(([number]) => number > skip || (header && number === 1))
}

describe('slices', () => {
  it('hold every line once and in order, however the input comes', async () => {
    const line = fc.oneof(
      fc.constantFrom('', ' ', '\r', '\t\r', 'é€😀'),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    )
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })
    const options = fc.record({ skip: fc.integer({ min: 0, max: 14 }), header: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(text, sizes, options, async (given, parts, how) => {
        const slices = await cut(given, parts, how)
        expect(linesOf(slices)).toEqual(expected(given, how))
        for (const { lines, bytes } of slices) expect(linesOf([{ bytes, firstLine: 1 } as Slice])).toHaveLength(lines)
      }),
      { ...SEED, numRuns: 1000 },
    )
  })

  it('are short enough to stop soon, also in one large chunk', async () => {
    const slices = await cut('x\n'.repeat(1050), [10_000])
    expect(slices.map(({ lines }) => lines)).toEqual([...new Array(10).fill(100), 50])
    expect(slices.at(-1)?.endsAt).toBe(2100)
  })

  it.each([
    ['nothing', '', 0],
    ['a line end', '\n', 0],
    ['a case without a line end', 'a', 1],
    ['a blank last line', 'a\n\r\n', 1],
    ['two blank last lines', 'a\n\n\n', 2],
    ['a blank line inside', 'a\n\nb\n', 3],
  ])('%s', async (_name, text, count) => {
    for (const sizes of [[1], [100]]) expect(linesOf(await cut(text, sizes))).toHaveLength(count)
  })

  it('give the header by itself, before what is passed over', async () => {
    const slices = await cut('h\na\nb\nc\n', [100], { skip: 2, header: true })
    expect(linesOf(slices)).toEqual([
      [1, 'h'],
      [3, 'b'],
      [4, 'c'],
    ])
    expect(slices).toHaveLength(2)
  })

  it.each([0, 1])('do not keep a line that is longer than any case (skip %i)', async (skip) => {
    const long = Buffer.concat([Buffer.from('a\n'), Buffer.alloc(9_000_000, 120), Buffer.from('\nb\n')])
    const slices = await cut(long, [65_536], { skip })
    const shown = slices.map(({ firstLine, bytes, tooLong }) => [firstLine, Buffer.from(bytes).toString(), tooLong])
    const all = [
      [1, 'a\n', false],
      [2, '', true],
      [3, 'b\n', false],
    ]
    expect(shown).toEqual(all.slice(skip))
    expect((await cut(long, [65_536], { skip: 2 })).map(({ firstLine }) => firstLine)).toEqual([3])
    expect((await cut(long.subarray(0, -3), [65_536])).at(-1)).toMatchObject({ firstLine: 2, tooLong: true })
  })
})

describe('work in order', () => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  async function* numbers(count: number): AsyncGenerator<number> {
    for (let number = 0; number < count; number += 1) yield number
  }

  it.each([1, 2, 5])('gives results in the order of the items, with at most %i under way', async (inFlight) => {
    let underWay = 0
    let most = 0
    const work = async (number: number) => {
      most = Math.max(most, ++underWay)
      await pause(number % 3 === 0 ? 8 : 1)
      return number
    }
    const results: number[] = []
    for await (const result of inOrder(numbers(20), work, inFlight)) {
      underWay -= 1
      results.push(result)
    }
    expect(results).toEqual([...new Array(20).keys()])
    expect(most).toBe(inFlight)
  })

  it('gives what is there while the next item is still to come', async () => {
    async function* slow() {
      yield 1
      await new Promise(() => {})
      yield 2
    }
    const results = inOrder(slow(), async (number) => number, 4)
    expect(await results.next()).toEqual({ done: false, value: 1 })
  })

  it('fails where an item or its work fails, after what came before', async () => {
    async function* failing() {
      yield* numbers(3)
      throw new Error('no more')
    }
    const seen: number[] = []
    const take = async (items: AsyncGenerator<number>, work: (item: number) => Promise<number>) => {
      for await (const result of inOrder(items, work, 2)) seen.push(result)
    }
    await expect(take(failing(), async (item) => item)).rejects.toThrow('no more')
    seen.length = 0
    const work = async (item: number) => {
      if (item === 2) throw new Error('not this')
      return item
    }
    await expect(take(numbers(9), work)).rejects.toThrow('not this')
    expect(seen).toEqual([0, 1])
  })
})
