import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { triage } from '../../src/index'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { anchorsOf, linksIn } from '../support/markdown-links'
import { installInto, type Packed, pack } from '../support/pack'
import { ROOT, run } from '../support/run'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

const MINUTES = 60_000
const SNAPSHOT = JSON.stringify(SAMPLE_SNAPSHOT)

/** The same steps in each kind of project. */
const STEPS = `
const advice = await triage(${SNAPSHOT}, { audience: 'full' })
const parsed = parseSnapshot({ asOf: 'soon' })
const loaded = loadRuleSet({})
console.log(JSON.stringify([advice.recommendations[0]?.service, parsed.ok, loaded.ok]))
`
const NAMES = 'loadRuleSet, parseSnapshot, triage'
/** The other entries, and that a rule set loaded through one is known to another. */
const ENTRIES = `
import { createTriage } from 'verwijswijzer/sync'
import { createTriage as page } from 'verwijswijzer/browser'
import { expectAdvice } from 'verwijswijzer/testing'
import { diffRuleSets } from 'verwijswijzer/authoring'
import { loadRuleSet, SHIPPED_FILES } from 'verwijswijzer'
const snapshot = ${SNAPSHOT}
const { ruleSet } = loadRuleSet(SHIPPED_FILES)
const advice = createTriage({ audience: 'full', ruleSet })(snapshot)
expectAdvice(snapshot).toRecommend(advice.recommendations[0].service)
const differences = diffRuleSets(ruleSet, ruleSet)
console.log(JSON.stringify([advice.recommendations[0].service, typeof page === 'function', differences.sameInEveryCase, advice.ruleSet.id]))
`
const TYPED = `
import { ${NAMES} } from 'verwijswijzer'
import type { Advice, Issue, Recommendation, Snapshot } from 'verwijswijzer'
const snapshot: Snapshot = ${SNAPSHOT}
const first = (advice: Advice): Recommendation | undefined => advice.recommendations[0]
const advice: Advice = await triage(snapshot, { locale: 'en', audience: 'employer' })
const parsed = parseSnapshot({ asOf: 'soon' })
const issues: readonly Issue[] = parsed.ok ? [] : parsed.issues
const loaded = loadRuleSet({})
// @ts-expect-error there is no such audience
await triage(snapshot, { audience: 'everyone' }).catch(() => undefined)
console.log(JSON.stringify([first(advice)?.service, issues.length === 0, loaded.ok]))
`

let directory: string
let packed: Packed
let service: string | undefined

beforeAll(async () => {
  directory = await emptyDirectory()
  packed = await pack(directory)
  service = (await triage(SAMPLE_SNAPSHOT, { audience: 'full' })).recommendations[0]?.service
}, 2 * MINUTES)

afterAll(() => removeDirectory(directory))

