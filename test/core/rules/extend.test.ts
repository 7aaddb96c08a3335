import { describe, expect, it } from 'vitest'
import type { Issue } from '../../../src/core/issue/issue'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { factsOf } from '../../../src/core/rules/facts-of'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { OWN_TEXT, ownFiles, ownManifest } from '../../support/own-rule-set'
import { type Change, patched, shippedCopy } from '../../support/patch-rule-set'

type Plain = Record<string, unknown>

const SHIPPED = shippedRuleSet()

function load(files: unknown, base?: RuleSet): RuleSet {
  const loaded = loadRuleSet(files, base && { base })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 2))
  return loaded.ruleSet
}

const issuesOf = (files: unknown, base?: RuleSet): readonly Issue[] => {
  const loaded = loadRuleSet(files, base && { base })
  return loaded.ok ? [] : loaded.issues
}
const briefly = ({ code, file, pointer, nearest }: Issue) => ({ code, file, pointer, ...(nearest && { nearest }) })

const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const remove = (file: string, pointer: string): Change => ({ op: 'remove', file, pointer })

/** The organisation's files with these changes. */
const changed = (...changes: readonly Change[]): Plain => patched(changes, ownFiles())

describe('a rule set that extends the shipped one', () => {
  const own = load(ownFiles())

  it('has what the other has, and what it adds, under its own name', () => {
    expect(own.manifest).toMatchObject({ id: 'our-rules', version: '1.0.0' })
    expect(own.checklists.map(({ id }) => id).filter((id) => id !== 'shift-work')).toEqual(
      SHIPPED.checklists.map(({ id }) => id),
    )
    expect(own.checklists[1]?.id).toBe('shift-work')
    const added = ['shift-work/many-nights', 'shift-work/rest-first', 'shift-work/roster-changed']
    const ids = own.rules.map(({ id }) => id)
    expect(ids.filter((id) => added.includes(id))).toEqual(added)
    expect([...own.sources.keys()]).toEqual([...SHIPPED.sources.keys(), 'our-agreements'])
    expect(own.services.map(({ id }) => id)).toEqual([...SHIPPED.services.map(({ id }) => id), 'roster-scan'])
    expect([...own.needs.keys()]).toEqual([...SHIPPED.needs.keys(), 'roster'])
    expect(own.milestones).toEqual(SHIPPED.milestones)
    expect(own.doubts).toEqual(SHIPPED.doubts)
  })

  it('lacks the rule that it disables, and says why', () => {
    expect(own.rules.map(({ id }) => id)).not.toContain('conflict/established-hold')
    expect(own.rules.length).toBe(SHIPPED.rules.length - 1 + 3)
    expect(own.extension).toMatchObject({
      id: SHIPPED.manifest.id,
      version: SHIPPED.manifest.version,
      fingerprint: SHIPPED.fingerprint,
      disabled: [{ rule: 'conflict/established-hold', reason: { en: 'We do not wait.' } }],
      overrides: [{ name: 'frequentAbsence.minReports', from: 3, to: 4 }],
    })
    expect(SHIPPED.extension).toBeUndefined()
  })

  it('has its own default for a parameter, on its own authority', () => {
    expect(own.parameters.get('frequentAbsence.minReports')).toMatchObject({ default: 4, basis: 'product' })
    expect(own.parameters.get('nightShifts.many')).toMatchObject({ default: 6 })
    expect(SHIPPED.parameters.get('frequentAbsence.minReports')).toMatchObject({ default: 3 })
  })

  it('has its own words where it gives them', () => {
    const service = own.services.find(({ id }) => id === 'file-check')
    expect(service?.title.en).toBe('File glance')
    expect(service?.description).toEqual(SHIPPED.services.find(({ id }) => id === 'file-check')?.description)
    expect(own.rules.find(({ id }) => id === 'conflict/signal')?.text.en).toBe('Call our desk.')
    expect(own.needs.get('willing')?.firstStep.en).toBe('Ask the employee.')
  })

  it('has its own facts beside those of the vocabulary', () => {
    expect([...factsOf(own).keys()]).toEqual([
      ...BASE_FACTS.keys(),
      'own.nightShifts',
      'own.sleepAdvice',
      'own.rosterAgreed',
      'own.teams',
      'own.rosterChangedOn',
    ])
    expect(factsOf(SHIPPED)).toBe(BASE_FACTS)
    expect(own.rules.find(({ id }) => id === 'shift-work/rest-first')?.tier).toBe('medical')
    expect(own.rules.find(({ id }) => id === 'shift-work/many-nights')?.tier).toBe('employer')
  })

  it('is another rule set for the digest as soon as anything in it differs, and the same for the same files', () => {
    const prints = [
      SHIPPED,
      own,
      load({ 'manifest.json': ownManifest() }),
      load(changed(replace('texts.json', '/services/file-check/title/nl', 'Anders'))),
      load(changed(replace('policy.json', '/overrides/0/default', 5))),
      load(changed(replace('policy.json', '/overrides/0/reason/nl', 'Anders.'))),
      load(changed(replace('facts.json', '/facts/0/question/nl', 'Anders?'))),
      load(changed(remove('manifest.json', '/disables'))),
    ].map(({ fingerprint }) => fingerprint)
    expect(new Set(prints).size).toBe(prints.length)
    expect(load(ownFiles()).fingerprint).toBe(own.fingerprint)
    const backwards = Object.fromEntries(Object.entries(ownFiles()).reverse())
    expect(load(backwards).fingerprint).toBe(own.fingerprint)
  })

  it('may say by which schema its files are written, which changes nothing', () => {
    const files = changed(...Object.keys(ownFiles()).map((file) => add(file, '/$schema', '../schemas/any.json')))
    expect(load(files).fingerprint).toBe(own.fingerprint)
  })

  it('may be no more than a name', () => {
    const bare = load({ 'manifest.json': ownManifest() })
    expect(bare.rules).toEqual(SHIPPED.rules)
    expect(bare.checklists).toEqual(SHIPPED.checklists)
    expect(bare.fingerprint).not.toBe(SHIPPED.fingerprint)
  })

  it('may be extended in turn', () => {
    const files = {
      'manifest.json': ownManifest({
        id: 'our-site',
        version: '0.1.0',
        extends: { id: 'our-rules', version: '1.0.0' },
        disables: [{ rule: 'shift-work/rest-first', reason: OWN_TEXT }],
      }),
      'facts.json': { facts: [{ ...fact('own.siteClosed') }] },
    }
    const site = load(files, own)
    expect([...factsOf(site).keys()].slice(-2)).toEqual(['own.rosterChangedOn', 'own.siteClosed'])
    expect(site.rules.map(({ id }) => id)).toContain('shift-work/many-nights')
    expect(site.rules.map(({ id }) => id)).not.toContain('shift-work/rest-first')
    expect(site.rules.map(({ id }) => id)).not.toContain('conflict/established-hold')
    expect(site.parameters.get('frequentAbsence.minReports')?.default).toBe(4)
    expect(issuesOf(files).map(briefly)).toEqual([
      { code: 'unknown-base', file: 'manifest.json', pointer: '/extends/id', nearest: SHIPPED.manifest.id },
    ])
  })
})

