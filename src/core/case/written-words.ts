import { memoByObject } from '../memo'
import type { OwnFacts } from './answers'
import type { Answer } from './case'
import { readersFor } from './case-readers'
import type { FactReader } from './read-fact'

/**
 * The vocabulary as it is written in JSON, ready to be compared four bytes at a time. Every word stands in `numbers`, one
 * after another, and is told by its place there (see `writeWord`). Words go up to the quote that closes them, and with
 * it, so that none is the beginning of another; names up to the colon after it.
 */
export interface WrittenWords {
  readonly numbers: Int32Array
  /** The answers that are words, in the order in which they stand in `numbers`. */
  readonly answers: readonly Answer[]
  readonly asOf: number
  readonly caseId: number
  readonly sections: readonly WrittenSection[]
  /** Names inside lists and documents. */
  readonly nested: readonly { readonly name: number; readonly key: string }[]
  /** Names in a report of illness. */
  readonly spell: Readonly<Record<'firstDay' | 'recoveredOn' | 'notCounted', number>>
  /** After their first letter. */
  readonly restOfTrue: number
  readonly restOfFalse: number
}

/** By fact. */
export interface WrittenSection {
  readonly name: number
  /** Its name; after it stands the number of the answers that are words, and then these. */
  readonly facts: Int32Array
  /** Where the first of these stands among the answers. */
  readonly firstAnswers: Int32Array
  readonly slots: Int32Array
  readonly readers: readonly FactReader[]
}

/** In `numbers`, before the fours of a word: its length, the bytes that are left after them, which those are, how many fours. */
export const WORD = { length: 0, rest: 1, mask: 2, fours: 3, first: 4 } as const

export const wordsFor = memoByObject((own: OwnFacts): WrittenWords => {
  const numbers: number[] = []
  const answers: Answer[] = []
  const write = (word: string): number => writeWord(numbers, word)
  const writeName = (name: string): number => write(`${name}":`)
  const sections = [...readersFor(own).sections].map(([section, facts]): WrittenSection => {
    const written = [...facts].map(([fact, reader]) => {
      const words = [...reader.answers].filter(([word]) => typeof word === 'string')
      const [name, firstAnswer] = [writeName(fact), answers.length]
      numbers.push(words.length)
      for (const [word, answer] of words) {
        write(`${word}"`)
        answers.push(answer)
      }
      return { name, reader, firstAnswer }
    })
    return {
      name: writeName(section),
      facts: Int32Array.from(written, ({ name }) => name),
      firstAnswers: Int32Array.from(written, ({ firstAnswer }) => firstAnswer),
      slots: Int32Array.from(written, ({ reader }) => reader.slot),
      readers: written.map(({ reader }) => reader),
    }
  })
  const nested = NESTED.map((key) => ({ name: writeName(key), key }))
  const spell = {
    firstDay: writeName('firstDay'),
    recoveredOn: writeName('recoveredOn'),
    notCounted: writeName('notCounted'),
  }
  const [asOf, caseId, restOfTrue, restOfFalse] = [writeName('asOf'), writeName('caseId'), write('rue'), write('alse')]
  return { numbers: Int32Array.from(numbers), answers, asOf, caseId, sections, nested, spell, restOfTrue, restOfFalse }
})

const NESTED = [
  'firstDay',
  'recoveredOn',
  'notCounted',
  'from',
  'until',
  'oneCase',
  'type',
  'on',
  'service',
  'state',
  'id',
  'by',
]

/** Adds a word, and gives its place. */
function writeWord(numbers: number[], word: string): number {
  const bytes = new TextEncoder().encode(word)
  const padded = new DataView(new ArrayBuffer(bytes.length + 4))
  bytes.forEach((byte, at) => {
    padded.setUint8(at, byte)
  })
  const fours = Math.floor(bytes.length / 4)
  const left = bytes.length % 4
  const mask = (1 << (8 * left)) - 1
  const place = numbers.length
  numbers.push(bytes.length, padded.getInt32(4 * fours, true), mask, fours)
  for (let four = 0; four < fours; four++) numbers.push(padded.getInt32(4 * four, true))
  return place
}
