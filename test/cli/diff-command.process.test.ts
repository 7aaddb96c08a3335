import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDiffCommand } from '../../src/cli/diff-command'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ROOT } from '../support/run'
import { runCommand } from '../support/run-command'
import { MEDICAL_SNAPSHOT } from '../support/sample-snapshot'

const run = (...args: string[]) => runCommand(addDiffCommand, ['diff', ...args])

let directory: string
let same: string
let later: string
let cases: string

beforeAll(async () => {
  directory = await emptyDirectory()
  ;[same, later, cases] = ['same', 'later', 'cases.ndjson'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ]
  for (const copy of [same, later]) await cp(join(ROOT, 'rules'), copy, { recursive: true })
  const file = join(later, 'checklists', 'job-group.json')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('"policy": "promptReferral"', '"policy": "frequentAbsence.referral"'))
  const [group, other] = [true, false].map((jobGroupElevatedAbsence) => ({ employment: { jobGroupElevatedAbsence } }))
  const asOf = '2026-11-22'
  const lines = [
    { asOf, ...group },
    { asOf, ...other },
    { asOf: 'soon' },
    { asOf, ...group },
    { ...MEDICAL_SNAPSHOT, ...other },
  ]
  await writeFile(cases, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n{"asOf":\n`)
})
afterAll(() => removeDirectory(directory))

describe('verwijswijzer diff', () => {
  it('says that a rule set and its copy do not differ', async () => {
    expect(await run('shipped', same)).toMatchObject({ code: 0, stderr: '' })
    const finished = await run(same, '--locale', 'en')
    expect(finished).toMatchObject({
      code: 0,
      stdout: 'No difference: every case gets the same advice, and the same is written.\n',
    })
  })

  it('tells what differs with a case, in Dutch and in English', async () => {
    const [dutch, english] = [await run(same, later), await run(same, later, '--locale', 'en')]
    expect([dutch.code, english.code]).toEqual([0, 0])
    expect(dutch.stdout).toContain('Minder of later\n  job-group-advice is soms later nodig [window-later]')
    expect(english.stdout).toContain('De-escalations\n  job-group-advice is needed later in some cases [window-later]')
    expect(english.stdout).toContain('    2026-01-01 / 2026-01-15 -> 2026-01-01 / 2026-01-29\n')
    expect(english.stdout).toContain(
      '~ rule job-group/raised-absence timing.until.policy: "promptReferral" -> "frequentAbsence.referral"',
    )
    expect(english.stdout).not.toContain('Escalations\n  ')
  })

  it('looks at cases on the day that it is given', async () => {
    const { stdout } = await run(same, later, '--on', '2026-11-22', '--json')
    const difference = JSON.parse(stdout)
    expect(difference.asOf).toBe('2026-11-22')
    expect(difference.deescalations[0].witness.asOf).toBe('2026-11-22')
  })

  it('counts over cases, and prints nothing of them but numbers', async () => {
    const { code, stdout, stderr } = await run(same, later, '--cases', cases, '--json')
    expect([code, stderr]).toEqual([0, ''])
    const { cases: counted } = JSON.parse(stdout)
    expect(counted).toMatchObject({ cases: 6, refused: 2, unchanged: 2, escalated: 0, deescalated: 2 })
    expect(counted.differences).toContainEqual({
      kind: 'window-later',
      service: 'job-group-advice',
      cases: 2,
      first: [1, 4],
    })
    const text = (await run(same, later, '--cases', cases, '--locale', 'en')).stdout
    expect(text).toContain('  6 cases: 2 the same, 0 escalated, 2 de-escalated, 2 refused\n')
    expect(text).toContain('  2 job-group-advice [window-later] (cases 1, 4)\n')
    expect(text.split('Counted over the cases')[1]).not.toMatch(/health|worsening|caseId|"/)
  })

  it('compares under the policy that it is given', async () => {
    const policy = join(directory, 'policy.json')
    await writeFile(policy, '{ "promptReferral": "P28D" }')
    const { stdout } = await run(same, later, '--policy', policy, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ sameInEveryCase: true, documents: [{ id: 'job-group/raised-absence' }] })
    await writeFile(policy, '{ "promptReferal": "P28D" }')
    const refused = await run(same, later, '--policy', policy)
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toBe(
      `${policy}: promptReferal: there is no such policy parameter; the nearest is promptReferral [unknown-parameter]\n`,
    )
    await writeFile(policy, 'null')
    expect(await run(same, later, '--policy', policy)).toMatchObject({ code: 2, stdout: '' })
  })

  it('ends with 1 behind a gate that finds something', async () => {
    expect(await run(same, later, '--gate', 'no-deescalation')).toMatchObject({ code: 1, stderr: '' })
    expect(await run(later, same, '--gate', 'no-deescalation')).toMatchObject({ code: 0 })
    expect(await run(same, '--gate', 'no-deescalation')).toMatchObject({ code: 0 })
  })

  it.each([
    ['no directory', []],
    ['a directory that is not there', ['shipped', 'nowhere']],
    ['cases that are not there', ['shipped', '--cases', 'nowhere.ndjson']],
    ['cases without a name', ['shipped', '--cases', '']],
    ['a directory without a name', ['']],
    ['a gate that does not exist', ['shipped', '--gate', 'no-escalation']],
    ['a day that is no day', ['shipped', '--on', 'today']],
  ])('refuses %s', async (_what, args) => {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: '' })
  })
})
