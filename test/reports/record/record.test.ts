import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRuleFiles } from '../../../src/cli/rules-options'
import { createTriage } from '../../../src/core/create-triage'
import { TriageError } from '../../../src/core/issue/issue'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import { type DecisionRecord, decisionRecord } from '../../../src/reports/record/decision-record'
import { humanDecision } from '../../../src/reports/record/human-decision'
import { replay, verifyRecord } from '../../../src/reports/record/verify-record'
import { ROOT } from '../../support/run'
import { SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

const KEY = 'a secret of the host, long enough'
const snapshot = { ...SAMPLE_SNAPSHOT, caseId: 'case-17' }
const own = { id: 'decision-1', recordedAt: '2026-11-22T09:15:00+01:00', key: KEY, snapshot } as const

async function rules110(): Promise<RuleSet> {
  const { files } = await readRuleFiles(join(ROOT, 'fixtures', 'rule-sets', '1.1.0'), 'nl')
  const loaded = loadRuleSet(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  return loaded.ruleSet
}

/** A stored record of which one member is another. */
function changed(stored: string, path: readonly (string | number)[], value: unknown): DecisionRecord {
  const record = JSON.parse(stored)
  const parent = path.slice(0, -1).reduce((at, key) => at[key], record)
  const last = path.at(-1) as string | number
  if (!Object.hasOwn(parent, last)) throw new Error(`the record has no ${path.join('.')}`)
  parent[last] = value
  return record
}

describe('decisionRecord', () => {
  const advice = createTriage({ audience: 'employer' })(snapshot)
  const record = decisionRecord(advice, own)

  it('says what was advised on which rules, and nothing of the case itself', () => {
    expect(record).toMatchObject({
      status: advice.status,
      ruleSet: advice.ruleSet,
      audience: 'employer',
      detail: 'minimal',
    })
    const text = JSON.stringify(record)
    expect(text).not.toContain('case-17')
    expect(text).not.toContain('2026-02-03')
    expect(record.snapshot).toBeUndefined()
  })

  it('is the same for the same, and another with another key', () => {
    expect(decisionRecord(advice, own)).toEqual(record)
    const other = decisionRecord(advice, { ...own, key: 'another secret of the host' })
    expect(other.inputDigest).not.toBe(record.inputDigest)
    expect(other.caseRef).not.toBe(record.caseRef)
  })

  it('is the same bytes for the employer, whatever the physician knows', () => {
    const ill = { ...snapshot, health: { course: 'worsening', lengthyRecovery: true }, causes: { nonMedical: true } }
    const other = createTriage({ audience: 'employer' })(ill)
    for (const detail of ['minimal', 'replayable'] as const)
      expect(JSON.stringify(decisionRecord(other, { ...own, snapshot: ill, detail }))).toBe(
        JSON.stringify(decisionRecord(advice, { ...own, detail })),
      )
    expect(verifyRecord(decisionRecord(other, { ...own, snapshot: ill }), snapshot, { key: KEY })).toEqual({
      outcome: 'same',
    })
  })

  it('names every option that is wrong', () => {
    const wrong = { id: 'a b', recordedAt: 'today', key: 'short', snapshot: null, detail: 'some' } as never
    expect(() => decisionRecord(advice, wrong)).toThrow(TriageError)
    try {
      decisionRecord(advice, wrong)
    } catch (error) {
      const places = (error as TriageError).issues.map(({ path }) => path.join('.'))
      expect(places).toEqual(['options.id', 'options.recordedAt', 'options.key', 'options.snapshot', 'options.detail'])
    }
  })

  it('holds what a person decided, in codes', () => {
    const decided = {
      id: 'd-2',
      decidedAt: '2026-11-23T10:00:00Z',
      by: 'user-3',
      role: 'case-manager',
      services: [],
      key: KEY,
    }
    expect(humanDecision(record, { ...decided, outcome: 'deferred' })).toMatchObject({
      decision: 'decision-1',
      decisionHash: record.hash,
      outcome: 'deferred',
    })
    expect(() => humanDecision(record, { ...decided, outcome: 'overridden' })).toThrow(/already-arranged/)
    expect(() =>
      humanDecision(record, { ...decided, outcome: 'overridden', reason: 'he is my uncle' as never }),
    ).toThrow(TriageError)
  })
})

describe('verifyRecord', () => {
  const advice = createTriage({ audience: 'full', locale: 'en', policy: { 'services.leadTime': 'P8W' } })(snapshot)
  const record = decisionRecord(advice, {
    ...own,
    policy: { 'services.leadTime': 'P8W' },
    tenant: 'one',
    retainUntil: '2031-11-22',
  })

  it('says that it comes out the same', () => {
    expect(verifyRecord(record, snapshot, { key: KEY })).toEqual({ outcome: 'same' })
    const replayable = decisionRecord(advice, { ...own, policy: { 'services.leadTime': 'P8W' }, detail: 'replayable' })
    expect(verifyRecord(replayable, undefined, { key: KEY })).toEqual({ outcome: 'same' })
  })

  it('says where it was tampered with', () => {
    const later = { ...record, recordedAt: '2026-11-25T09:15:00+01:00' }
    expect(verifyRecord(later, snapshot, { key: KEY })).toEqual({ outcome: 'differs', at: [['hash']] })
    const [first, ...rest] = record.recommendations
    const moved = { ...record, recommendations: [{ ...first, startBy: '2027-01-01' }, ...rest] } as DecisionRecord
    expect(verifyRecord(moved, snapshot, { key: KEY })).toMatchObject({
      outcome: 'differs',
      at: [['recommendations', 0, 'startBy']],
    })
  })

  it('says why it cannot', () => {
    expect(verifyRecord(record, undefined, { key: KEY })).toEqual({ outcome: 'cannot', reason: 'no-snapshot' })
    expect(verifyRecord(record, { ...snapshot, caseId: 'x' }, { key: KEY })).toEqual({
      outcome: 'cannot',
      reason: 'other-snapshot',
    })
    expect(verifyRecord({} as never, snapshot, { key: KEY })).toEqual({ outcome: 'cannot', reason: 'no-record' })
    const other = { ...record, ruleSet: { ...record.ruleSet, version: '9.0.0' } }
    expect(verifyRecord(other, snapshot, { key: KEY })).toEqual({ outcome: 'cannot', reason: 'rule-set-not-given' })
    expect(() => verifyRecord(record, snapshot, { key: 'short' })).toThrow(TriageError)
  })

  it('replays a record of rule set 1.1.0 beside the one of now', async () => {
    const old = await rules110()
    expect(old.manifest.version).toBe('1.1.0')
    const made = decisionRecord(createTriage({ audience: 'full', ruleSet: old })(snapshot), own)
    expect(made.ruleSet.version).toBe('1.1.0')
    expect(verifyRecord(made, snapshot, { key: KEY, ruleSet: [shippedRuleSet(), old] })).toEqual({ outcome: 'same' })
    expect(verifyRecord(made, snapshot, { key: KEY })).toEqual({ outcome: 'cannot', reason: 'rule-set-not-given' })
  })

  it('replays a record of rule set 1.1.0 as the same beside 2.0.0, and tells each kind of tampering by its place', async () => {
    const old = await rules110()
    const policy = { promptReferral: 'P10D' }
    const made = decisionRecord(createTriage({ audience: 'full', ruleSet: old, policy })(snapshot), {
      ...own,
      policy,
      ruleSet: old,
      detail: 'replayable',
      tenant: 'one',
      role: 'occupational-physician',
      retainUntil: '2031-11-22',
    })
    const stored = JSON.stringify(made)
    const options = { key: KEY, ruleSet: [shippedRuleSet(), old] }
    expect(made.ruleSet.version).toBe('1.1.0')
    expect(shippedRuleSet().manifest.version).toBe('2.0.0')
    expect(verifyRecord(JSON.parse(stored), undefined, options)).toEqual({ outcome: 'same' })

    /** What the record says otherwise than it was written, member by member; the hash always with it. */
    const tampered: readonly (readonly [path: readonly (string | number)[], value: unknown])[] = [
      [['id'], 'decision-9'],
      [['recordedAt'], '2026-11-25T09:15:00+01:00'],
      [['tenant'], 'other'],
      [['role'], 'case-manager'],
      [['retainUntil'], '2027-01-01'],
    ]
    for (const [path, value] of tampered)
      expect([path, verifyRecord(changed(stored, path, value), undefined, options)]).toEqual([
        path,
        { outcome: 'differs', at: [['hash']] },
      ])
    const told: readonly (readonly [path: readonly (string | number)[], value: unknown])[] = [
      [['asOf'], '2026-11-21'],
      [['status'], 'no-referral'],
      [['settled'], !made.settled],
      [['complete'], !made.complete],
      [['next', 'kind'], 'none'],
      [['recommendations', 0, 'service'], 'file-check'],
      [['recommendations', 0, 'startBy'], '2027-01-01'],
      [['recommendations', 0, 'rules', 0], 'conflict/signal'],
      [['notices', 0, 'state'], 'applies-not'],
      [['factsUsed', 0], 'absence.other'],
      [['inputDigest'], '0'.repeat(64)],
      [['adviceDigest'], '0'.repeat(64)],
      [['caseRef'], '0'.repeat(64)],
      [['policy', 'digest'], 'sha256:0'],
      [['intendedUse'], 'to decide by itself'],
      [['hash'], '0'.repeat(64)],
    ]
    for (const [path, value] of told) {
      const found = verifyRecord(changed(stored, path, value), undefined, options)
      expect([path, found.outcome]).toEqual([path, 'differs'])
      expect(found.outcome === 'differs' && found.at).toContainEqual(path)
    }
    // An answer of the snapshot in it: its digest says so, and whatever follows from it.
    const answered = verifyRecord(changed(stored, ['snapshot', 'asOf'], '2026-11-23'), undefined, options)
    expect(answered.outcome === 'differs' && answered.at).toContainEqual(['inputDigest'])
    // Another rule set or policy than it was made on is not found, or gives another advice; never the same.
    expect(verifyRecord(changed(stored, ['ruleSet', 'version'], '2.0.0'), undefined, options).outcome).toBe('cannot')
    expect(verifyRecord(changed(stored, ['policy', 'overrides'], {}), undefined, options).outcome).not.toBe('same')
    expect(verifyRecord(JSON.parse(stored), undefined, { ...options, key: 'another secret of the host' }).outcome).toBe(
      'differs',
    )
  })

  it('replays many, line by line', async () => {
    const lines = [JSON.stringify({ record, snapshot }), JSON.stringify(record), '{']
    const found: unknown[] = []
    for await (const one of replay(lines, { key: KEY })) found.push(one)
    expect(found).toEqual([
      { line: 1, id: 'decision-1', outcome: 'same' },
      { line: 2, id: 'decision-1', outcome: 'cannot', reason: 'no-snapshot' },
      { line: 3, outcome: 'cannot', reason: 'no-record' },
    ])
  })
})
