import { describe, expect, it } from 'vitest'
import type { CaseDifference } from '../../../src/authoring/check/case-difference'
import { checkRuleSet } from '../../../src/authoring/check/check-rule-set'
import { diffRuleSets } from '../../../src/authoring/diff/diff-rule-sets'
import { triageSync } from '../../../src/core/create-triage'
import { SHIPPED_FILES, shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import { type Advice, type RuleSet, type Snapshot, TriageError } from '../../../src/index'
import { OWN_TEXT, ownFiles, ownManifest } from '../../support/own-rule-set'
import { type Change, patched } from '../../support/patch-rule-set'
import { PLANTED_DIFFERENCES } from '../../support/planted-differences'

const SHIPPED = shippedRuleSet()

function load(files: unknown): RuleSet {
  const loaded = loadRuleSet(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  return loaded.ruleSet
}

const named = (differences: readonly CaseDifference[]): string[] =>
  differences.map(({ kind, of }) => `${kind} ${of}`).sort()

/** What the advices on a case say for certain, put beside each other without the help of what is tested. */
function seen(kind: CaseDifference['kind'], service: string, before: Advice, after: Advice): boolean {
  const [old, now] = [before, after].map(({ recommendations }) =>
    recommendations.find((one) => one.service === service),
  )
  const isHeld = (one: typeof old): boolean => (one?.heldBy ?? []).some(({ certainty }) => certainty === 'certain')
  const isFree = (one: typeof old): boolean => one?.heldBy.length === 0
  if ([old, now].some((one) => one && one.certainty !== 'certain')) return false
  if (kind === 'service-added') return !old && now !== undefined
  if (kind === 'service-removed') return !now && old !== undefined
  if (!old || !now) return false
  if (kind === 'hold-added') return isFree(old) && isHeld(now)
  if (kind === 'hold-removed') return isHeld(old) && isFree(now)
  const [from, to] = [old, now].map(({ timing }) => `${timing.startBy} ${timing.startFrom}`) as [string, string]
  return kind === 'window-earlier' ? to < from : kind === 'window-later' && to > from
}

describe('a rule set and itself', () => {
  it('do not differ, whatever the order in their files', () => {
    const backwards = Object.entries(structuredClone(SHIPPED_FILES) as Record<string, Record<string, unknown>>)
      .reverse()
      .map(([name, file]) => [name, Array.isArray(file.rules) ? { ...file, rules: file.rules.reverse() } : file])
    for (const same of [SHIPPED, load(Object.fromEntries(backwards))])
      expect(diffRuleSets(SHIPPED, same)).toEqual({
        asOf: '2026-01-01',
        escalations: [],
        deescalations: [],
        others: [],
        unshown: [],
        besides: [],
        documents: [],
        versionKept: false,
        sameInEveryCase: true,
      })
  })
})

describe('a planted difference', () => {
  it.each(PLANTED_DIFFERENCES)('is shown, each with a case: $change', ({ changes, escalations, deescalations }) => {
    const after = load(patched(changes))
    const difference = diffRuleSets(SHIPPED, after)
    expect(named(difference.escalations)).toEqual([...escalations].sort())
    expect(named(difference.deescalations)).toEqual([...deescalations].sort())
    expect(difference).toMatchObject({ unshown: [], sameInEveryCase: false })
    expect(difference.documents.length).toBeGreaterThan(0)
    const adviceOf = (ruleSet: RuleSet, snapshot: Snapshot): Advice =>
      triageSync(snapshot, { audience: 'full', ruleSet })
    for (const { kind, of, witness } of [...difference.escalations, ...difference.deescalations])
      expect(
        seen(kind, of, adviceOf(SHIPPED, witness), adviceOf(after, witness)),
        `${kind} ${of} ${JSON.stringify(witness)}`,
      ).toBe(true)
  })

  it('the other way round is the other way round', () => {
    const after = load(patched(PLANTED_DIFFERENCES[0]?.changes ?? []))
    const [there, back] = [diffRuleSets(SHIPPED, after), diffRuleSets(after, SHIPPED)]
    expect(back.escalations.map(({ of }) => of)).toEqual(there.deescalations.map(({ of }) => of))
    expect(back.deescalations).toEqual([])
    expect(back.escalations.length).toBeGreaterThan(0)
  })

  it('in what only adds a reason is shown as that, and no service differs', () => {
    const reason = PLANTED_DIFFERENCES.at(-1)
    const difference = diffRuleSets(SHIPPED, load(patched(reason?.changes ?? [])))
    expect(named(difference.others)).toEqual([
      'rule-met-less preventive-signals/strain-observed',
      'rule-met-more preventive-signals/strain-observed',
    ])
  })
})

describe('what is written otherwise', () => {
  const text = { nl: 'Anders.', en: 'Different.' }
  const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })

  it.each([
    ['rule', 'text', replace('checklists/conflict.json', '/rules/0/text', text)],
    ['rule', 'source', replace('checklists/conflict.json', '/rules/0/sources/0/section', '3.5.2')],
    ['rule', 'content', replace('checklists/conflict.json', '/rules/0/basis', 'product')],
    ['checklist', 'text', replace('checklists/conflict.json', '/title', text)],
    [
      'checklist',
      'content',
      replace('checklists/conflict.json', '/questions', [
        'conflict.disputeOverAdjustments',
        'conflict.handling',
        'conflict.status',
      ]),
    ],
    ['service', 'text', replace('services.json', '/services/0/description', text)],
    ['service', 'content', replace('services.json', '/services/0/needs', ['plan'])],
    ['need', 'text', replace('services.json', '/needs/0/firstStep', text)],
    ['policy', 'content', replace('policy.json', '/parameters/0/checkedOn', '2026-11-23')],
    ['milestone', 'text', replace('milestones.json', '/milestones/0/text', text)],
    ['milestone', 'content', replace('milestones.json', '/milestones/0/basis', 'product')],
    ['doubt', 'text', replace('milestones.json', '/doubts/leave-inside-gap/text', text)],
    ['source', 'content', replace('sources.json', '/sources/0/publisher', 'Anders')],
    ['source', 'source', replace('sources.json', '/sources/0/sections/0/title', 'Anders')],
    ['manifest', 'content', replace('manifest.json', '/checkedOn', '2026-11-23')],
  ] as const)('%s, %s', (area, about, change) => {
    const { documents, sameInEveryCase, versionKept } = diffRuleSets(SHIPPED, load(patched([change])))
    expect([sameInEveryCase, versionKept]).toEqual([true, true])
    expect(documents.length).toBeGreaterThan(0)
    for (const difference of documents) expect(difference).toMatchObject({ area, about, change: 'changed' })
  })

  it('names what an extension disables and overrides', () => {
    const own = {
      'manifest.json': ownManifest({
        disables: [{ rule: 'conflict/established-hold', reason: { nl: 'Wij wachten niet.', en: 'We do not wait.' } }],
      }),
      'policy.json': { overrides: [{ name: 'frequentAbsence.minReports', default: 4, reason: OWN_TEXT }] },
    }
    const { documents, deescalations, escalations, unshown } = diffRuleSets(SHIPPED, load(own))
    expect(documents).toContainEqual(
      expect.objectContaining({ area: 'rule', id: 'conflict/established-hold', change: 'removed' }),
    )
    expect(documents).toContainEqual({
      area: 'policy',
      id: 'frequentAbsence.minReports',
      change: 'changed',
      about: 'content',
      path: ['default'],
      before: 3,
      after: 4,
    })
    expect(named([...escalations])).toContain('hold-removed light-advice')
    expect(named([...deescalations])).toContain('service-removed consultation-hour')
    expect(unshown).toEqual([])
  })

  it('shows what only an own fact decides, which the other rule set does not know', () => {
    const { escalations, unshown } = diffRuleSets(SHIPPED, load(ownFiles()))
    const added = escalations.find(({ kind, of }) => kind === 'service-added' && of === 'roster-scan')
    expect(Object.keys(added?.witness ?? {})).toContain('own')
    expect(added).toMatchObject({ before: null, after: { held: false } })
    expect(unshown).toEqual([])
  })
})

describe('a wrong call', () => {
  it('is a TriageError with a code', () => {
    const code = (call: () => unknown): string => {
      try {
        call()
      } catch (error) {
        if (error instanceof TriageError) return error.code
      }
      return 'nothing was thrown'
    }
    expect(code(() => diffRuleSets(SHIPPED, SHIPPED, { on: 'today' }))).toBe('invalid-date')
    expect(code(() => diffRuleSets(SHIPPED, { ...SHIPPED }))).toBe('rule-set-not-loaded')
    expect(code(() => diffRuleSets(SHIPPED, SHIPPED, { policy: { promptReferral: 'soon' } }))).toBe('invalid-parameter')
    expect(code(() => checkRuleSet(SHIPPED_FILES, { on: '2026-02-30' }))).toBe('invalid-date')
  })
})
