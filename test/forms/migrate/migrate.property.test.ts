import { mkdir, writeFile } from 'node:fs/promises'
import { stderr, stdout } from 'node:process'
import { Command } from 'commander'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addMigrateCommand } from '../../../src/cli/migrate-command'
import { Refusal } from '../../../src/cli/refusal'
import {
  loadRuleSet,
  type MigrateOptions,
  migrateSnapshot,
  parseSnapshot,
  type RuleSet,
  shippedRuleSet,
  triageSync,
} from '../../../src/index'
import { SIMPLE_FACTS, setFact, snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { loadFixtures } from '../../support/load-fixtures'
import { shippedCopy } from '../../support/patch-rule-set'
import { SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

type Plain = Record<string, unknown>

const reason = { nl: 'de vraag voegde niets toe', en: 'the question added nothing' }
const dropped = { mayDrop: true, reason }
const kept = { mayDrop: false, reason }

/** The shipped rule set as version 2.0.0, with a history. */
function filesWith(migrations: readonly unknown[], oldest = '1.0.0'): Plain {
  const files = shippedCopy()
  return {
    ...files,
    'manifest.json': { ...(files['manifest.json'] as Plain), version: '2.0.0' },
    'migrations.json': { oldest, migrations },
  }
}

const loadedBefore = new Map<string, RuleSet>()

function ruleSetWith(migrations: readonly unknown[]): RuleSet {
  const key = JSON.stringify(migrations)
  const before = loadedBefore.get(key)
  if (before) return before
  const loaded = loadRuleSet(filesWith(migrations))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  loadedBefore.set(key, loaded.ruleSet)
  return loaded.ruleSet
}

const faultsOf = (migrations: readonly unknown[], oldest?: string) => {
  const loaded = loadRuleSet(filesWith(migrations, oldest))
  return loaded.ok
    ? []
    : loaded.issues.map(({ code, pointer, nearest }) => [code, pointer, ...(nearest ? [nearest] : [])])
}

/** One migration from 1.0.0 to 2.0.0. */
const once = (changes: Plain): readonly unknown[] => [{ from: '1.0.0', to: '2.0.0', ...changes }]

const migrate = (snapshot: unknown, migrations: readonly unknown[], options: Partial<MigrateOptions> = {}) =>
  migrateSnapshot(snapshot, { from: '1.0.0', ruleSet: ruleSetWith(migrations), audience: 'full', ...options })

const brief = (migrated: ReturnType<typeof migrateSnapshot>) =>
  migrated.ok
    ? migrated.changes.map(({ code, path, to }) => [code, path.join('.'), ...(to ? [to.join('.')] : [])])
    : migrated.issues.map(({ code, path }) => [code, path.join('.')])

const HISTORY = [
  {
    from: '1.0.0',
    to: '1.1.0',
    renameFacts: [
      { from: 'returnToWork.ownJob', to: 'returnToWork.outlook' },
      { from: 'medical.course', to: 'health.course' },
      { from: 'absence.leaves.sameCause', to: 'absence.leaves.oneCase' },
    ],
    renameValues: [
      { fact: 'returnToWork.ownJob', from: 'unlikely', to: 'unsure' },
      { fact: 'process.services.service', from: 'desk-check', to: 'file-check' },
    ],
    removeFacts: [{ fact: 'medical.smoker', ...dropped }],
  },
  {
    from: '1.1.0',
    to: '2.0.0',
    renameFacts: [{ from: 'returnToWork.outlook', to: 'returnToWork.ownWork' }],
    renameValues: [
      { fact: 'returnToWork.outlook', from: 'unsure', to: 'doubtful' },
      { fact: 'health.complaints', from: 'back', to: 'musculoskeletal' },
    ],
    removeValues: [{ fact: 'process.services.service', value: 'coffee', ...dropped }],
  },
]

const STORED = {
  asOf: '2026-11-22',
  caseId: 'case-1',
  absence: {
    spells: [{ firstDay: '2026-02-03', recoveredOn: '2026-03-01' }, { firstDay: '2026-07-01' }],
    leaves: [{ from: '2026-03-01', until: '2026-06-30', sameCause: 'yes' }],
  },
  returnToWork: { ownJob: 'unlikely' },
  medical: { course: 'worsening', smoker: true },
  health: { complaints: 'back' },
  process: {
    services: [
      { service: 'coffee', on: '2026-08-01' },
      { service: 'desk-check', on: '2026-08-02' },
    ],
  },
}

describe('a stored snapshot', () => {
  it('is brought through every version, and each change is told', () => {
    const before = JSON.stringify(STORED)
    const migrated = migrate(STORED, HISTORY)
    expect(migrated).toMatchObject({
      ok: true,
      snapshot: {
        asOf: '2026-11-22',
        caseId: 'case-1',
        absence: { ...STORED.absence, leaves: [{ from: '2026-03-01', until: '2026-06-30', oneCase: 'yes' }] },
        returnToWork: { ownWork: 'doubtful' },
        health: { course: 'worsening', complaints: 'musculoskeletal' },
        process: { services: [{ service: 'file-check', on: '2026-08-02' }] },
      },
    })
    expect(migrated.ok && migrated.snapshot).not.toHaveProperty('medical')
    expect(brief(migrated)).toEqual([
      ['value-renamed', 'returnToWork.ownJob'],
      ['value-renamed', 'process.services.1.service'],
      ['fact-dropped', 'medical.smoker'],
      ['fact-renamed', 'absence.leaves.0.sameCause', 'absence.leaves.0.oneCase'],
      ['fact-renamed', 'returnToWork.ownJob', 'returnToWork.outlook'],
      ['fact-renamed', 'medical.course', 'health.course'],
      ['value-dropped', 'process.services.0.service'],
      ['value-renamed', 'returnToWork.outlook'],
      ['value-renamed', 'health.complaints'],
      ['fact-renamed', 'returnToWork.outlook', 'returnToWork.ownWork'],
    ])
    expect(migrated.ok && migrated.changes.map(({ version, ruleSet }) => [version, ruleSet])[9]).toEqual([
      '2.0.0',
      'nl-early-referral',
    ])
    expect(JSON.stringify(STORED)).toBe(before)
    expect(migrated.ok && Object.isFrozen(migrated.snapshot)).toBe(true)
  })

  it.each(['1.1.0', '1.1.7', '1.99.0'])('of version %s takes only the later migrations', (from) => {
    const snapshot = { asOf: '2026-11-22', returnToWork: { outlook: 'unsure' } }
    const migrated = migrate(snapshot, HISTORY, { from })
    expect(brief(migrated)).toEqual([
      ['value-renamed', 'returnToWork.outlook'],
      ['fact-renamed', 'returnToWork.outlook', 'returnToWork.ownWork'],
    ])
    expect(migrated).toMatchObject({ snapshot: { returnToWork: { ownWork: 'doubtful' } } })
  })

  it('of this version stays as it is', () => {
    const migrated = migrate(SAMPLE_SNAPSHOT, HISTORY, { from: '2.0.0' })
    expect(migrated).toEqual({ ...parseSnapshot(SAMPLE_SNAPSHOT), changes: [] })
  })

  it('can be advised on as soon as it is migrated', () => {
    const ruleSet = ruleSetWith(HISTORY)
    const migrated = migrateSnapshot(STORED, { from: '1.0.0', ruleSet })
    expect(migrated.ok && triageSync(migrated.snapshot, { audience: 'full', ruleSet }).ruleSet.version).toBe('2.0.0')
  })

  it('may hold what says that a fact is not known: that is renamed with its fact, and keeps its word', () => {
    const snapshot = { asOf: '2026-11-22', returnToWork: { ownJob: 'unknown' }, health: { complaints: 'unknown' } }
    expect(migrate(snapshot, HISTORY)).toMatchObject({
      ok: true,
      snapshot: { returnToWork: { ownWork: 'unknown' }, health: { complaints: 'unknown' } },
    })
  })

  it('can have two facts that changed names, and two values', () => {
    const swap = once({
      renameFacts: [
        { from: 'signals.tasksDropped', to: 'signals.managerConcern' },
        { from: 'signals.managerConcern', to: 'signals.tasksDropped' },
      ],
      renameValues: [
        { fact: 'conflict.status', from: 'none', to: 'signal' },
        { fact: 'conflict.status', from: 'signal', to: 'none' },
      ],
    })
    const signals = { tasksDropped: true, managerConcern: 'unknown' }
    expect(migrate({ asOf: '2026-11-22', signals, conflict: { status: 'none' } }, swap)).toMatchObject({
      snapshot: { signals: { tasksDropped: 'unknown', managerConcern: true }, conflict: { status: 'signal' } },
    })
  })

  it('has a list with two values that became one only once', () => {
    const merged = once({
      renameValues: [
        { fact: 'health.criticalLimitations', from: '9.1', to: '1.1' },
        { fact: 'health.criticalLimitations', from: '9.2', to: '1.1' },
      ],
    })
    const snapshot = { asOf: '2026-11-22', health: { criticalLimitations: ['9.1', '5.1', '9.2', '1.1'] } }
    expect(migrate(snapshot, merged)).toMatchObject({ snapshot: { health: { criticalLimitations: ['1.1', '5.1'] } } })
  })

  it('loses a whole list with one of its values: without it, the list would say no', () => {
    const removed = once({ removeValues: [{ fact: 'health.criticalLimitations', value: '9.1', ...dropped }] })
    const migrated = migrate({ asOf: '2026-11-22', health: { criticalLimitations: ['9.1', '5.1'] } }, removed)
    expect(migrated).toMatchObject({ ok: true, snapshot: { health: {} } })
    expect(brief(migrated)).toEqual([['value-dropped', 'health.criticalLimitations']])
  })

  it('takes a document away with its kind, which it cannot do without', () => {
    const removed = once({ removeValues: [{ fact: 'process.capacityDocument.type', value: 'old', ...dropped }] })
    const snapshot = { asOf: '2026-11-22', process: { capacityDocument: { type: 'old', on: '2026-01-01' } } }
    expect(migrate(snapshot, removed)).toMatchObject({ ok: true, snapshot: { process: {} } })
  })

  it('keeps the same answer under both names once', () => {
    const snapshot = { asOf: '2026-11-22', medical: { course: 'stable' }, health: { course: 'stable' } }
    const migrated = migrate(snapshot, HISTORY)
    expect(brief(migrated)).toEqual([['fact-joined', 'medical.course', 'health.course']])
    expect(migrated).toMatchObject({ snapshot: { health: { course: 'stable' } } })
  })
})

describe('refused is', () => {
  it.each(['0.9.0', '2.0.1', '3.0.0', '1.0', 'latest', '', '1.0.0 ', '01.0', undefined, 1, ['1.0.0']])(
    'the version %j',
    (from) => {
      const migrated = migrateSnapshot(SAMPLE_SNAPSHOT, { from: from as string, ruleSet: ruleSetWith(HISTORY) })
      expect(brief(migrated)).toEqual([[from === undefined ? 'missing-key' : 'unknown-version', 'options.from']])
    },
  )

  it('an answer to what is no longer asked, unless it may be dropped or says nothing', () => {
    const removed = once({ removeFacts: [{ fact: 'health.smoker', ...kept }] })
    const stored = (smoker: unknown) => ({ asOf: '2026-11-22', health: { smoker, course: 'stable' } })
    const refused = migrate(stored(true), removed, { locale: 'en' })
    expect(brief(refused)).toEqual([['removed-answer', 'health.smoker']])
    expect(!refused.ok && refused.issues[0]?.message).toContain('the question added nothing')
    expect(brief(migrate(stored('unknown'), removed))).toEqual([['fact-dropped', 'health.smoker']])
    expect(migrate({ asOf: '2026-11-22' }, removed)).toMatchObject({ ok: true, changes: [] })
  })

  it('an answer that is no longer one, unless it may be dropped', () => {
    const removed = once({ removeValues: [{ fact: 'conflict.status', value: 'rumour', ...kept }] })
    expect(brief(migrate({ asOf: '2026-11-22', conflict: { status: 'rumour' } }, removed))).toEqual([
      ['removed-answer', 'conflict.status'],
    ])
    expect(migrate({ asOf: '2026-11-22', conflict: { status: 'none' } }, removed)).toMatchObject({ ok: true })
  })

  it.each([
    ['another answer', { medical: { course: 'stable' }, health: { course: 'worsening' } }],
    ['an answer and none', { medical: { course: 'stable' }, health: { course: 'unknown' } }],
  ])('%s under the old and the new name', (_what, facts) => {
    const migrated = migrate({ asOf: '2026-11-22', ...facts }, HISTORY)
    expect(brief(migrated)).toEqual([['conflicting-answers', 'medical.course']])
  })

  it.each([
    ['an unknown key', { asOf: '2026-11-22', medical: { diagnosis: 'x' } }, ['unknown-key', 'medical']],
    ['a value of no version', { asOf: '2026-11-22', medical: { course: 'odd' } }, ['unknown-value', 'health.course']],
    ['a missing day', { medical: { course: 'stable' } }, ['missing-key', 'asOf']],
    ['a section that is a list', { asOf: '2026-11-22', medical: [{ course: 'stable' }] }, ['unknown-key', 'medical']],
    ['a list', [], ['wrong-type', '']],
    [
      'a service of no version',
      { asOf: '2026-11-22', process: { services: [{ service: 'tea', on: '2026-01-01' }] } },
      ['unknown-service', 'process.services.0.service'],
    ],
  ])('a snapshot that stays wrong: %s', (_what, snapshot, issue) => {
    expect(brief(migrate(snapshot, HISTORY))).toEqual([issue])
  })

  it.each([
    [undefined, [['wrong-type', 'options']]],
    [{ from: '1.0.0', policy: {} }, [['unknown-option', 'options.policy']]],
    [{ from: '1.0.0', ruleSet: {} }, [['rule-set-not-loaded', 'options.ruleSet']]],
    [{ from: '1.0.0', locale: 'de' }, [['unknown-value', 'options.locale']]],
    [
      { from: { 'nl-late-referral': '1.0.0' } },
      [
        ['unknown-key', 'options.from.nl-late-referral'],
        ['missing-key', 'options.from.nl-early-referral'],
      ],
    ],
  ])('a call with the options %j', (options, issues) => {
    expect(brief(migrateSnapshot(SAMPLE_SNAPSHOT, options as unknown as MigrateOptions))).toEqual(issues)
  })
})

describe('what is told', () => {
  const MEDICAL = { asOf: '2026-11-22', health: { complaints: 'back' } }

  it('is the same for every answer of a medical fact', () => {
    const answers = ['back', 'psychological', 'unknown', 'other']
    const told = answers.map((complaints) => {
      const migrated = migrate({ ...MEDICAL, health: { complaints } }, HISTORY)
      return migrated.ok && JSON.stringify(migrated.changes)
    })
    expect(new Set(told).size).toBe(1)
    expect(told[0]).toContain('value-renamed')
  })

  it('is only of the answers that changed where the employer may know them', () => {
    const renamed = once({ renameValues: [{ fact: 'conflict.status', from: 'rumour', to: 'signal' }] })
    const changes = (status: string) => brief(migrate({ asOf: '2026-11-22', conflict: { status } }, renamed))
    expect(changes('rumour')).toEqual([['value-renamed', 'conflict.status']])
    expect(changes('none')).toEqual([])
  })

  it('holds no answer, in either language', () => {
    const words = ['worsening', 'back', 'musculoskeletal', 'unlikely', 'unsure', 'doubtful', 'desk-check', 'coffee']
    for (const locale of ['nl', 'en'] as const) {
      const migrated = migrate(STORED, HISTORY, { locale })
      const conflicting = migrate({ ...STORED, health: { course: 'stable' } }, HISTORY, { locale })
      const text = JSON.stringify([migrated.ok && migrated.changes, conflicting])
      for (const word of [...words, 'stable']) expect(text).not.toContain(`${word}`)
      for (const { message } of migrated.ok ? migrated.changes : []) expect(message).toMatch(/^[a-z].{20,}[^.]$/)
    }
    const dutch = migrate(STORED, HISTORY)
    expect(dutch.ok && dutch.changes[2]).toMatchObject({
      message: 'de vraag bestaat vanaf versie 1.1.0 niet meer en het antwoord is vervallen: de vraag voegde niets toe',
      reason: 'de vraag voegde niets toe',
    })
  })
})

describe('what the employer reads of a migration', () => {
  const shown = (stored: unknown) => brief(migrate(stored, HISTORY, { audience: 'employer' }))
  const { health: _, medical: __, ...employers } = STORED

  it('is of the answers that the employer may know, and the same whatever the physician answered', () => {
    const changes = shown(employers)
    expect(changes).toContainEqual(['value-renamed', 'returnToWork.ownJob'])
    const worlds = [
      STORED,
      { ...employers, health: { complaints: 'psychological' } },
      { ...employers, medical: { course: 'stable' } },
      { ...employers, medical: { smoker: false } },
    ]
    for (const world of worlds) expect(shown(world)).toEqual(changes)
    // The snapshot is whole.
    expect(migrate(STORED, HISTORY, { audience: 'employer' })).toMatchObject({
      snapshot: { health: { course: 'worsening', complaints: 'musculoskeletal' } },
    })
  })

  it('is one issue, without its place, where an answer of the physician is refused', () => {
    const twice = { ...STORED, health: { course: 'stable' } }
    const wrong = { ...STORED, health: { complaints: 'worse than ever' } }
    const accessor = Object.defineProperty({}, 'course', { enumerable: true, get: () => 'stable' })
    for (const stored of [twice, wrong, { ...STORED, medical: accessor }]) {
      expect(shown(stored)).toEqual([['physicians-answer', '']])
      expect(brief(migrate(stored, HISTORY))).not.toEqual([['physicians-answer', '']])
    }
  })
})

describe('any snapshot', () => {
  it('whose facts had other names comes back whole', () => {
    const facts = SIMPLE_FACTS.filter(({ tier }) => tier === 'employer')
    const oldName = (id: string): string =>
      `${id.split('.')[0]}.old${id.split('.')[1]?.replace(/^./, (first) => first.toUpperCase())}`
    const renameFacts = facts.map(({ id }) => ({ from: oldName(id), to: id }))
    const ruleSet = ruleSetWith(once({ renameFacts }))
    fc.assert(
      fc.property(snapshotArbitrary(), (snapshot) => {
        const stored = structuredClone(snapshot) as Plain
        const answered = facts.filter(({ id }) => {
          const [section = '', name = ''] = id.split('.')
          const answers = stored[section] as Plain | undefined
          if (!answers || !Object.hasOwn(answers, name)) return false
          setFact(stored, oldName(id), answers[name])
          delete (stored[section] as Plain)[name]
          return true
        })
        const migrated = migrateSnapshot(stored, { from: '1.0.0', ruleSet })
        expect(migrated).toMatchObject({ ok: true })
        expect(migrated.ok && migrated.snapshot).toEqual(snapshot)
        expect(migrated.ok && migrated.changes.length).toBe(answered.length)
      }),
      { numRuns: 100, seed: 11, endOnFailure: true },
    )
  })

  it('that no migration concerns is what parseSnapshot makes of it', () => {
    const ruleSet = shippedRuleSet()
    const cases = loadFixtures().filter((_, index) => index % 5 === 0)
    for (const { snapshot } of cases) {
      const parsed = parseSnapshot(snapshot, { audience: 'full', ruleSet })
      const migrated = migrateSnapshot(snapshot, { from: '1.0.0', ruleSet })
      expect(migrated).toEqual(parsed.ok ? { ok: true, snapshot: parsed.snapshot, changes: [] } : parsed)
    }
  })

  it('makes nothing throw, and runs none of its code', () => {
    const ruleSet = ruleSetWith(HISTORY)
    const odd = fc.oneof(
      fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true, withDate: true }),
      fc.record({
        asOf: fc.constant('2026-11-22'),
        medical: fc.anything(),
        returnToWork: fc.anything(),
        absence: fc.anything(),
      }),
    )
    fc.assert(
      fc.property(odd, (snapshot) => {
        const migrated = migrateSnapshot(snapshot, { from: '1.0.0', ruleSet })
        if (!migrated.ok) expect(migrated.issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 500, seed: 3, endOnFailure: true },
    )
    const throwing = (): never => {
      throw new Error('run')
    }
    const circle: Plain = { asOf: '2026-11-22' }
    circle.medical = circle
    const getter = Object.defineProperty({ asOf: '2026-11-22' }, 'medical', { get: throwing, enumerable: true })
    const proxy = new Proxy({}, { ownKeys: throwing, getPrototypeOf: throwing })
    const polluting = JSON.parse('{ "asOf": "2026-11-22", "__proto__": { "course": "x" } }')
    for (const snapshot of [circle, getter, proxy, polluting])
      expect(migrateSnapshot(snapshot, { from: '1.0.0', ruleSet }).ok).toBe(false)
    expect(({} as Plain).course).toBeUndefined()
  })
})

describe('the migrations of a rule set', () => {
  const step = (from: string, to: string, changes: Plain = {}): Plain => ({ from, to, ...changes })
  const rename = (from: string, to: string): readonly unknown[] => once({ renameFacts: [{ from, to }] })
  const at = (key: string, index = 0): string => `/migrations/${index}/${key}`

  it('are sound in the one that ships, which knows its first version', () => {
    expect(shippedRuleSet().migrations).toEqual([
      {
        id: 'nl-early-referral',
        version: shippedRuleSet().manifest.version,
        oldest: '1.0.0',
        migrations: [
          {
            from: '1.0.0',
            to: '2.0.0',
            renameFacts: [
              { from: 'absence.leaves.sameCause', to: 'absence.leaves.oneCase' },
              { from: 'absence.spells.pregnancyRelated', to: 'absence.spells.notCounted' },
            ],
          },
        ],
      },
    ])
  })

  it('may be left out: then only the version itself is known', () => {
    const { 'migrations.json': _, ...files } = filesWith([])
    const loaded = loadRuleSet(files)
    const ruleSet = loaded.ok ? loaded.ruleSet : shippedRuleSet()
    expect(brief(migrateSnapshot(SAMPLE_SNAPSHOT, { from: '2.0.0', ruleSet }))).toEqual([])
    expect(brief(migrateSnapshot(SAMPLE_SNAPSHOT, { from: '1.1.0', ruleSet }))).toEqual([
      ['unknown-version', 'options.from'],
    ])
  })

  it('give no advice: neither they nor their order count in the digest', () => {
    const digest = (migrations: readonly unknown[]) =>
      triageSync(SAMPLE_SNAPSHOT, { audience: 'full', ruleSet: ruleSetWith(migrations) }).ruleSet.digest
    expect(digest(HISTORY)).toBe(digest([]))
    expect(migrate(STORED, [...HISTORY].reverse())).toEqual(migrate(STORED, HISTORY))
  })

  it.each([
    ['a gap', [step('1.0.0', '1.1.0'), step('1.2.0', '2.0.0')], 'invalid-migration', at('from', 1)],
    ['a gap at the start', [step('1.1.0', '2.0.0')], 'invalid-migration', at('from')],
    ['an overlap', [step('1.0.0', '1.2.0'), step('1.1.0', '2.0.0')], 'invalid-migration', at('from', 1)],
    ['a circle', [step('1.0.0', '1.1.0'), step('1.1.0', '1.0.0')], 'invalid-migration', at('to', 1)],
    ['no step', [step('1.0.0', '1.0.0')], 'invalid-migration', at('to')],
    ['an order of letters', [step('1.9.0', '1.10.0'), step('1.10.0', '1.2.0')], 'invalid-migration', at('to', 1)],
    ['a version that is yet to come', [step('1.0.0', '2.0.1')], 'invalid-migration', at('to')],
    ['a target that is no fact', rename('conflict.state', 'conflict.stand'), 'unknown-fact', at('renameFacts/0/to')],
    ['a target in no section', rename('conflict.state', 'row.status'), 'unknown-fact', at('renameFacts/0/to')],
    ['the same name', rename('conflict.status', 'conflict.status'), 'invalid-migration', at('renameFacts/0/to')],
    [
      'a fact still asked',
      rename('conflict.status', 'conflict.handling'),
      'invalid-migration',
      at('renameFacts/0/from'),
    ],
    [
      'a key that leaves its list',
      rename('absence.leaves.cause', 'health.course'),
      'invalid-migration',
      at('renameFacts/0/to'),
    ],
    [
      'medical answers for the employer',
      rename('health.outlook', 'returnToWork.ownWork'),
      'tier-conflict',
      at('renameFacts/0/to'),
    ],
    [
      'a fact twice',
      [
        step('1.0.0', '2.0.0', {
          renameFacts: [{ from: 'conflict.a', to: 'conflict.status' }],
          removeFacts: [{ fact: 'conflict.a', ...dropped }],
        }),
      ],
      'duplicate-id',
      at('removeFacts/0/fact'),
    ],
    [
      'a value twice',
      once({
        renameValues: [
          { fact: 'conflict.status', from: 'a', to: 'none' },
          { fact: 'conflict.status', from: 'a', to: 'signal' },
        ],
      }),
      'duplicate-id',
      at('renameValues/1/from'),
    ],
    [
      'a value of no answer',
      once({ renameValues: [{ fact: 'conflict.status', from: 'a', to: 'signals' }] }),
      'unknown-value',
      at('renameValues/0/to'),
    ],
    [
      'a value of another type',
      once({ renameValues: [{ fact: 'conflict.status', from: true, to: false }] }),
      'unknown-value',
      at('renameValues/0/to'),
    ],
    [
      'a service of no catalogue',
      once({ renameValues: [{ fact: 'process.services.service', from: 'a', to: 'file-checks' }] }),
      'unknown-value',
      at('renameValues/0/to'),
    ],
    [
      'values of no fact',
      once({ renameValues: [{ fact: 'conflict.stand', from: 'a', to: 'b' }] }),
      'unknown-fact',
      at('renameValues/0/fact'),
    ],
    [
      'a value that is none',
      once({ renameValues: [{ fact: 'conflict.status', from: 'a', to: 'unknown' }] }),
      'invalid-document',
      at('renameValues/0/to'),
    ],
    [
      'a removal without a reason',
      once({ removeFacts: [{ fact: 'conflict.a', mayDrop: true }] }),
      'missing-key',
      at('removeFacts/0/reason'),
    ],
    [
      'a removal that does not say what to do',
      once({ removeFacts: [{ fact: 'conflict.a', reason }] }),
      'missing-key',
      at('removeFacts/0/mayDrop'),
    ],
    ['a whole section', rename('conflicts', 'conflict'), 'invalid-document', at('renameFacts/0/from')],
    ['a key of no migration', once({ renameFact: [] }), 'unknown-key', at('renameFact')],
  ])('are refused with %s', (_what, migrations, code, pointer) => {
    expect(faultsOf(migrations).map((fault) => fault.slice(0, 2))).toContainEqual([code, pointer])
  })

  it('offer the nearest name', () => {
    expect(faultsOf(rename('conflict.state', 'conflict.statis'))).toEqual([
      ['unknown-fact', at('renameFacts/0/to'), 'conflict.status'],
    ])
  })

  it('may pass by a name that is renamed or removed later', () => {
    expect(faultsOf(HISTORY)).toEqual([])
    expect(
      faultsOf([
        step('1.0.0', '1.1.0', {
          renameFacts: [{ from: 'conflict.a', to: 'conflict.b' }],
          renameValues: [{ fact: 'conflict.a', from: 'x', to: 'y' }],
        }),
        step('1.1.0', '2.0.0', { removeFacts: [{ fact: 'conflict.b', ...kept }] }),
      ]),
    ).toEqual([])
  })

  it('compare versions as numbers', () => {
    expect(faultsOf([step('1.2.0', '1.10.0')], '1.2.0')).toEqual([])
  })
})

describe('a rule set that extends another', () => {
  const text = { nl: 'Is er een mentor?', en: 'Is there a mentor?' }
  const base = ruleSetWith(HISTORY)
  const extended = loadRuleSet(
    {
      'manifest.json': {
        id: 'acme',
        version: '3.0.0',
        title: text,
        jurisdiction: 'NL',
        validFrom: '2026-01-01',
        validUntil: null,
        checkedOn: '2026-11-22',
        extends: { id: 'nl-early-referral', version: '2.0.0' },
        checklists: [],
      },
      'facts.json': {
        facts: [{ id: 'own.mentor', type: 'boolean', tier: 'employer', answeredBy: ['case-manager'], question: text }],
      },
      'migrations.json': {
        oldest: '2.0.0',
        migrations: [{ from: '2.0.0', to: '3.0.0', removeFacts: [{ fact: 'own.buddy', ...dropped }] }],
      },
    },
    { base },
  )

  it('has the migrations of both, and needs the version of both', () => {
    expect(extended).toMatchObject({ ok: true })
    const ruleSet = extended.ok ? extended.ruleSet : base
    const snapshot = { asOf: '2026-11-22', returnToWork: { outlook: 'unsure' }, own: { buddy: true } }
    expect(brief(migrateSnapshot(snapshot, { from: '2.0.0', ruleSet }))).toEqual([['missing-key', 'options.from']])
    const from = { acme: '2.0.0', 'nl-early-referral': '1.1.0' }
    expect(brief(migrateSnapshot(snapshot, { from, ruleSet, audience: 'full' }))).toEqual([
      ['value-renamed', 'returnToWork.outlook'],
      ['fact-renamed', 'returnToWork.outlook', 'returnToWork.ownWork'],
      ['fact-dropped', 'own.buddy'],
    ])
  })
})

describe('the command line', () => {
  let directory: string | undefined
  afterEach(async () => {
    vi.restoreAllMocks()
    if (directory) await removeDirectory(directory)
  })

  async function run(...args: string[]) {
    const told = { out: '', err: '' }
    vi.spyOn(stdout, 'write').mockImplementation((text) => {
      told.out += text
      return true
    })
    vi.spyOn(stderr, 'write').mockImplementation((text) => {
      told.err += text
      return true
    })
    const program = new Command().exitOverride()
    addMigrateCommand(program)
    const error: unknown = await program.parseAsync(['migrate', ...args], { from: 'user' }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    return { ...told, issues: error instanceof Refusal ? error.issues : error }
  }

  it('prints the snapshot, and tells the changes beside it', async () => {
    directory = await emptyDirectory()
    await mkdir(`${directory}/rules/checklists`, { recursive: true })
    for (const [name, content] of Object.entries(filesWith(HISTORY)))
      await writeFile(`${directory}/rules/${name}`, JSON.stringify(content))
    await writeFile(`${directory}/case.json`, JSON.stringify(STORED))
    const files = [`${directory}/case.json`, '--rules', `${directory}/rules`, '--locale', 'en']
    const args = [...files, '--audience', 'full']
    const people = await run(...args, '--from', '1.0.0')
    expect(people.issues).toBeUndefined()
    expect(JSON.parse(people.out)).toMatchObject({ returnToWork: { ownWork: 'doubtful' } })
    expect(people.err.split('\n')).toHaveLength(11)
    expect(people.err).toContain(
      'returnToWork.ownJob: the answer is called "returnToWork.outlook" since version 1.1.0 [fact-renamed]\n',
    )
    const json = await run(...args, '--json', '--from', 'nl-early-referral=1.0.0')
    expect(json.err).toBe('')
    expect(JSON.parse(json.out).changes).toHaveLength(10)
    const shown = await run(...files, '--json', '--from', '1.0.0')
    expect(JSON.parse(shown.out).snapshot).toEqual(JSON.parse(json.out).snapshot)
    expect(JSON.stringify(JSON.parse(shown.out).changes)).not.toMatch(/medical|health/)
    const refused = await run(...args, '--from', '0.1.0')
    expect(refused).toMatchObject({ out: '', issues: [{ code: 'unknown-version', path: ['--from'] }] })
    for (const [one, other] of [
      ['nl-early-referral=1.0.0', '1.0.0'],
      ['1.0.0', 'nl-early-referral=1.0.0'],
    ] as const)
      expect(await run(...args, '--from', one, '--from', other)).toMatchObject({
        out: '',
        issues: { message: expect.stringContaining('give one version, or ID=VERSION for each rule set') },
      })
    const wrong = await run(...args, '--from', '1.1.0')
    expect(wrong.issues).toContainEqual(
      expect.objectContaining({ code: 'unknown-key', file: `${directory}/case.json`, path: ['medical'] }),
    )
  })
})
