import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decisionRecord, ISSUE_CODES, shippedRuleSet, triageSync } from '../../src/index'
import { ROOT } from '../support/run'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

const page = readFileSync(join(ROOT, 'docs/stability.md'), 'utf8')
const rowsUnder = (heading: string): readonly string[] =>
  (page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))

describe('the page on stability', () => {
  it('lists every issue code with what it means, and no other', () => {
    expect(rowsUnder('Issue codes')).toEqual(
      Object.entries(ISSUE_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
    )
  })

  it('lists every policy parameter with its unit, default, range and basis, and no other', () => {
    const defaults = (parameter: (typeof parameters)[number]): string =>
      parameter.dated
        ? parameter.dated.map(({ from, value }) => `\`${value}\` from ${dayOf(from)}`).join(', ')
        : `\`${parameter.default}\``
    const parameters = [...shippedRuleSet().parameters.values()]
    expect(rowsUnder('Policy parameters')).toEqual(
      parameters.map(
        (one) =>
          `| \`${one.name}\` | ${one.unit} | ${defaults(one)} | ${one.range[0]} to ${one.range[1]} | ${one.basis} |`,
      ),
    )
  })

  it('names the versions of an advice and a record as they are', () => {
    const advice = triageSync(SAMPLE_SNAPSHOT, { audience: 'full' })
    const record = decisionRecord(advice, {
      id: 'd-1',
      recordedAt: '2026-11-22T09:15:00Z',
      key: 'a secret of the host, long enough',
      snapshot: SAMPLE_SNAPSHOT,
    })
    expect(page).toContain(`\`adviceVersion\`, now ${advice.adviceVersion} `)
    expect(page).toContain(`\`recordVersion\`, now ${record.recordVersion} `)
  })

  it('is linked from the README and the list of pages, and packed', () => {
    for (const [file, link] of [
      ['README.md', 'docs/stability.md'],
      ['docs/README.md', 'stability.md'],
    ] as const)
      expect(readFileSync(join(ROOT, file), 'utf8')).toContain(`](${link})`)
    expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).files).toContain('docs/stability.md')
  })
})

const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