const fact = (id: string, changes: Plain = {}): Plain => ({
  id,
  type: 'boolean',
  tier: 'employer',
  answeredBy: ['case-manager'],
  question: { nl: 'Is de vestiging gesloten?', en: 'Is the site closed?' },
  ...changes,
})

describe('disabling a rule', () => {
  const disabling = (...rules: string[]): RuleSet =>
    load({ 'manifest.json': ownManifest({ disables: rules.map((rule) => ({ rule, reason: OWN_TEXT })) }) })
  const waivers = (ruleSet: RuleSet) =>
    ruleSet.rules.flatMap(({ id, event }) =>
      event.type === 'waive' && 'rules' in event.params ? [{ id, waived: event.params.rules }] : [],
    )

  it('takes it out of the rules that waive it, and takes a waiver away that would waive nothing', () => {
    for (const { id, waived } of waivers(SHIPPED)) {
      const without = disabling(...waived)
      expect(without.rules.some((rule) => rule.id === id)).toBe(false)
      for (const [index, one] of waived.entries()) {
        const rest = waived.filter((_, other) => other !== index)
        const found = waivers(disabling(one)).find((waiver) => waiver.id === id)
        expect(found?.waived ?? []).toEqual(rest)
      }
    }
    expect(waivers(SHIPPED).length).toBeGreaterThan(0)
  })

  it('takes a notice away that is shown only beside that hold', () => {
    const beside = SHIPPED.rules.flatMap(({ id, event }) =>
      event.type === 'notice' && event.params.withHold ? [{ id, hold: event.params.withHold }] : [],
    )
    expect(beside.length).toBeGreaterThan(0)
    for (const { id, hold } of beside) expect(disabling(hold).rules.some((rule) => rule.id === id)).toBe(false)
  })

  it('is possible for every rule of the shipped rule set at once', () => {
    expect(disabling(...SHIPPED.rules.map(({ id }) => id)).rules).toEqual([])
  })
})

