import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from '../../../src/authoring/testing/arbitrary-snapshot'
import { openCase } from '../../../src/core/case/case'
import type { ReadCase } from '../../../src/core/case/read-case'
import { caseBytesReader } from '../../../src/core/case/read-case-bytes'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { parseJson } from '../../../src/core/snapshot/parse-json'
import { parseSnapshot } from '../../../src/core/snapshot/parse-snapshot'
import { loadRuleSet } from '../../../src/index'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { loadFixtures } from '../../support/load-fixtures'
import { ownFiles } from '../../support/own-rule-set'

const extended = loadRuleSet(ownFiles())
if (!extended.ok) throw new Error(JSON.stringify(extended.issues))
const OWN = extended.ruleSet

const reader = caseBytesReader()
const ownReader = caseBytesReader(OWN.facts)

/** As one line of a file. */
function readLine(text: string, read = reader): ReadCase | undefined {
  const bytes = Buffer.from(`${text}\n`)
  return read(bytes, 0, bytes.length - 1)
}

/** What the full check makes of the text. */
function opened(text: string, ruleSet = shippedRuleSet()) {
  const json = parseJson(text)
  const parsed = json.ok ? parseSnapshot(json.value, { ruleSet }) : json
  if (!('snapshot' in parsed)) return undefined
  return { opened: openCase(parsed.snapshot, ruleSet.facts), caseId: parsed.snapshot.caseId }
}

/** Whether it was read. */
function expectSame(text: string, ruleSet = shippedRuleSet(), by = ruleSet === OWN ? ownReader : reader): boolean {
  const read = readLine(text, by)
  if (read) expect({ opened: read.opened, caseId: read.caseId }).toEqual(opened(text, ruleSet))
  return read !== undefined
}

const CASE = {
  asOf: '2026-06-01',
  caseId: 'a-1',
  absence: {
    spells: [
      { firstDay: '2025-12-01', recoveredOn: '2025-12-20', notCounted: false },
      { firstDay: '2026-01-05', notCounted: 'unknown' },
    ],
    leaves: [],
    workedShare: 50,
    therapeuticWorkSince: 'none',
  },
  health: { course: 'recovering', lengthyRecovery: true, criticalLimitations: ['1.1', '1.2'] },
  process: { capacityDocument: { type: 'FML', on: '2026-03-01' }, problemAnalysisOn: '2026-02-10' },
  signals: { employeeAsks: false },
}
const TEXT = JSON.stringify(CASE)