describe('the tarball', () => {
  it('holds the build, the rules and the papers, and nothing else', () => {
    const papers = /^(README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|package\.json)$/
    const strange = packed.files.filter((file) => !/^(dist|rules|docs)\//.test(file) && !papers.test(file))
    expect(strange).toEqual([])
    expect(packed.files.filter((file) => file.endsWith('.map'))).toEqual([])
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/cli.js',
        'dist/index.cjs',
        'dist/index.d.cts',
        'dist/index.d.ts',
        'dist/index.js',
        'package.json',
        'rules/manifest.json',
      ]),
    )
  })

  it('has whatever its papers link to', async () => {
    const pages = packed.files.filter((file) => file.endsWith('.md'))
    const texts = new Map(pages.map((page) => [page, readFileSync(join(ROOT, page), 'utf8')]))
    const broken = pages.flatMap((page) =>
      linksIn(texts.get(page) ?? '')
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => {
          const [file = '', anchor] = target.split('#')
          const found = file === '' ? page : posix.join(posix.dirname(page), file)
          const isThere = packed.files.includes(found)
          return !isThere || (anchor !== undefined && !anchorsOf(texts.get(found) ?? '').includes(anchor))
        })
        .map((target) => `${page}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('holds the licences of what is bundled, also in the file for pages', () => {
    const notices = readFileSync(join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')
    const page = readFileSync(join(ROOT, 'dist/browser.js'), 'utf8')
    for (const name of ['canonicalize', 'commander', 'luxon', 'quick-lru', 'zod'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'))
    for (const name of ['canonicalize', 'luxon', 'quick-lru', 'zod'])
      expect(page).toMatch(new RegExp(`^${name} \\d`, 'm'))
    expect(page).toContain('Permission is hereby granted, free of charge')
  })

  it('passes publint', { timeout: MINUTES }, async () => {
    const linted = await run(process.execPath, [bin('publint/src/cli.js'), 'run', packed.tarball, '--strict'])
    expect(linted, linted.stdout + linted.stderr).toMatchObject({ code: 0 })
  })

  it('passes attw for every way of resolving it', { timeout: MINUTES }, async () => {
    const attw = bin('@arethetypeswrong/cli/dist/index.js')
    // Resolution of Node 10 knows no entries; the one for pages is a module on purpose, and in no build.
    const scope = ['--profile', 'node16', '--exclude-entrypoints', './browser']
    const checked = await run(process.execPath, [attw, packed.tarball, ...scope, '--no-definitely-typed', '--no-color'])
    expect(checked, checked.stdout + checked.stderr).toMatchObject({ code: 0 })
  })
})

describe('installed from the tarball', () => {
  it('works in an ESM project, and from its command line', { timeout: 3 * MINUTES }, async () => {
    const project = join(directory, 'esm')
    await installInto(
      project,
      packed.tarball,
      { type: 'module' },
      { 'main.js': `import { ${NAMES} } from 'verwijswijzer'\n${STEPS}`, 'entries.mjs': ENTRIES },
    )
    await expectSteps(project, 'main.js')
    await expectEntries(project, 'entries.mjs')
    const piped = await run('npx', ['--no-install', 'verwijswijzer', 'triage', '-', '--json'], {
      cwd: project,
      input: SNAPSHOT,
    })
    expect(piped.code, piped.stderr).toBe(0)
    expect(JSON.parse(piped.stdout).recommendations[0].service).toBe(service)
  })

  it('works in a CommonJS project', { timeout: 3 * MINUTES }, async () => {
    const project = join(directory, 'cjs')
    const main = `const { ${NAMES} } = require('verwijswijzer')\nvoid (async () => {${STEPS}})()`
    const entries = ENTRIES.replaceAll(/import \{ (.*) \} from (.*)/g, 'const { $1 } = require($2)')
    const withoutPage = entries.replace(/.*browser.*\n/, 'const page = () => createTriage\n')
    await installInto(project, packed.tarball, { type: 'commonjs' }, { 'main.js': main, 'entries.cjs': withoutPage })
    await expectSteps(project, 'main.js')
    await expectEntries(project, 'entries.cjs')
  })

  it('has types that hold without skipLibCheck, under nodenext and bundler', { timeout: 3 * MINUTES }, async () => {
    const project = join(directory, 'typed')
    await installInto(
      project,
      packed.tarball,
      { type: 'module' },
      {
        'main.ts': TYPED,
        'common.cts': `import { triage, type Advice } from 'verwijswijzer'\nexport const ask: (snapshot: unknown) => Promise<Advice> = (snapshot) => triage(snapshot, { audience: 'full' })`,
        'nodenext.json': tsconfig({ module: 'nodenext', moduleResolution: 'nodenext', outDir: 'out' }),
        'bundler.json': tsconfig({ module: 'esnext', moduleResolution: 'bundler', noEmit: true }),
      },
    )
    for (const config of ['nodenext.json', 'bundler.json']) {
      const compiled = await run(process.execPath, [bin('typescript/bin/tsc'), '-p', config], { cwd: project })
      expect(compiled, config + compiled.stdout).toMatchObject({ code: 0 })
    }
    await expectSteps(project, 'out/main.js')
  })
})

describe('the packages that it brings along', () => {
  it('are few', { timeout: 3 * MINUTES }, async () => {
    const project = join(directory, 'empty')
    await installInto(project, packed.tarball, {}, {})
    const listed = await run('npm', ['ls', '--all', '--omit=dev', '--parseable'], { cwd: project })
    const names = listed.stdout
      .split('\n')
      .filter((path) => path.includes('node_modules'))
      .map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    expect(names).toEqual(expect.arrayContaining(['json-rules-engine', 'luxon', 'verwijswijzer', 'zod']))
    expect(names.filter((name) => name !== 'verwijswijzer').length, names.join()).toBeLessThanOrEqual(15)
  })
})

describe('an error of the ESM files', () => {
  it('is a TriageError to the CommonJS ones, and the other way round', async () => {
    const require = createRequire(import.meta.url)
    const common = require(join(ROOT, 'dist/index.cjs')) as typeof import('../../src/index')
    const modules = (await import(pathToFileURL(join(ROOT, 'dist/index.js')).href)) as typeof common
    for (const [thrower, knower] of [
      [common, modules],
      [modules, common],
    ] as const) {
      const error = await thrower.triage({}).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(knower.TriageError)
      expect(error).toBeInstanceOf(thrower.TriageError)
      expect(error).toBeInstanceOf(Error)
    }
    for (const other of [new Error('other'), { issues: [] }, null, undefined, 'text'])
      expect(other instanceof common.TriageError).toBe(false)
  })
})

describe('bundled for a browser', () => {
  it('needs nothing of Node and gives the same advice', { timeout: MINUTES }, async () => {
    const bundled = await build({
      entryPoints: [join(ROOT, 'dist', 'index.js')],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      globalName: 'verwijswijzer',
      logLevel: 'silent',
    })
    expect(bundled.warnings).toEqual([])
    const code = bundled.outputFiles[0]?.text ?? ''
    expect(code).not.toMatch(/\brequire\(["'](node:|fs|path|vm|process|crypto)|from ["']node:/)
    const { setTimeout, clearTimeout, queueMicrotask, TextEncoder, TextDecoder } = globalThis
    const bare = vm.createContext({ console, setTimeout, clearTimeout, queueMicrotask, TextEncoder, TextDecoder })
    vm.runInContext(code, bare)
    const asked = `verwijswijzer.triage(JSON.parse(${JSON.stringify(SNAPSHOT)})).then((advice) => JSON.stringify(advice))`
    const advice: unknown = await vm.runInContext(asked, bare)
    expect(advice).toBe(JSON.stringify(await triage(SAMPLE_SNAPSHOT)))
  })
})

async function expectEntries(project: string, file: string): Promise<void> {
  const finished = await run(process.execPath, [file], { cwd: project })
  expect(finished.code, finished.stderr).toBe(0)
  expect(JSON.parse(finished.stdout)).toEqual([service, true, true, 'nl-early-referral'])
}

async function expectSteps(project: string, main: string): Promise<void> {
  const finished = await run(process.execPath, [main], { cwd: project })
  expect(finished.code, finished.stderr).toBe(0)
  expect(service).toBeDefined()
  expect(JSON.parse(finished.stdout)).toEqual([service, false, false])
}

const bin = (path: string): string => join(ROOT, 'node_modules', path)

const tsconfig = (options: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: [],
      strict: true,
      skipLibCheck: false,
      ...options,
    },
  })
