import { describe, expect, it } from 'vitest'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'

const asOf = '2026-07-31'
const issuesOf = (input: unknown) => {
  const parsed = checkSnapshot(input, { locale: 'en' })
  return parsed.ok ? [] : parsed.issues
}

describe('what would have been right is told with it', () => {
  it.each<[string, object, Record<string, string>]>([
    ['a boolean', { signals: { tasksDropped: 'yes' } }, { received: '"yes"', expected: 'true, false or "unknown"' }],
    [
      'a choice',
      { taskLoad: { lifting: 'hihg' } },
      { expected: '"low", "raised", "high" or "unknown"', nearest: 'high' },
    ],
    [
      'a number',
      { absence: { workedShare: [] } },
      { received: 'a list', expected: 'a number from 0 to 100 or "unknown"' },
    ],
    [
      'a day',
      { employment: { contractEndsOn: 7 } },
      { received: '7', expected: 'a day as YYYY-MM-DD, "none" or "unknown"' },
    ],
    ['a document', { process: { capacityDocument: {} } }, { expected: '"FML", "IZP", "BAR" or "other"' }],
    [
      'no document',
      { process: { capacityDocument: 1 } },
      { expected: 'an object with "type" and "on", "none" or "unknown"' },
    ],
    ['a list', { process: { services: 1 } }, { expected: 'a list or "unknown"' }],
    [
      'a range of days',
      { process: { actionPlanOn: '0026-01-01' } },
      { expected: 'a day from 1900-01-01 to 2199-12-31' },
    ],
    ['unknown', { signals: { tasksDropped: 'unkown' } }, { nearest: 'unknown' }],
  ])('%s', (_name, input, parts) => {
    expect(issuesOf({ asOf, ...input })[0]).toMatchObject(parts)
  })

  it.each<[string, object, string | undefined]>([
    ['a slip of the pen', { employment: { regiem: 1 } }, 'regime'],
    ['another way of writing', { returnToWork: { own_work: 1 } }, 'ownWork'],
    ['a fact of another section, at the top', { ownWork: 1 }, 'returnToWork.ownWork'],
    ['a fact of another section, in a section', { health: { 'own-work': 1 } }, 'returnToWork.ownWork'],
    ['a slip of the pen in the wrong place', { employment: { owmWork: 1 } }, 'returnToWork.ownWork'],
    ['a path as a key', { 'health.course': 1 }, 'health.course'],
    ['a key that belongs at the top', { employment: { caseId: 1 } }, 'caseId'],
    ['a key of a list item', { absence: { firstDay: 1 } }, 'absence.spells.firstDay'],
    ['a key in a list item', { absence: { leaves: [{ from: asOf, until: asOf, onceCase: 1 }] } }, 'oneCase'],
    ['a key of two places, the first of them', { on: 1 }, 'process.capacityDocument.on'],
    ['nothing like it', { diagnosis: 1 }, undefined],
    ['too short to tell', { foo: 1 }, undefined],
  ])('the nearest key to %s', (_name, input, nearest) => {
    const issues = issuesOf({ asOf, ...input })
    expect(issues.map((issue) => [issue.code, issue.nearest])).toEqual([['unknown-key', nearest]])
  })

  it('in Dutch unless told otherwise', () => {
    const input = { asOf, signals: { tasksDropped: 'yes' } }
    for (const options of [undefined, {}, { locale: 'nl' }, { locale: 'fr' }, null])
      expect(checkSnapshot(input, options as object)).toMatchObject({
        ok: false,
        issues: [{ expected: 'true, false of "unknown"' }],
      })
  })
})