describe('a case read from the bytes of a line', () => {
  it('is what the full check gives, or is left to it', () => {
    let [quick, all] = [0, 0]
    fc.assert(
      fc.property(snapshotArbitrary(), (snapshot) => {
        all += 1
        if (expectSame(JSON.stringify(snapshot))) quick += 1
      }),
      { numRuns: 1_000 },
    )
    // Had everything been left to the full check, this would have proved nothing.
    expect(quick / all).toBeGreaterThan(0.5)
  })

  it('is most of the fixtures', () => {
    const texts = loadFixtures().map(({ snapshot }) => JSON.stringify(snapshot))
    const right = texts.filter((text) => opened(text))
    expect(right.filter((text) => expectSame(text)).length / right.length).toBeGreaterThan(0.9)
  })

  it('has its reports of illness, or leaves them to the full check', () => {
    const spells = (list: string, rest = '') =>
      // By a reader of its own: what the list before it left must not be what refuses this one.
      expectSame(
        `{"asOf":"2026-06-01","absence":{"spells":${list}${rest},"workedShare":50}}`,
        undefined,
        caseBytesReader(),
      )
    const [first, second] = ['"firstDay":"2025-12-01"', '"recoveredOn":"2025-12-20"']
    const read = {
      none: '[]',
      one: `[{${first}}]`,
      backwards: `[{"notCounted":true,${second},${first}}]`,
      withSpaces: `[ { ${first} , "notCounted": false } ]`,
      two: `[{${first},${second}},{"firstDay":"2026-01-05"}]`,
      outOfOrder: `[{"firstDay":"2026-01-05"},{${first},${second}}]`,
      flagOfTheFirst: `[{${first},${second},"notCounted":true},{"firstDay":"2026-01-05"}]`,
      endOfTheFirst: `[{${first},${second}},{"firstDay":"2026-01-05","notCounted":true}]`,
      flagNotKnown: `[{${first},"notCounted":"unknown"}]`,
    }
    expect(Object.entries(read).filter(([, list]) => !spells(list))).toEqual([])
    const left = {
      withdrawn: `[{${first},"recoveredOn":"2025-12-01"},{${first}}]`,
      dayGivenTwice: `[{${first},"firstDay":"2025-12-01"}]`,
      endGivenTwice: `[{${first},${second},${second}}]`,
      flagGivenTwice: `[{${first},"notCounted":false,"notCounted":true}]`,
      noDay: `[{${second}}]`,
      nothing: '[{}]',
      noSuchDay: '[{"firstDay":"2025-02-30"}]',
      oddFlag: `[{${first},"notCounted":1}]`,
      strangeName: `[{${first},"diagnosis":true}]`,
      noComma: `[{${first}}{${first}}]`,
      commaAtTheEnd: `[{${first}},]`,
      notClosed: `[{${first}}`,
      text: `["2025-12-01"]`,
    }
    expect(Object.entries(left).filter(([, list]) => spells(list))).toEqual([])
    expect(spells('[]', ',"spells":[]')).toBe(false)
  })

  it('has the own facts of a rule set', () => {
    let quick = 0
    fc.assert(
      fc.property(arbitrary.snapshotArbitrary(fc, { ruleSet: OWN, known: 3 }), (snapshot) => {
        const text = JSON.stringify(snapshot)
        if (expectSame(text, OWN)) quick += 1
        if ('own' in snapshot) expect(readLine(text)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
    expect(quick).toBeGreaterThan(250)
  })

  it('is nothing that a text with any change in it does not say', () => {
    const pieces = [
      '"',
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      '\\',
      ' ',
      '0',
      '1',
      '-',
      '.',
      'e',
      'true',
      'null',
      'é',
      '\t',
      '\r',
    ]
    const change = fc.record({
      at: fc.nat({ max: 4_000 }),
      length: fc.nat({ max: 3 }),
      by: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })),
    })
    const changed = (text: string, { at, length, by }: { at: number; length: number; by: string }) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + by + text.slice(place + length)
    }
    let [quick, wrong] = [0, 0]
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(CASE), snapshotArbitrary()),
        fc.array(change, { maxLength: 2 }),
        (snapshot, all) => {
          const text = all.reduce(changed, JSON.stringify(snapshot))
          if (text.includes('\n')) return
          if (expectSame(text)) quick += 1
          if (!opened(text)) wrong += 1
        },
      ),
      { numRuns: 5_000 },
    )
    expect(quick).toBeGreaterThan(1_000)
    expect(wrong).toBeGreaterThan(1_000)
  })

  it('is the same wherever the members stand, with a space after a comma or a colon', () => {
    const shuffled = <Value>(value: Value, places: readonly number[]): Value =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : (Object.fromEntries(
            Object.entries(value)
              .map(([key, one], index) => [key, shuffled(one, places), places[index] ?? 0] as const)
              .sort((a, b) => a[2] - b[2])
              .map(([key, one]) => [key, one]),
          ) as Value)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 99 }), { minLength: 12 }), (places) => {
        const text = JSON.stringify(shuffled(CASE, places))
        expect(expectSame(text)).toBe(true)
        const spaced = text.replaceAll(/([,:])(?=["{[\dtf])/g, '$1 ')
        expect(expectSame(spaced)).toBe(true)
      }),
    )
  })

  it.each([
    ['a name twice', TEXT.replace('"employeeAsks":false', '"employeeAsks":false,"employeeAsks":true')],
    ['a section twice', TEXT.replace('"signals"', '"signals":{},"signals"')],
    ['the day twice', TEXT.replace('"caseId"', '"asOf":"2026-06-01","caseId"')],
    ['its own name twice', TEXT.replace('"caseId"', '"caseId":"b","caseId"')],
    ['a name twice in a spell', TEXT.replace('"firstDay"', '"firstDay":"2025-12-02","firstDay"')],
    ['a name twice in a document', TEXT.replace('"type"', '"type":"IZP","type"')],
    ['an escape', TEXT.replace('a-1', 'a\\u002d1')],
    ['no day', TEXT.replace('"asOf":"2026-06-01",', '')],
    ['a day that is none', TEXT.replace('2026-06-01', '2026-06-31')],
    ['a nought before a number', TEXT.replace('50', '050')],
    ['a fraction', TEXT.replace('50', '50.5')],
    ['a number out of range', TEXT.replace('50', '101')],
    ['null', TEXT.replace('50', 'null')],
    ['a comma at the end', TEXT.replace('}}', '},}')],
    ['something after it', `${TEXT}{}`],
    ['an end that is missing', TEXT.slice(0, -1)],
    ['a key that no object may have', TEXT.replace('"signals"', '"__proto__":{},"signals"')],
    ['a name that is the beginning of another', TEXT.replace('"employeeAsks"', '"employee"')],
    ['a word that goes on', TEXT.replace('"recovering"', '"recoveringly"')],
    ['a true that goes on', TEXT.replace('true', 'trueish')],
    ['a list in a list', TEXT.replace('["1.1"', '[["1.1"]')],
    ['nothing', ''],
  ])('is left to the full check: %s', (_, text) => {
    expect(readLine(TEXT)).toBeDefined()
    expect(text).not.toBe(TEXT)
    expect(readLine(text)).toBeUndefined()
  })

  it('ends where the line ends, also where the bytes end there', () => {
    const bytes = Buffer.from(`${TEXT}\n${TEXT}`)
    expect(reader(bytes, 0, TEXT.length)?.opened).toEqual(opened(TEXT)?.opened)
    for (let to = 0; to < TEXT.length; to++) expect(reader(bytes, 0, to)).toBeUndefined()
    for (let to = TEXT.length + 2; to < bytes.length; to++) expect(reader(bytes, TEXT.length + 1, to)).toBeUndefined()
    const read = reader(bytes, TEXT.length + 1, bytes.length)
    if (read) expect(read.opened).toEqual(opened(TEXT)?.opened)
    expect(reader(Buffer.from(`${TEXT}\r\n`), 0, TEXT.length + 1)).toBeDefined()
  })

  it('is nothing of what is hung on every object', () => {
    Object.defineProperty(Object.prototype, 'recoveredOn', {
      value: '2026-01-06',
      enumerable: true,
      configurable: true,
    })
    const read = readLine(TEXT)
    delete (Object.prototype as { recoveredOn?: unknown }).recoveredOn
    expect(read).toBeUndefined()
    expect(readLine(TEXT)).toBeDefined()
  })

  it('takes no longer for a text that goes on and on', () => {
    for (const piece of [' ', '[', '{"a":', '"', '1', '{"absence":'])
      expect(readLine(`{"asOf":"2026-06-01","absence":${piece.repeat(100_000)}`)).toBeUndefined()
  })
})