describe('faults of a rule set that extends another', () => {
  const MANIFEST = 'manifest.json'
  const POLICY = 'policy.json'
  const FACTS = 'facts.json'
  const TEXTS = 'texts.json'
  const LIST = 'checklists/shift-work.json'
  const other = { version: SHIPPED.manifest.version }
  const beside = { type: 'notice', params: { notice: 'shift', withHold: 'conflict/established-hold' } }
  const early = { name: 'lightAdvice.from', default: 'P20M', reason: OWN_TEXT }
  const question = { question: { nl: 'Dicht?' } }
  const misread = { text: { nl: '{own.teams}', en: '{own.teams}' } }

  /** What is done, the code of the finding, its pointer where that is not the place of the change, and the nearest name. */
  const cases: [string, Change, string, (string | undefined)?, string?][] = [
    ['another version', replace(MANIFEST, '/extends/version', '0.0.1'), 'unknown-base', undefined, other.version],
    ['no version', remove(MANIFEST, '/extends/version'), 'missing-key'],
    [
      'disabling a rule that is not there',
      replace(MANIFEST, '/disables/0/rule', 'conflict/established-holds'),
      'unknown-rule',
      undefined,
      'conflict/established-hold',
    ],
    ['disabling a rule of its own', replace(MANIFEST, '/disables/0/rule', 'shift-work/many-nights'), 'unknown-rule'],
    ['disabling without a reason in English', remove(MANIFEST, '/disables/0/reason/en'), 'missing-text'],
    [
      'disabling twice',
      add(MANIFEST, '/disables/-', { rule: 'conflict/established-hold', reason: OWN_TEXT }),
      'duplicate-id',
      '/disables/1/rule',
    ],
    [
      'overriding a parameter that is not there',
      replace(POLICY, '/overrides/0/name', 'frequentAbsence.minReport'),
      'unknown-parameter',
      undefined,
      'frequentAbsence.minReports',
    ],
    ['overriding with a value out of range', replace(POLICY, '/overrides/0/default', 1_000), 'invalid-parameter'],
    ['overriding so that a window runs backwards', add(POLICY, '/overrides/-', early), 'invalid-window', '/overrides'],
    [
      'a parameter that is there already',
      replace(POLICY, '/parameters/0/name', 'promptReferral'),
      'duplicate-id',
      '/parameters/0',
    ],
    [
      'a service that is there already',
      replace('services.json', '/services/0/id', 'file-check'),
      'duplicate-id',
      '/services/0',
    ],
    [
      'a source that is there already',
      replace('sources.json', '/sources/0/id', 'cahier-32'),
      'duplicate-id',
      '/sources/0',
    ],
    ['a checklist that is there already', add(MANIFEST, '/checklists/-', 'conflict'), 'duplicate-id', '/checklists/1'],
    [
      'a rule that names a disabled one',
      replace(LIST, '/rules/1/event', beside),
      'unknown-rule',
      '/rules/1/event/params/withHold',
    ],
    [
      'a condition on a fact of its own that is not there',
      replace(LIST, '/rules/1/conditions/fact', 'own.sleepAdvise'),
      'unknown-fact',
      undefined,
      'own.sleepAdvice',
    ],
    [
      'a value that its own fact does not have',
      replace(LIST, '/rules/1/conditions/value', 'rust'),
      'unknown-value',
      undefined,
      'rest',
    ],
    [
      'an operator that its own fact does not take',
      replace(LIST, '/rules/1/conditions/operator', 'lessThan'),
      'operator-type',
    ],
    ['a question that is not asked', remove(LIST, '/questions/0'), 'missing-key', '/questions'],
    [
      'a window from a fact of its own that is no day',
      replace(LIST, '/rules/0/timing/anchor', 'own.rosterAgreed'),
      'unknown-fact',
      undefined,
      'own.rosterChangedOn',
    ],
    [
      'a need on a fact of its own that is no yes or no',
      replace('services.json', '/needs/0/fact', 'own.teams'),
      'value-type',
    ],
    ['a fact outside its own section', add(FACTS, '/facts/-', fact('site.closed')), 'invalid-document', '/facts/5/id'],
    ['a fact twice', add(FACTS, '/facts/-', fact('own.teams')), 'duplicate-id', '/facts/5'],
    [
      'a medical fact that the case manager answers',
      add(FACTS, '/facts/1/answeredBy/-', 'case-manager'),
      'tier-conflict',
      '/facts/1/answeredBy/1',
    ],
    ['a choice without options', replace(FACTS, '/facts/1/options', {}), 'invalid-document'],
    ['an option called unknown', add(FACTS, '/facts/1/options/unknown', OWN_TEXT), 'invalid-document'],
    ['a range the other way round', replace(FACTS, '/facts/0/range', [31, 0]), 'invalid-document'],
    ['a range on a yes or no', add(FACTS, '/facts/2/range', [0, 1]), 'unknown-key'],
    ['a fact of no known type', replace(FACTS, '/facts/2/type', 'text'), 'invalid-document'],
    [
      'a question in one language',
      add(FACTS, '/facts/-', fact('own.closed', question)),
      'missing-text',
      '/facts/5/question/en',
    ],
    [
      'words for a service that is not there',
      add(TEXTS, '/services/file-chek', {}),
      'unknown-service',
      undefined,
      'file-check',
    ],
    [
      'words for a rule that is not there',
      add(TEXTS, '/rules/conflict~1signals', { text: OWN_TEXT }),
      'unknown-rule',
      undefined,
      'conflict/signal',
    ],
    [
      'a placeholder that the rule does not have',
      replace(TEXTS, '/rules/conflict~1signal', misread),
      'placeholder-mismatch',
      '/rules/conflict~1signal/text',
    ],
    ['a file that is misspelt', add('fact.json', '', { facts: [] }), 'unknown-key', undefined, 'facts.json'],
    [
      'a citation of a section that is not there',
      replace(LIST, '/sources/0/section', '2'),
      'unknown-section',
      undefined,
      '1',
    ],
  ]

  it.each(cases)('%s', (_, change, code, pointer = change.pointer, nearest) => {
    const expected = { code, file: change.file, pointer, ...(nearest === undefined ? {} : { nearest }) }
    expect(issuesOf(changed(change)).map(briefly)).toContainEqual(expected)
  })

  it('a need on a medical fact of its own', () => {
    const medical = [replace(FACTS, '/facts/2/tier', 'medical'), replace(FACTS, '/facts/2/answeredBy', ['delegate'])]
    expect(issuesOf(changed(...medical)).map(briefly)).toEqual([
      { code: 'tier-conflict', file: 'services.json', pointer: '/needs/0/fact' },
    ])
  })

  it('are all told at once, in one order', () => {
    const some = ['words for a service that is not there', 'disabling twice', 'a range the other way round']
    const broken = changed(...cases.filter(([name]) => some.includes(name)).map(([, change]) => change))
    expect(issuesOf(broken).map(({ file }) => file)).toEqual(['facts.json', 'manifest.json', 'texts.json'])
    expect(issuesOf(Object.fromEntries(Object.entries(broken).reverse()))).toEqual(issuesOf(broken))
  })

  it('a base that was not loaded is refused', () => {
    expect(issuesOf(ownFiles(), { ...SHIPPED, manifest: { ...SHIPPED.manifest } }).map(({ code }) => code)).toEqual([
      'rule-set-not-loaded',
    ])
  })
})

describe('a rule set that stands alone', () => {
  it('may have facts of its own', () => {
    const ruleSet = load({ ...shippedCopy(), 'facts.json': { facts: [fact('own.closed')] } })
    expect([...ruleSet.facts.keys()]).toEqual(['own.closed'])
    expect(ruleSet.fingerprint).not.toBe(SHIPPED.fingerprint)
  })

  it.each([
    ['words for another', { 'texts.json': {} }, { code: 'unknown-key', file: 'texts.json' }],
    [
      'rules that it disables',
      { 'manifest.json': { ...(shippedCopy()['manifest.json'] as Plain), disables: [] } },
      { code: 'unknown-key', pointer: '/disables' },
    ],
  ])('has no %s', (_, files, expected) => {
    expect(issuesOf({ ...shippedCopy(), ...files })).toContainEqual(expect.objectContaining(expected))
  })
})
