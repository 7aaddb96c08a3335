import { describe, expect, it } from 'vitest'
import { createBriefTriage } from '../../../src/core/brief-advice'
import { parseDay } from '../../../src/core/calendar/day'
import { createTriage } from '../../../src/core/create-triage'
import { TriageError } from '../../../src/core/issue/issue'
import { type BatchResult, batch, resultLine } from '../../../src/reports/batch/batch'
import { isoWeek } from '../../../src/reports/worklist/iso-week'
import { renderWorklist } from '../../../src/reports/worklist/render-worklist'
import { URGENCIES, worklist } from '../../../src/reports/worklist/worklist'
import { loadFixtures } from '../../support/load-fixtures'
import { SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

const options = { audience: 'full' } as const
const brief = createBriefTriage(options)
const cases = loadFixtures()
  .filter(({ options: own }) => own === undefined)
  .slice(0, 120)
  .map(
    ({ snapshot }, index) => ({ ...snapshot, caseId: `case-${index}` }) as typeof SAMPLE_SNAPSHOT & { caseId: string },
  )
const later = (days: number) =>
  cases.map((one) => ({
    ...one,
    asOf: new Date(Date.parse(one.asOf) + 86_400_000 * days).toISOString().slice(0, 10),
  }))

async function run(list: readonly unknown[], more: Parameters<typeof batch>[1] = {}): Promise<readonly BatchResult[]> {
  const results: BatchResult[] = []
  for await (const result of batch(
    list.map((one) => JSON.stringify(one)),
    { ...options, ...more },
  ))
    results.push(result)
  return results
}

describe('worklist', () => {
  const entries = cases.map((one) => ({ caseId: one.caseId, advice: brief(one) }))
  const list = worklist(entries)

  it('stands overdue first, then by day', () => {
    const places = list.rows.map(({ urgency, by }) => `${URGENCIES.indexOf(urgency)} ${by ?? ''}`)
    expect(places).toEqual([...places].sort())
    expect(list.rows).toHaveLength(cases.length)
    expect(new Set(list.rows.map(({ urgency }) => urgency)).size).toBeGreaterThan(3)
  })

  it('counts services by the week in which they are to be started', () => {
    const counted = list.summary.byWeek.flatMap(({ services }) => Object.values(services))
    const steps = list.rows.filter(({ kind }) => kind === 'request' || kind === 'plan')
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(steps.length)
    expect(list.summary.cases).toBe(cases.length)
  })

  it('says the step as a whole advice does', () => {
    const whole = worklist([{ caseId: 'a', advice: createTriage(options)(SAMPLE_SNAPSHOT) }]).rows[0]
    const short = worklist([{ caseId: 'a', advice: brief(SAMPLE_SNAPSHOT) }]).rows[0]
    expect(whole?.text.startsWith(short?.text.split('.')[0] ?? '-')).toBe(true)
    expect(short).toMatchObject({ kind: whole?.kind, urgency: whole?.urgency, settled: whole?.settled })
  })

  it('refuses what is no option', () => {
    expect(() => worklist([], { locale: 'fr' as never })).toThrow(TriageError)
    expect(() => worklist([], { ruleSet: {} as never })).toThrow(TriageError)
    expect(() => renderWorklist(list, { format: 'pdf' as never })).toThrow(TriageError)
  })

  it('is NDJSON with the summary last, CSV for a spreadsheet, and a page without a network', () => {
    const lines = renderWorklist(list).trimEnd().split('\n')
    expect(lines).toHaveLength(cases.length + 1)
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ summary: list.summary })
    const csv = renderWorklist(list, { format: 'csv' })
    expect(csv.startsWith('\ufeffCasus;Stand;Stap;Uiterlijk;Wat er veranderd is\r\n')).toBe(true)
    const page = renderWorklist(list, { format: 'html' })
    expect(page).not.toMatch(/https?:|<link|<img|src=/)
    expect(page).toContain("default-src 'none'")
    expect(page.match(/<tr tabindex/g)).toHaveLength(cases.length)
  })

  it('gives a spreadsheet no formula, and a page no element', () => {
    const advice = createTriage(options)(SAMPLE_SNAPSHOT)
    const hostile = { ...advice, next: { ...advice.next, text: '=1+1;"<script>alert(1)</script>' } }
    const rows = worklist([{ caseId: 'a', advice: hostile }])
    expect(renderWorklist(rows, { format: 'csv' })).toContain(`;"'=1+1;""<script>`)
    expect(renderWorklist(rows, { format: 'html' }).match(/<script>/g)).toHaveLength(1)
  })
})

describe('a caseload from one night to the next', () => {
  it('has no change on the same day', async () => {
    const last = (await run(cases)).map(resultLine)
    const results = await run(cases, { previous: last })
    expect(results.flatMap((one) => ('changes' in one ? one.changes : []))).toEqual([])
    expect(await run(cases, { previous: last, changedOnly: true })).toEqual([])
  })

  it.each([1, 7])('%d days later changes only what time makes due, late or over', async (days) => {
    const last = (await run(cases)).map(resultLine)
    const kinds = new Set<string>()
    for (const result of await run(later(days), { previous: last, changedOnly: true })) {
      if (!('changes' in result)) continue
      for (const change of result.changes ?? []) kinds.add(change.kind)
    }
    for (const kind of ['earlier', 'later']) expect([kind, kinds.has(kind)]).toEqual([kind, false])
  })

  it('gives a line that is not valid as a result of its own, and goes on', async () => {
    const results: BatchResult[] = []
    for await (const result of batch(['{', JSON.stringify(SAMPLE_SNAPSHOT), 'null'], options)) results.push(result)
    expect(results.map((one) => ('error' in one ? one.error.code : 'advised'))).toEqual([
      'not-json',
      'advised',
      expect.any(String),
    ])
    expect(results.map(({ line }) => line)).toEqual([1, 2, 3])
  })

  it('compares nothing with what was for another reader', async () => {
    const last = (await run(cases.slice(0, 5), { audience: 'full' })).map(resultLine)
    const results = await run(cases.slice(0, 5), { audience: 'employer', previous: last })
    expect(results.every((one) => !('changes' in one))).toBe(true)
  })

  it('names an option that is wrong at the first step', async () => {
    await expect(run([], { detail: 'long' as never })).rejects.toThrow(TriageError)
    await expect(run([], { previous: 3 as never })).rejects.toThrow(TriageError)
    await expect(run([], { changedOnly: true })).rejects.toThrow(TriageError)
  })
})

describe('isoWeek', () => {
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-09-14', '2026-W38'],
  ])('of %s is %s', (day, week) => expect(isoWeek(parseDay(day) ?? 0)).toBe(week))
})
