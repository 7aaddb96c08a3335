import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ISSUE_CODES } from '../../../src/core/issue/issue-codes'
import { checkSnapshotText } from '../../../src/core/snapshot/check-snapshot'
import { MAX_TEXT_LENGTH } from '../../../src/core/snapshot/plain-data'
import { ISSUE_TEXTS } from '../../../src/core/snapshot/snapshot-issue'

const FOLDER = 'fixtures/invalid/snapshots'

/** Too big to keep as a file. */
const GENERATED = new Map([['too-large', `{ "asOf": "2026-07-31" }${' '.repeat(MAX_TEXT_LENGTH)}`]])

const files = new Map(
  readdirSync(FOLDER).map((file) => [file.replace(/\.json$/, ''), readFileSync(`${FOLDER}/${file}`, 'utf8')]),
)
const all = Object.keys(ISSUE_CODES)
const snapshotCodes = all.slice(all.indexOf('not-json'), all.indexOf('leave-overlaps-spell') + 1)

it('every code of a snapshot has a broken input, and the other way round', () => {
  expect([...files.keys(), ...GENERATED.keys()].sort()).toEqual([...snapshotCodes].sort())
})

it('every code of a snapshot has its texts, and the other way round', () => {
  expect(Object.keys(ISSUE_TEXTS).sort()).toEqual([...snapshotCodes].sort())
})

it.each([...files, ...GENERATED])('%s is what that input has, and nothing else', (code, text) => {
  for (const locale of ['nl', 'en'] as const) {
    const parsed = checkSnapshotText(text, { locale })
    const issues = parsed.ok ? [] : parsed.issues
    expect(issues.map((issue) => issue.code)).toEqual([code])
    expect(issues[0]?.message).toMatch(/^["a-z0-9].{10,}: .+[^.]$/)
    expect(issues[0]?.message).not.toContain('undefined')
  }
})
