import { describe, expect, it } from 'vitest'
import { asRenamed } from '../../../src/authoring/diff/as-renamed'
import { diffBesides } from '../../../src/authoring/diff/diff-besides'
import { diffDocuments } from '../../../src/authoring/diff/diff-documents'
import { renderDifference } from '../../../src/authoring/diff/diff-text'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import { type Change, patched, shippedCopy, valueAt } from '../../support/patch-rule-set'

const BEFORE = shippedRuleSet()

function loaded(files: unknown): RuleSet {
  const result = loadRuleSet(files)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.ruleSet
}

const FILES = shippedCopy()
type Parts = readonly { readonly id: string }[]
const at = (file: string, list: string, id: string): string => {
  const index = (valueAt(FILES[file], `/${list}`) as Parts).findIndex((part) => part.id === id)
  if (index === -1) throw new RangeError(`no ${id} in ${file}`)
  return `/${list}/${index}`
}
const parameter = (name: string): string => {
  const { parameters } = FILES['policy.json'] as { parameters: readonly { name: string }[] }
  return `/parameters/${parameters.findIndex((one) => one.name === name)}`
}
const service = (id: string): string => at('services.json', 'services', id)
const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const remove = (file: string, pointer: string): Change => ({ op: 'remove', file, pointer })

const [MILESTONE] = valueAt(FILES['milestones.json'], '/milestones') as Parts
const relation = {
  basis: 'product',
  sources: [{ id: 'verwijswijzer', section: 'prompt-referral' }],
  text: { nl: 'Een van beide is genoeg.', en: 'One of the two is enough.' },
}

describe('besides services and windows, a difference is', () => {
  it.each<readonly [string, Change, string, string]>([
    [
      'a statutory term two weeks later',
      replace('milestones.json', '/milestones/0/after/length', 'P53W'),
      'deadline-later',
      MILESTONE?.id ?? '',
    ],
    ['a deadline that is gone', remove('milestones.json', '/milestones/0'), 'deadline-removed', MILESTONE?.id ?? ''],
    ['a need more', add('services.json', `${service('light-advice')}/needs/-`, 'plan'), 'need-added', 'light-advice'],
    [
      'a need less',
      replace('services.json', `${service('consultation-hour')}/needs`, []),
      'need-removed',
      'consultation-hour',
    ],
    [
      'a description of the capacity that is current for a month less',
      replace('policy.json', `${parameter('capacityDocument.validity')}/default`, 'P5M'),
      'need-otherwise',
      'labour-expert-assessment',
    ],
    ['a cover that is gone', remove('services.json', `${service('file-check')}/covers`), 'cover-removed', 'file-check'],
    [
      'a cover more',
      add('services.json', `${service('early-wvp-check')}/covers`, [{ service: 'action-plan-scan', ...relation }]),
      'cover-added',
      'early-wvp-check',
    ],
    [
      'a stand-in that is gone',
      remove('services.json', `${service('labour-expert-assessment')}/meanwhile`),
      'meanwhile-removed',
      'labour-expert-assessment',
    ],
    [
      'people for whom it is not',
      add('services.json', `${service('consultation-hour')}/notFor`, { regimes: ['self-employed'], ...relation }),
      'excluded-more',
      'consultation-hour',
    ],
    ['another place', replace('services.json', `${service('file-check')}/priority/rank`, 1), 'order', 'file-check'],
  ])('%s', (_, change, kind, of) => {
    const found = diffBesides(BEFORE, loaded(patched([change])))
    expect(found.map((one) => [one.kind, one.of])).toContainEqual([kind, of])
    expect(diffBesides(loaded(patched([change])), BEFORE).map((one) => one.of)).toContain(of)
  })

  it('none between a rule set and itself', () => expect(diffBesides(BEFORE, BEFORE)).toEqual([]))
})

const FACT = {
  id: 'own.nightShifts',
  type: 'boolean',
  tier: 'employer',
  answeredBy: ['case-manager'],
  question: { nl: 'Werkt de medewerker in de nacht?', en: 'Does the employee work at night?' },
}

describe('what the migrations rename', () => {
  const later = (fact: string, version: string, migrations: readonly unknown[]): RuleSet =>
    loaded({
      ...shippedCopy(),
      'manifest.json': { ...(FILES['manifest.json'] as object), version },
      'facts.json': { facts: [{ ...FACT, id: fact }] },
      'migrations.json': { oldest: '9.0.0', migrations },
    })
  const before = later('own.nightShifts', '9.0.0', [])
  const renameFacts = [{ from: 'own.nightShifts', to: 'own.worksAtNight' }]
  const after = later('own.worksAtNight', '9.1.0', [{ from: '9.0.0', to: '9.1.0', renameFacts }])

  it('is no difference', () => {
    const renamed = asRenamed(before, after)
    expect([...renamed.facts.keys()]).toEqual(['own.worksAtNight'])
    expect(diffDocuments(renamed, after).filter(({ area }) => area === 'fact')).toEqual([])
  })

  it('is one where no migration says so', () => {
    const silent = later('own.worksAtNight', '9.1.0', [{ from: '9.0.0', to: '9.1.0', removeFacts: [] }])
    expect(asRenamed(before, silent)).toBe(before)
  })
})

describe('a long text', () => {
  it('is shown from just before the change', () => {
    const text = 'Een lange zin over wat er gebeurt. '.repeat(8)
    const documents = [
      {
        area: 'rule',
        id: 'a/b',
        change: 'changed',
        about: 'text',
        path: ['text', 'nl'],
        before: `${text}twee weken`,
        after: `${text}vier weken`,
      },
    ] as const
    const nothing = { asOf: '2026-01-01', escalations: [], deescalations: [], others: [], unshown: [], besides: [] }
    const plain = { bold: String, dim: String, red: String, green: String, yellow: String } as never
    const shown = renderDifference({ ...nothing, documents, versionKept: false, sameInEveryCase: true }, undefined, {
      locale: 'nl',
      paint: plain,
    })
    expect(shown).toContain('twee weken')
    expect(shown).toContain('vier weken')
  })
})
