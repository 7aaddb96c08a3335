import type { OwnFacts } from './answers'
import type { Answer } from './case'
import { NONE_OWN, readersFor } from './case-readers'
import { isInherited } from './own-data'
import { type ReadCase, startReading, wholeCase } from './read-case'
import { dayReader } from './read-day-bytes'
import { type FactReader, NO_VALUE, type Reading } from './read-fact'
import { nestedReader } from './read-nested-bytes'
import { spellsReader } from './read-spells-bytes'
import { BYTE, type TextBytes, textScanner } from './text-scanner'
import { WORD, type WrittenSection, wordsFor } from './written-words'

/** Reads the case that stands from one byte up to another; undefined where it is not surely right, or written oddly. */
export type CaseBytesReader = (bytes: TextBytes, from: number, to: number) => ReadCase | undefined

/**
 * `readCase` of what `JSON.parse` gives, without the objects between: what is read here is what these would give. It
 * knows the words of the vocabulary by their bytes, and leaves to the others whatever it does not expect: an escape, a
 * letter beyond ASCII, a name that is given twice, a space before a colon, a fraction.
 */
export function caseBytesReader(own: OwnFacts = NONE_OWN): CaseBytesReader {
  const { slots, blank } = readersFor(own)
  const words = wordsFor(own)
  const { numbers, answers } = words
  const scanner = textScanner(numbers)
  const { isNext, next, readMembers } = scanner
  const days = dayReader(scanner)
  const readNested = nestedReader(words, scanner, days)
  const readSpells = spellsReader(words, scanner, days)
  let reading: Reading
  let asOf: number | undefined
  let caseId: string | undefined
  let sections = 0
  let section: WrittenSection
  /** The place of the section that follows the last one: most often it is the next. */
  let likelySection = 0
  /** The place of the fact that follows the last one: most often it is the next. */
  let likely = 0

  return (bytes, from, to) => {
    if (isInherited()) return undefined
    const given = blank.slice()
    reading = startReading('parsed', given)
    asOf = undefined
    caseId = undefined
    sections = 0
    likelySection = 0
    scanner.begin(bytes, from, to)
    try {
      if (next() !== BYTE.openObject || !readMembers(readPart) || !scanner.isOver()) return undefined
    } catch {
      // It ends where something should follow.
      return undefined
    }
    return wholeCase(reading, slots, asOf, caseId, reading.keys)
  }

  function readPart(): boolean {
    if (isNext(words.asOf)) {
      if (asOf !== undefined || next() !== BYTE.quote) return false
      asOf = days.next()?.answer.value
      return asOf !== undefined
    }
    if (isNext(words.caseId)) {
      if (caseId !== undefined || next() !== BYTE.quote) return false
      caseId = scanner.text()
      return caseId !== undefined
    }
    const place = sectionNext()
    // One bit for each section that was read.
    if (place < 0 || (sections & (1 << place)) !== 0 || next() !== BYTE.openObject) return false
    sections |= 1 << place
    section = words.sections[place] as WrittenSection
    likelySection = place + 1
    likely = 0
    return readMembers(readFact)
  }

  function sectionNext(): number {
    const count = words.sections.length
    for (let tried = 0; tried < count; tried++) {
      const place = (likelySection + tried) % count
      if (isNext((words.sections[place] as WrittenSection).name)) return place
    }
    return -1
  }

  function readFact(): boolean {
    const place = factNext()
    if (place < 0) return false
    const slot = section.slots[place] as number
    const answer = reading.given[slot] ? undefined : answerNext(place)
    if (!answer) return false
    reading.given[slot] = answer
    return true
  }

  function factNext(): number {
    const { facts } = section
    for (let tried = 0; tried < facts.length; tried++) {
      const place = likely < facts.length ? likely : 0
      likely = place + 1
      if (isNext(facts[place] as number)) return place
    }
    return -1
  }

  function answerNext(place: number): Answer | undefined {
    const first = next()
    if (first === BYTE.quote)
      return wordNext(place) ?? (section.readers[place]?.takesDay ? days.next()?.answer : undefined)
    const reader = section.readers[place] as FactReader
    if (first === BYTE.lowerT) return isNext(words.restOfTrue) ? reader.yes : undefined
    if (first === BYTE.lowerF) return isNext(words.restOfFalse) ? reader.no : undefined
    if (first === BYTE.openList && reader.takesSpells) {
      const answer = spellsNext()
      if (answer) return answer
    }
    if (first === BYTE.openList || first === BYTE.openObject) {
      const before = reading.keys
      const nested = readNested(first)
      const answer = nested && reader.read(nested.value, reading)
      // A key that is given twice is read once.
      return nested && reading.keys - before === nested.keys ? answer : undefined
    }
    const value = scanner.wholeNumber(first)
    return value === undefined ? undefined : reader.read(value, reading)
  }

  function spellsNext(): Answer | undefined {
    const place = scanner.place()
    const read = readSpells()
    if (!read) {
      scanner.backTo(place)
      return undefined
    }
    reading.spells = read.spells
    reading.keys += read.keys
    return NO_VALUE
  }

  /** An answer that is a word. */
  function wordNext(place: number): Answer | undefined {
    let word = afterWord(section.facts[place] as number)
    const count = numbers[word++] as number
    for (let answer = 0; answer < count; answer++) {
      if (isNext(word)) return answers[(section.firstAnswers[place] as number) + answer]
      word = afterWord(word)
    }
    return undefined
  }

  function afterWord(word: number): number {
    return word + WORD.first + (numbers[word + WORD.fours] as number)
  }
}
