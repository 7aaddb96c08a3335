import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ROOT, runCli } from '../support/run'

// Each case starts a process or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

const RULE = 'conflict/established-unhandled'

describe('verwijswijzer review and approve', () => {
  it('writes a document a checklist; what came back is recorded, shown, and held against the rule', async () => {
    const rules = join(directory, 'rules')
    await cp(join(ROOT, 'rules'), rules, { recursive: true })
    await rm(join(rules, 'approvals.json'))
    const out = join(directory, 'review')
    const review = () =>
      runCli(['review', 'conflict', '--rules', rules, '--out', out, '--fixtures', join(ROOT, 'fixtures/cases')])
    expect(await review()).toMatchObject({ code: 0, stderr: '', stdout: `${out}/conflict.html\n` })
    expect(await readFile(join(out, 'conflict.html'), 'utf8')).toContain('Nog niemand heeft')

    const approve = (...more: string[]) =>
      runCli(['approve', RULE, '--rules', rules, '--as', 'labour-expert:ad-7', '--on', '2026-11-30', ...more])
    const first = await approve('--remark', 'akkoord, met de termijn van STECR')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    const [, mark] = first.stdout.split(/[ \n]/)
    const kept = JSON.parse(await readFile(join(rules, 'approvals.json'), 'utf8'))
    expect(kept.approvals).toEqual([
      {
        rule: RULE,
        digest: mark,
        by: { role: 'labour-expert', pseudonym: 'ad-7' },
        on: '2026-11-30',
        remark: 'akkoord, met de termijn van STECR',
      },
    ])
    // Said twice it stands there once.
    expect((await approve('--remark', 'akkoord, met de termijn van STECR')).stdout).toContain('0 keer instemming')
    await review()
    const page = await readFile(join(out, 'conflict.html'), 'utf8')
    expect(page).toContain('arbeidsdeskundige ad-7, 2026-11-30: akkoord, met de termijn van STECR')
    expect(page).toMatch(/Van deze \d+ regels: 1 met instemming/)
  })

  it('refuses names that are none, a person in place of a pseudonym, and the bundled rules, in Dutch', async () => {
    const none = await runCli(['review', 'conflct', '--out', directory])
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toContain('er is geen checklist "conflct"; de naaste is conflict')
    const as = (who: string) => runCli(['approve', RULE, '--as', who, '--on', '2026-11-30'])
    expect((await as('labour-expert:Jan de Vries')).stderr).toContain('pseudonym')
    expect((await as('labour-expert:ad-7')).stderr).toContain('--rules')
    expect((await runCli(['approve', RULE, '--as', 'labour-expert:ad-7', '--on', '30-11-2026'])).code).toBe(2)
  })
})
