import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderFindingPages } from '../../src/authoring/docs/finding-pages'
import { renderDocs } from '../../src/authoring/docs/render-docs'
import { LOCALES } from '../../src/core/snapshot/fact'
import { shippedRuleSet } from '../../src/index'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ROOT, runCli } from '../support/run'

// Each case starts a process or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

const PAGES = new Map(
  LOCALES.flatMap((locale) =>
    [...renderDocs(shippedRuleSet(), locale), ...renderFindingPages(locale)].map(
      ([name, text]) => [`${locale}/${name}`, text] as const,
    ),
  ),
)

let directory: string
const docs = (...flags: string[]) => runCli(['docs', '--out', join(directory, 'docs'), ...flags])
const path = (name: string): string => join(directory, 'docs', name)

beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

describe('verwijswijzer docs', () => {
  it('writes every page, and --check finds them current', async () => {
    expect(await docs('--check')).toMatchObject({ code: 1 })
    expect(await docs()).toMatchObject({ code: 0, stderr: '' })
    const written = (await readdir(path('.'), { recursive: true })).filter((name) => name.endsWith('.md'))
    expect(written.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([...PAGES.keys()].sort())
    for (const [name, text] of PAGES) expect(await readFile(path(name), 'utf8')).toBe(text)
    expect(await docs('--check')).toMatchObject({ code: 0, stderr: '' })
    expect(await docs('--check', '--rules', join(ROOT, 'rules'))).toMatchObject({ code: 0 })
  })

  it('--check names what differs, what is missing and what is left over, and writes nothing', async () => {
    await docs()
    await appendFile(path('nl/conflict.md'), 'Of toch niet.\n')
    await rm(path('nl/policy.md'))
    await writeFile(path('nl/gone.md'), await readFile(path('nl/sources.md')))
    await writeFile(path('nl/own-page.md'), '# Geschreven door een mens\n')
    const checked = await docs('--check')
    expect(checked).toMatchObject({ code: 1, stdout: '' })
    const lines = checked.stderr.trim().split('\n')
    expect(lines.map((line) => line.split(': ')[0])).toEqual(['nl/conflict.md', 'nl/gone.md', 'nl/policy.md'].map(path))
    expect(await readFile(path('nl/conflict.md'), 'utf8')).toContain('Of toch niet.')
    expect(await readdir(path('nl'))).not.toContain('policy.md')
  })

  it('writing mends what it can, tells what it leaves, and touches no page of a person', async () => {
    const written = await docs()
    expect(written.code).toBe(0)
    expect(written.stderr).toContain(path('nl/gone.md'))
    expect(await readFile(path('nl/own-page.md'), 'utf8')).toBe('# Geschreven door een mens\n')
    await rm(path('nl/gone.md'))
    expect(await docs('--check')).toMatchObject({ code: 0 })
  })

  it('writes one language alone, with messages in it', async () => {
    const one = join(directory, 'one')
    const written = await runCli(['docs', '--out', one, '--locale', 'en'])
    expect(written).toMatchObject({ code: 0, stderr: '' })
    expect(written.stdout).toMatch(/^\d+ pages written to /)
    expect(await readdir(one)).toEqual(['en'])
    expect((await runCli(['docs', '--out', one, '--locale', 'en', '--check'])).code).toBe(0)
    expect((await runCli(['docs', '--out', one, '--check'])).stderr).toContain('ontbreekt')
  })

  it('refuses a place that cannot be written, a rule set that cannot be read, and bad use', async () => {
    await writeFile(join(directory, 'file'), '')
    const notHere = await runCli(['docs', '--out', join(directory, 'file')])
    expect(notHere).toMatchObject({ code: 2, stdout: '' })
    expect(notHere.stderr).toContain('[unwritable-output]')
    expect(await runCli(['docs', '--rules', join(directory, 'absent')])).toMatchObject({ code: 2, stdout: '' })
    expect(await runCli(['docs', '--check', '--out', join(directory, 'file')])).toMatchObject({ code: 2, stdout: '' })
    expect(await runCli(['docs', 'conflict'])).toMatchObject({ code: 2, stdout: '' })
  })
})
