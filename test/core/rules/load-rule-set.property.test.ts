import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DERIVED_FACTS } from '../../../src/core/facts/fact-catalogue'
import type { Issue } from '../../../src/core/issue/issue'
import { ISSUE_CODES } from '../../../src/core/issue/issue-codes'
import { SHIPPED_FILES, shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import { optionalParameters, REQUIRED_PARAMETERS } from '../../../src/core/rules/policy'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { triage } from '../../../src/core/triage-by-engine'
import { ASSUMPTIONS } from '../../../src/reports/savings/assumptions'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { byNight } from '../../support/by-night'
import { loadFixtures } from '../../support/load-fixtures'
import { type Change, patched, shippedCopy, valueAt } from '../../support/patch-rule-set'
import { MEDICAL_SNAPSHOT, SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

interface Fixture {
  readonly note: string
  readonly patch: readonly Change[]
  readonly expect: { readonly code: string; readonly file: string; readonly pointer: string; readonly nearest?: string }
}

type Plain = Record<string, unknown>

const RUNS = { numRuns: byNight({ night: 400, day: 150 }) }
const MINUTES = 60_000
const FOLDER = 'fixtures/invalid/rule-sets'
const CONFLICT = 'checklists/conflict.json'
const FREQUENT = 'checklists/frequent-absence.json'
const EARLY = 'checklists/early-process-moments.json'

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

const fixtures = new Map(
  filesUnder(FOLDER).map((file) => [file.replace(/\.json$/, ''), readJson(join(FOLDER, file)) as Fixture]),
)

const issuesOf = (files: unknown): readonly Issue[] => {
  const loaded = loadRuleSet(files)
  return loaded.ok ? [] : loaded.issues
}

/** What a finding says to a program; its sentence is left out. */
const briefly = ({ code, file, pointer, nearest }: Issue) => ({ code, file, pointer, ...(nearest && { nearest }) })

function load(files: unknown): RuleSet {
  const loaded = loadRuleSet(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  return loaded.ruleSet
}

const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const remove = (file: string, pointer: string): Change => ({ op: 'remove', file, pointer })

describe('every fault of a rule set', () => {
  const all = Object.keys(ISSUE_CODES)
  const shared = ['unknown-key', 'missing-key', 'unknown-value', 'unknown-parameter', 'invalid-parameter']

  it('has a broken rule set, and the other way round', () => {
    const own = all.slice(all.indexOf('missing-file'), all.indexOf('tier-conflict') + 1)
    expect([...fixtures.keys()].sort()).toEqual([...shared, ...own].sort())
    for (const [code, fixture] of fixtures) expect(fixture.expect.code).toBe(code)
  })

  it('is absent from the shipped one', () => {
    expect(issuesOf(SHIPPED_FILES)).toEqual([])
    expect(loadRuleSet(SHIPPED_FILES).ok).toBe(true)
  })

  it.each([...fixtures])('%s is found where it is', (_code, { patch, expect: expected }) => {
    const issues = issuesOf(patched(patch))
    expect(issues.map(briefly)).toContainEqual(expected)
    for (const { file, message, path, pointer } of issues) {
      expect(file).toBe(expected.file)
      expect(message).toMatch(/^[a-z{].{10,}[^.]$/)
      expect(message).not.toContain('undefined')
      expect(path.map((step) => `/${String(step).replaceAll('/', '~1')}`).join('')).toBe(pointer)
    }
  })

  it.each([
    ['invalid-window', replace(CONFLICT, '/rules/0/timing/from', 'P60D'), '/rules/0/timing'],
    ['invalid-window', replace(CONFLICT, '/rules/0/timing/until/policy', 'spells.mergeWithin')],
    ['invalid-window', replace(CONFLICT, '/rules/4/event/params/reviewAfter', '14 days')],
    ['unknown-parameter', replace(CONFLICT, '/rules/0/timing/until/policy', 'promptReferal')],
    ['unknown-parameter', replace(EARLY, '/rules/10/timing/until/plus', 'contactMoment.windows')],
    ['invalid-window', replace(EARLY, '/rules/10/timing/until/plus', 'frequentAbsence.minReports')],
    ['unknown-parameter', replace(EARLY, '/rules/3/conditions/all/1/fact', 'policy.earlyContact.week')],
    ['unknown-parameter', replace(EARLY, '/rules/3/conditions/all/1/fact', 'policy.promptReferral')],
    ['operator-type', replace(EARLY, '/rules/3/conditions/all/1/operator', 'contains')],
    ['unknown-fact', replace(CONFLICT, '/rules/0/timing/anchor', 'asof')],
    ['unknown-fact', replace(CONFLICT, '/rules/0/timing/anchor', 'conflict.status')],
    ['unknown-fact', replace(CONFLICT, '/questions/0', 'conflict.state')],
    ['unknown-fact', replace(CONFLICT, '/conditions/signals/any/0/fact', 'absence.spells')],
    ['unknown-fact', replace(CONFLICT, '/conditions/signals/any/0/fact', 'constructor')],
    ['unknown-condition', replace(CONFLICT, '/positive/any/0/condition', 'toString')],
    ['unknown-condition', replace(CONFLICT, '/positive/any/0/condition', 7)],
    ['missing-key', replace(CONFLICT, '/questions', ['conflict.status', 'conflict.handling'])],
    ['missing-key', remove(CONFLICT, '/conditions/signals/any/0/value'), '/conditions/signals/any/0'],
    ['missing-key', remove(CONFLICT, '/rules/0/sources')],
    ['unknown-key', add(CONFLICT, '/rules/4/timing', { ...window('P0D', 'P1D') })],
    ['unknown-key', add(CONFLICT, '/positive/all', [])],
    ['unknown-key', add(CONFLICT, '/rules/0/event/params/priority', 1)],
    ['unknown-key', replace(CONFLICT, '/positive', { not: { condition: 'signals' } }), '/positive/not'],
    ['empty-group', replace(CONFLICT, '/positive', { all: [{ any: [] }] }), '/positive/all/0/any'],
    ['value-type', replace(CONFLICT, '/conditions/signals/any/0/value', 'unknown')],
    ['value-type', replace(CONFLICT, '/conditions/established-not-resolved/all/1/value', [])],
    ['value-type', replace(CONFLICT, '/conditions/established-not-resolved/all/1/value', 'none')],
    ['value-type', replace(CONFLICT, '/conditions/signals/any/0/value', { fact: 'conflict.handling' })],
    ['value-type', replace(CONFLICT, '/conditions/signals/any/0/value', { fact: 'policy.spells.mergeWithin' })],
    ['unknown-value', replace(CONFLICT, '/conditions/signals/any/0/value', 1)],
    ['invalid-document', replace(CONFLICT, '/rules/0/id', 'task-load/signal')],
    ['invalid-document', replace(CONFLICT, '/id', 'conflicts')],
    ['invalid-document', replace(CONFLICT, '/rules/0/sources', [])],
    ['invalid-document', replace(CONFLICT, '/rules/0/basis', 'gut-feeling')],
    ['invalid-document', replace(CONFLICT, '/positive/any', {})],
    ['duplicate-id', replace(FREQUENT, '/order', 20)],
    ['missing-file', remove('sources.json', '')],
    ['unknown-key', add('source.json', '', {})],
    ['missing-key', remove('manifest.json', '/checklists/0'), '/checklists'],
    ['duplicate-id', replace('manifest.json', '/checklists/1', 'task-load')],
    ['duplicate-id', replace('policy.json', '/parameters/0/name', 'notice.horizon'), '/parameters/2'],
    ['duplicate-id', replace('services.json', '/services/1/id', 'file-check'), '/services/1'],
    ['duplicate-id', replace('services.json', '/needs/1/id', 'capacity'), '/needs/1'],
    ['duplicate-id', replace('sources.json', '/sources/1/id', 'akc-factsheet'), '/sources/1'],
    ['duplicate-id', replace('milestones.json', '/milestones/1/id', 'problem-analysis'), '/milestones/1'],
    ['missing-key', replace('policy.json', '/parameters/2/name', 'notice.reach'), '/parameters'],
    ['unknown-fact', replace('services.json', '/needs/0/fact', 'process.ready')],
    ['value-type', replace('services.json', '/needs/0/fact', 'conflict.status')],
    ['tier-conflict', replace('services.json', '/needs/0/fact', 'health.diagnosisClear')],
    ['unknown-value', replace('milestones.json', '/milestones/0/conditions/all/0/value/0', 'employees')],
    ['unknown-section', replace('milestones.json', '/doubts/leave-inside-gap/sources/0/section', 'art. 99')],
    ['missing-text', replace('services.json', '/services/0/title/nl', '')],
  ] as [string, Change, string?][])('%s in another place: %j', (code, change, pointer = change.pointer) => {
    const found = issuesOf(patched([change])).map(({ code, file, pointer }) => ({ code, file, pointer }))
    expect(found).toContainEqual({ code, file: change.file, pointer })
  })

  function window(from: string, until: string): Plain {
    return { anchor: 'asOf', from, until, whenPassed: 'over', basis: 'product' }
  }

  it.each([
    ['in one rule', ['unknown-service', 'unknown-section']],
    ['in one condition', ['value-type', 'unknown-operator']],
    ['in two files', ['unknown-need', 'unknown-parameter']],
    ['in the shape of one file', ['invalid-document', 'missing-text']],
  ])('two faults %s are both reported', (_place, codes) => {
    const broken = codes.map((code) => fixtures.get(code) as Fixture)
    const found = issuesOf(patched(broken.flatMap(({ patch }) => patch))).map(briefly)
    for (const { expect: expected } of broken) expect(found).toContainEqual(expected)
  })

  it('all are reported in one order, whatever the order of files and keys', () => {
    const broken = patched(['unknown-need', 'unknown-service', 'value-type', 'duplicate-id'].flatMap(patchOf))
    expect(issuesOf(broken).length).toBeGreaterThanOrEqual(4)
    expect(issuesOf(turned(broken))).toEqual(issuesOf(broken))
  })

  const patchOf = (code: string): readonly Change[] => (fixtures.get(code) as Fixture).patch
})

/** The same data, with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  )
}

/** The same rule set with its checklists, its rules and the keys of all its objects the other way round. */
function reordered(): unknown {
  const files = shippedCopy()
  const manifest = files['manifest.json'] as { checklists: string[] }
  manifest.checklists.reverse()
  for (const [name, file] of Object.entries(files))
    if (name.startsWith('checklists/')) (file as { rules: unknown[] }).rules.reverse()
  return turned(files)
}

describe('order and digest', () => {
  const samples = fc.sample(snapshotArbitrary(), { numRuns: 40, seed: 7 })
  const digestOf = async (options: Parameters<typeof triage>[1]): Promise<string> =>
    (await triage(SAMPLE_SNAPSHOT, options)).ruleSet.digest

  it('checklists stand in the order that they name themselves', async () => {
    const idsOf = async (files: unknown) =>
      (await triage(SAMPLE_SNAPSHOT, { audience: 'full', ruleSet: load(files) })).checklists.map(({ id }) => id)
    const shipped = await idsOf(SHIPPED_FILES)
    const [first, ...others] = shipped
    const orderOf = (id: string | undefined) => valueAt(SHIPPED_FILES[`checklists/${id}.json`], '/order')
    expect(shipped.map(orderOf)).toEqual(shipped.map(orderOf).sort((a, b) => Number(a) - Number(b)))
    expect(await idsOf(patched([replace(`checklists/${first}.json`, '/order', 1_000)]))).toEqual([...others, first])
  })

  it(
    'order of checklists, of rules and of keys changes neither advice nor digest',
    async () => {
      expect(JSON.stringify(reordered())).not.toBe(JSON.stringify(SHIPPED_FILES))
      const [one, other] = [load(SHIPPED_FILES), load(reordered())]
      for (const snapshot of [SAMPLE_SNAPSHOT, MEDICAL_SNAPSHOT, ...samples])
        for (const audience of ['full', 'employer'] as const) {
          const [first, second] = [
            await triage(snapshot, { ruleSet: one, audience }),
            await triage(snapshot, { ruleSet: other, audience }),
          ]
          expect(JSON.stringify(second)).toBe(JSON.stringify(first))
        }
    },
    MINUTES,
  )

  it('is a sha-256 in hex, the same for every snapshot, audience and locale', async () => {
    const digest = await digestOf({})
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    for (const options of [{ audience: 'employer' }, { locale: 'en' }, { ruleSet: load(SHIPPED_FILES) }] as const)
      expect(await digestOf(options)).toBe(digest)
    expect((await triage(MEDICAL_SNAPSHOT, { audience: 'full' })).ruleSet.digest).toBe(digest)
  })

  it(
    'every parameter counts in the digest; the default given as an override does not',
    async () => {
      const shipped = await digestOf({})
      const parameters = [...shippedRuleSet().parameters.values()]
      const digests = await Promise.all(
        parameters.map(({ name, unit, default: value, range: [least, most] }) => {
          const ends = [least, most].map((end) => (unit === 'duration' ? `P${end}D` : end))
          const others = ends.filter((end) => end !== value)
          // One end of the range can make a window run backwards, which is refused.
          return digestOf({ policy: { [name]: others[0] as number | string } }).catch(() =>
            digestOf({ policy: { [name]: others.at(-1) as number | string } }),
          )
        }),
      )
      expect(new Set([shipped, ...digests]).size).toBe(parameters.length + 1)
      for (const { name, default: value } of parameters)
        expect(await digestOf({ policy: { [name]: value } })).toBe(shipped)
    },
    MINUTES,
  )

  it('the order of the overrides does not count', async () => {
    const given = { 'frequentAbsence.minReports': 4, promptReferral: 'P7D' }
    expect(await digestOf({ policy: turned(given) as typeof given })).toBe(await digestOf({ policy: given }))
  })

  it.each([
    ['a text', replace(CONFLICT, '/rules/0/text/en', 'Something else.')],
    ['a threshold', replace(CONFLICT, '/conditions/signals/any/1/value', false)],
    ['a source', replace('sources.json', '/sources/0/title', 'Something else')],
    ['a default', replace('policy.json', '/parameters/0/default', 'P15D')],
    ['a version', replace('manifest.json', '/version', '2.0.1')],
    ['a milestone', replace('milestones.json', '/milestones/0/after/length', 'P5W')],
    ['a kind of service', replace('services.json', '/services/0/kind', 'other')],
  ])('%s counts in the digest', async (_what, change) => {
    expect(await digestOf({ ruleSet: load(patched([change])) })).not.toBe(await digestOf({}))
  })
})

describe('any rule set', () => {
  const places = Object.entries(SHIPPED_FILES).flatMap(([file, content]) =>
    pointersIn(content, '').map((at) => [file, at] as const),
  )
  const logic = places.filter(([, pointer]) =>
    /conditions|positive|timing|event|after|otherwise|needs|parameters\/\d+\/(unit|range|default)/.test(pointer),
  )

  function pointersIn(value: unknown, at: string): string[] {
    if (typeof value !== 'object' || value === null) return [at]
    const parts = Object.entries(value).flatMap(([key, part]) => pointersIn(part, `${at}/${key.replaceAll('/', '~1')}`))
    return at === '' ? parts : [at, ...parts]
  }

  const place = fc.oneof(fc.constantFrom(...places), fc.constantFrom(...logic))
  const json = fc.jsonValue()

  /** A place, and a value of it that stands elsewhere under the same key: more likely to load than any other. */
  const keyOf = ([, pointer]: (typeof places)[number]): string => pointer.split('/').at(-1) ?? ''
  const byKey = new Map([...new Set(places.map(keyOf))].map((key) => [key, places.filter((at) => keyOf(at) === key)]))
  const alike = fc
    .constantFrom(...[...byKey.values()].filter((group) => group.length > 1))
    .chain((group) => fc.tuple(fc.constantFrom(...group), fc.constantFrom(...group)))
    .map(([at, [file, pointer]]) => [at, valueAt(SHIPPED_FILES[file], pointer)] as const)

  function check(files: unknown): ReturnType<typeof loadRuleSet> {
    const loaded = loadRuleSet(files)
    if (loaded.ok) return loaded
    expect(loaded.issues.length).toBeGreaterThan(0)
    for (const { code, message } of loaded.issues) {
      expect(Object.keys(ISSUE_CODES)).toContain(code)
      expect(message).not.toContain('undefined,')
    }
    return loaded
  }

  it('no JSON value makes it throw', () => {
    fc.assert(
      fc.property(json, (files) => check(files).ok === false),
      RUNS,
    )
  })

  it(
    'nor does one as the content of a file',
    () => {
      const file = fc.constantFrom(...Object.keys(SHIPPED_FILES), 'checklists/other.json')
      fc.assert(
        fc.property(file, json, (name, content) => check({ ...SHIPPED_FILES, [name]: content }).ok === false),
        RUNS,
      )
    },
    MINUTES,
  )

  it(
    'no odd value makes it throw',
    () => {
      const odd = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSparseArray: true,
      })
      fc.assert(
        fc.property(odd, odd, (files, content) => {
          expect(check(files).ok).toBe(false)
          expect(check({ ...SHIPPED_FILES, 'manifest.json': content }).ok).toBe(false)
        }),
        RUNS,
      )
    },
    MINUTES,
  )

  it(
    'one value replaced by any other makes neither loading nor triage throw',
    async () => {
      let [loadable, refused] = [0, 0]
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.tuple(place, json), alike), async ([[file, pointer], value]) => {
          const loaded = check(patched([replace(file, pointer, value)]))
          if (!loaded.ok) {
            refused += 1
            return
          }
          loadable += 1
          for (const snapshot of [{ asOf: '2026-01-01' }, MEDICAL_SNAPSHOT])
            await triage(snapshot, { audience: 'full', ruleSet: loaded.ruleSet })
        }),
        RUNS,
      )
      // Both ends must have been reached, or this proved nothing.
      expect(loadable).toBeGreaterThan(20)
      expect(refused).toBeGreaterThan(100)
    },
    2 * MINUTES,
  )

  it('nor do conditions nested ten thousand deep', () => {
    let condition: unknown = { condition: 'signals' }
    for (let depth = 0; depth < 10_000; depth++) condition = { all: [condition] }
    const files = shippedCopy()
    ;(files[CONFLICT] as Plain).positive = condition
    expect(issuesOf(files).map(({ code }) => code)).toEqual(['too-deep'])
  })

  it.each([
    ['a file', `{ "__proto__": { "manifest.json": {} } }`],
    ['a key', JSON.stringify(SHIPPED_FILES).replace('"order":20', '"order":20,"__proto__":{"title":1}')],
    ['a named condition', JSON.stringify(SHIPPED_FILES).replace('"signals":', '"__proto__":{"all":[]},"signals":')],
  ])('__proto__ as %s is refused and reaches no prototype', (_place, text) => {
    expect(text).toContain('__proto__')
    expect(issuesOf(JSON.parse(text)).map(({ code }) => code)).toContain('forbidden-key')
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(issuesOf(SHIPPED_FILES)).toEqual([])
  })

  it('a circle, a getter, a proxy or a class is refused', () => {
    const circle = shippedCopy()
    ;(circle[CONFLICT] as Plain).note = circle
    const list: unknown[] = []
    list.push(list)
    const throwing = (): never => {
      throw new Error('trap')
    }
    const getter = Object.defineProperty(shippedCopy(), CONFLICT, { enumerable: true, get: throwing })
    const proxy = { ...shippedCopy(), [CONFLICT]: new Proxy({}, { ownKeys: throwing, getPrototypeOf: throwing }) }
    expect(issuesOf(list).map(({ code }) => code)).toEqual(['wrong-type'])
    for (const files of [circle, getter, proxy, { ...shippedCopy(), [CONFLICT]: new Map() }])
      expect(issuesOf(files).map(({ code }) => code)).toEqual(['not-plain-data'])
  })

  it('what was loaded cannot be changed, nor does changing the files change it', () => {
    const files = shippedCopy()
    const ruleSet = load(files)
    const before = JSON.stringify(ruleSet.rules)
    ;(files[CONFLICT] as Plain).rules = []
    expect(JSON.stringify(ruleSet.rules)).toBe(before)
    expect(() => (ruleSet.rules as unknown[]).pop()).toThrow(TypeError)
    expect(Object.isFrozen(ruleSet.rules[0]?.text)).toBe(true)
  })
})

describe('the shipped rule set', () => {
  const walk = (value: unknown): Plain[] =>
    typeof value !== 'object' || value === null
      ? []
      : [...(Array.isArray(value) ? [] : [value as Plain]), ...Object.values(value).flatMap(walk)]
  const objects = walk(SHIPPED_FILES)

  it('is the files in rules/, and the other way round', () => {
    expect(Object.keys(SHIPPED_FILES).sort()).toEqual(filesUnder('rules'))
    for (const [file, content] of Object.entries(SHIPPED_FILES)) expect(readJson(join('rules', file))).toEqual(content)
  })

  it('has every text in both languages, and nothing that was left untranslated', () => {
    const facts = [...BASE_FACTS.values()].flatMap(({ question, none, options }) => [
      question,
      none,
      ...Object.values(options ?? {}),
    ])
    const texts = [
      ...objects.filter((object) => 'nl' in object || 'en' in object),
      ...facts,
      ...[...DERIVED_FACTS.values()].map(({ label }) => label),
    ].filter((text) => text !== undefined)
    expect(texts.length).toBeGreaterThan(300)
    for (const text of texts as Record<'nl' | 'en', string>[]) {
      expect(Object.keys(text).sort()).toEqual(['en', 'nl'])
      for (const language of [text.nl, text.en]) expect(language).toMatch(/^\S(.*\S)?$/)
      if (text.nl.length > 25) expect(text.en).not.toBe(text.nl)
    }
  })

  it('uses every parameter of its policy', () => {
    const named = objects.flatMap(({ policy, plus, fact }) => [
      policy,
      plus,
      String(fact ?? '').replace(/^policy\./, ''),
    ])
    const used = new Set([...named, ...Object.keys(REQUIRED_PARAMETERS), ...optionalParameters()])
    const names = [...shippedRuleSet().parameters.keys()]
    expect(names.filter((name) => !used.has(name))).toEqual([])
  })

  it('cites every section of its sources, in a rule, a case or the estimate of savings', () => {
    const cases = loadFixtures().flatMap(({ source }) => source ?? [])
    const assumed = Object.values(ASSUMPTIONS).map(({ source }) => source)
    const cited = new Set([...objects, ...cases, ...assumed].map(({ id, section }) => `${id} ${section}`))
    const listed = [...shippedRuleSet().sources.values()].flatMap(({ id, sections }) =>
      sections.map((section) => `${id} ${section.id}`),
    )
    expect(listed.length).toBeGreaterThan(50)
    expect(listed.filter((citation) => !cited.has(citation))).toEqual([])
  })
})

describe('the sources', () => {
  const sources = new Map(filesUnder('src').map((file) => [file, readFileSync(join('src', file), 'utf8')]))
  const holding = (pattern: RegExp, files = [...sources.keys()]): string[] =>
    files.filter((file) => pattern.test(sources.get(file) ?? ''))

  it('read no clock outside the command line', () => {
    const library = [...sources.keys()].filter((file) => !file.startsWith('cli/'))
    expect(library.length).toBeGreaterThan(50)
    const clock = /\bnew Date\b|\bDate\.|\bDateTime\.(now|local)\(|\bDateTime\.utc\(\)|\bperformance\.|\bhrtime\b/
    expect(holding(clock, library)).toEqual([])
  })

  it('use no chance, and nothing that a host formats its own way', () => {
    // The name of a file that takes its own at the end is no part of an answer.
    const answers = [...sources.keys()].filter((file) => file !== 'cli/private-file.ts')
    expect(holding(/Math\.random|\brandomUUID|getRandomValues|\bIntl\b|toLocale/, answers)).toEqual([])
  })

  it('read the parameters that every rule set must have, and no others', () => {
    const code = [...sources].flatMap(([file, text]) =>
      file === 'core/rules/policy.ts' ? (text.split('REQUIRED_PARAMETERS:')[0] ?? '').split('\n') : text.split('\n'),
    )
    const statements = code.filter((line) => !/^\s*(\*|\/\*|\/\/)/.test(line))
    const read = statements.flatMap((line) =>
      [...line.matchAll(/'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g)].map((match) => match[1] as string),
    )
    const parameters = new Set(shippedRuleSet().parameters.keys())
    const found = new Set(read.filter((name) => parameters.has(name)))
    const required = Object.keys(REQUIRED_PARAMETERS)
    expect(required.filter((name) => !found.has(name))).toEqual([])
    const turns = [...DERIVED_FACTS.values()].flatMap(({ turnsAfter }) => [turnsAfter ?? []].flat())
    const optional = [...optionalParameters(), ...turns.map(({ parameter }) => parameter)]
    const others = [...found].filter((name) => !required.includes(name) && !optional.includes(name))
    expect(others).toEqual([])
  })
})

describe('what is easily got wrong', () => {
  const chain = (length: number, last: string): Plain =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [`c${at}`, { condition: at + 1 < length ? `c${at + 1}` : last }]),
    )
  const withConditions = (more: Plain): Plain => {
    const files = shippedCopy()
    const checklist = files[CONFLICT] as { conditions: Plain }
    Object.assign(checklist.conditions, more)
    return files
  }

  it.each([
    ['a fact', replace(CONFLICT, '/conditions/signals/any/0/fact', { toString: 1 })],
    ['an operator', replace(CONFLICT, '/conditions/signals/any/0/operator', { toString: 1 })],
    ['a reference', replace(CONFLICT, '/positive/any/0/condition', { toString: 1 })],
    ['a value in a list', replace(CONFLICT, '/conditions/established-not-resolved/all/1/value', [{ toString: 1 }])],
  ])('refuses %s that is { "toString": 1 }', (_what, change) => {
    expect(issuesOf(patched([change])).length).toBe(1)
  })

  it('refuses a chain of many named conditions', () => {
    expect(() => loadRuleSet(withConditions(chain(20_000, 'signals')))).not.toThrow()
  })

  it('refuses a circle of many named conditions', () => {
    expect(issuesOf(withConditions(chain(20_000, 'c0'))).map(({ code }) => code)).toEqual(['too-large'])
    expect(issuesOf(withConditions(chain(100, 'c0'))).map(({ code }) => code)).toEqual(['cyclic-condition'])
  })

  it('refuses conditions that each name another twice, doubling every time', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 18 }, (_, at) => {
        const next = { condition: at === 17 ? 'signals' : `c${at + 1}` }
        return [`c${at}`, { all: [next, next] }]
      }),
    )
    const files = withConditions(doubling)
    ;(files[CONFLICT] as Plain).positive = { condition: 'c0' }
    expect(issuesOf(files).length).toBeGreaterThan(0)
  })

  it('calls no error map that the host has set for zod', () => {
    const before = z.config().customError
    const throwing = (): never => {
      throw new Error('of the host')
    }
    z.config({ customError: throwing })
    try {
      expect(() => loadRuleSet(patched([replace(CONFLICT, '/order', 'first')]))).not.toThrow()
    } finally {
      z.config({ customError: before })
    }
  })

  it('refuses a list for a fact', () => {
    expect(issuesOf(patched([replace(CONFLICT, '/conditions/signals/any/0/fact', ['conflict.status'])]))).not.toEqual(
      [],
    )
  })

  it('calls a value of the wrong type invalid, not missing', () => {
    const found = issuesOf(patched([replace(CONFLICT, '/order', 'first')]))
    expect(found.map(({ code }) => code)).toEqual(['invalid-document'])
  })

  it.each(['basis', 'conditions'])('calls the missing key %s missing', (key) => {
    const found = issuesOf(patched([remove(CONFLICT, `/rules/0/${key}`)]))
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([['missing-key', `/rules/0/${key}`]])
  })

  it('tells what is wrong between files while the shape of one is wrong', () => {
    const [shape, meaning] = [fixtures.get('missing-text') as Fixture, fixtures.get('unknown-need') as Fixture]
    const found = issuesOf(patched([...shape.patch, ...meaning.patch])).map(briefly)
    expect(found).toContainEqual(shape.expect)
    expect(found).toContainEqual(meaning.expect)
  })

  it('names the file of what is not plain data', () => {
    const files = shippedCopy()
    ;(files[CONFLICT] as Plain).note = Number.NaN
    expect(issuesOf(files).map(({ file, pointer }) => [file, pointer])).toEqual([[CONFLICT, '/note']])
  })

  it('offers the nearest name for an unknown key', () => {
    expect(issuesOf(patched([add(CONFLICT, '/rules/0/timming', {})]))[0]?.nearest).toBe('timing')
  })

  it.each([
    ['unknown-fact', '/milestones/0/after/anchor', 'absence.firstDay'],
    ['unknown-parameter', '/milestones/0/after/length/policy', 'milestone.analysis'],
    ['unknown-fact', '/milestones/0/doneBy', 'process.analysisOn'],
  ])('points at %s at %s', (code, pointer, value) => {
    const found = issuesOf(patched([replace('milestones.json', pointer, value)]))
    expect(found.map((issue) => [issue.code, issue.pointer])).toEqual([[code, pointer]])
  })

  it('policy values with which a window ends before it starts are refused', async () => {
    const policy = { 'assessment.doubtfulFrom': 'P12M' }
    await expect(triage(SAMPLE_SNAPSHOT, { audience: 'full', policy })).rejects.toMatchObject({
      code: 'invalid-parameter',
    })
  })

  it.each([
    ['a milestone whose window starts after its day', replace('milestones.json', '/milestones/3/windowFrom', 'P60W')],
    ['a day that does not exist', replace('manifest.json', '/validFrom', '2026-13-45')],
    [
      'an outcome that reads a fact which the checklist does not ask',
      replace(CONFLICT, '/positive', { fact: 'signals.employeeAsks', operator: 'equal', value: true }),
    ],
    ['a question that is listed twice', add(CONFLICT, '/questions/-', 'conflict.status')],
    [
      'a section that is listed twice',
      add('sources.json', '/sources/0/sections/-', { id: 'recommendations', title: 'x' }),
    ],
  ])('refuses %s', (_what, change) => {
    expect(issuesOf(patched([change]))).not.toEqual([])
  })
})
