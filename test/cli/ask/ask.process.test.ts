import { spawn } from 'node:child_process'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { interview, setAnswer } from '../../../src/index'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { CLI, runCli } from '../../support/run'

vi.setConfig({ testTimeout: 60_000 })

let directory: string
const path = (name: string): string => join(directory, name)
const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(path(name), 'utf8'))

beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

/** What to wait for, and what to type then. */
type Step = readonly [shown: string, typed: string]
const ENTER = '\r'
const CTRL_C = '\u0003'

/** Runs `ask` in a pseudo terminal, as `script` of util-linux makes one, and types as someone would. */
function inTerminal(args: readonly string[], steps: readonly Step[]): Promise<{ code: number | null; shown: string }> {
  const quoted = [process.execPath, CLI, 'ask', ...args].map((word) => `'${word}'`).join(' ')
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qefc', `stty cols 100 rows 60; ${quoted}`, '/dev/null'])
    const left = [...steps]
    let [shown, from] = ['', 0]
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8')
      // Of several that came at once each is seen, up to the one that is answered.
      for (let typed = ''; typed === '' && left[0]; ) {
        const [text, answer] = left[0]
        const at = plain(shown).indexOf(text, from)
        if (at < 0) return
        left.shift()
        from = at + text.length
        typed = answer
        // After the prompt has been drawn to its end.
        if (typed !== '') setTimeout(() => child.stdin.write(typed), 100)
      }
    })
    child.on('error', reject)
    // Nothing came that was waited for: tell what did.
    const patience = setTimeout(() => child.kill(), 25_000)
    child.on('close', (code) => {
      clearTimeout(patience)
      const missed = left.map(([text]) => text)
      if (missed.length > 0) reject(new Error(`never shown: ${missed.join(', ')}\n${plain(shown)}`))
      else resolve({ code, shown: plain(shown) })
    })
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it takes the control sequences of a terminal out.
const plain = (text: string): string => text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '')

describe('in a terminal', () => {
  it('asks by screens, says in a line how the step stands, keeps every answer, and goes on where it stopped', async () => {
    const first = await inTerminal(
      [path('case.json'), '--locale', 'en', '--role', 'case-manager', '--as-of', '2026-11-22'],
      [
        ['Which reports of illness', `Give${ENTER}`],
        ['First day of illness', `1-6-2026${ENTER}`],
        ['First day fit again', ENTER],
        ['First day of illness', ENTER],
        ['When is a full return expected?', `later${ENTER}`],
        ['Which scheme covers the employee', `Back${ENTER}`],
        ['When is a full return expected?', `No answer${ENTER}`],
        ['Rather not answer', `Rather${ENTER}`],
        ['Which scheme covers the employee', `Skip${ENTER}`],
        ['What does the occupational physician advise', `Stop${ENTER}`],
      ],
    )
    expect(first.code).toBe(0)
    expect(first.shown).toMatch(/0 answered, \d+ to go\. Nothing is certain yet\./)
    expect(first.shown).toContain('The absence. This can still change the step.')
    expect(first.shown).toContain('Return to work. This can still change the step.')
    expect(await read('case.json')).toEqual({
      asOf: '2026-11-22',
      absence: { spells: [{ firstDay: '2026-06-01' }], expectedReturn: 'unknown:refused' },
    })
    expect((await stat(path('case.json'))).mode & 0o777).toBe(0o600)
    const again = await inTerminal(
      [path('case.json'), '--locale', 'en', '--role', 'case-manager'],
      [
        ['Which scheme covers the employee', `employee${ENTER}`],
        ['What does the occupational physician advise', CTRL_C],
      ],
    )
    expect([again.code, again.shown]).toEqual([0, expect.stringContaining('Stopped.')])
    expect(await read('case.json')).toMatchObject({ employment: { regime: 'employee' } })
    expect((await readdir(directory)).filter((name) => name.includes('part'))).toEqual([])
  })

  it('preselects nothing: Enter alone answers nothing', async () => {
    await writeFile(path('enter.json'), JSON.stringify({ asOf: '2026-11-22', absence: { spells: [] } }))
    const { shown } = await inTerminal(
      [path('enter.json'), '--role', 'case-manager'],
      [
        ['enter bevestigen', ENTER],
        ['✔', ''],
        ['enter bevestigen', ENTER],
        ['✔', ''],
        ['enter bevestigen', CTRL_C],
      ],
    )
    expect(shown).toContain('Kies een antwoord')
    expect(await read('enter.json')).toEqual({ asOf: '2026-11-22', absence: { spells: [] } })
  })

  it('takes days as people write them, lists and documents, and asks again for what cannot be so', async () => {
    await writeFile(path('days.json'), JSON.stringify(allButLists()))
    const { code, shown } = await inTerminal(
      [path('days.json'), '--locale', 'en', '--audience', 'full'],
      [
        ['Which reports of illness', `Give${ENTER}`],
        ['First day of illness', `31-2-2026${ENTER}`],
        ['Give a day, such as', `${'\u007f'.repeat(9)}2027-06-01${ENTER}`],
        ['First day fit again', ENTER],
        ['First day of illness', ENTER],
        ['This answer cannot be used as it is:', `Give${ENTER}`],
        ['First day of illness', `1 June 2026${ENTER}`],
        ['First day fit again', ENTER],
        ['First day of illness', ENTER],
        ['Which services of a labour expert', `Nothing${ENTER}`],
        ['Which document describes', `Give${ENTER}`],
        ['Which?', ENTER],
        ['Of which day is it?', `1 okt${ENTER}`],
      ],
    )
    expect(code).toBe(0)
    expect(await read('days.json')).toMatchObject({
      absence: { spells: [{ firstDay: '2026-06-01' }] },
      process: { capacityDocument: { type: 'FML', on: '2026-10-01' }, services: [] },
    })
    expect(shown).toContain('No answer can change this advice any more.')
  })

  it('does not tell a case manager which answer of the physician is wrong in the file', async () => {
    for (const [name, text] of Object.entries({
      'wrong.json': '{ "asOf": "2026-11-22", "health": { "course": "GEHEIM" } }',
      'twice.json': '{ "asOf": "2026-11-22", "health": { "course": "stable", "course": "GEHEIM" } }',
    })) {
      await writeFile(path(name), text)
      const { code, shown } = await inTerminal([path(name), '--locale', 'en', '--role', 'case-manager'], [])
      expect(code).toBe(2)
      expect(shown).toContain('[physicians-answer]')
      expect(shown).not.toMatch(/health|course|GEHEIM/)
      expect((await inTerminal([path(name), '--role', 'occupational-physician'], [])).shown).toContain('course')
    }
  })

  it('asks a role for its own answers only', async () => {
    const { shown } = await inTerminal(
      [path('physician.json'), '--role', 'occupational-physician', '--as-of', '2026-11-22'],
      [
        ['Wanneer wordt volledige terugkeer verwacht?', `Geen antwoord${ENTER}`],
        ['Geen antwoord', `Weet${ENTER}`],
        ['Wat adviseert de bedrijfsarts', CTRL_C],
      ],
    )
    expect(shown).not.toContain('Onder welke regeling')
    expect(await read('physician.json')).toEqual({ asOf: '2026-11-22', absence: { expectedReturn: 'unknown' } })
  })
})

/** A case in which everything was asked but the reports of illness, the document and the services. */
function allButLists(): unknown {
  const open = ['absence.spells', 'process.capacityDocument', 'process.services']
  let snapshot: unknown = { asOf: '2026-11-22', returnToWork: { ownWork: 'not-expected' }, health: {} }
  for (const { fact, within } of interview(snapshot, { audience: 'full' }).sections.flatMap(
    ({ questions }) => questions,
  )) {
    if (open.includes(fact) || within !== undefined || fact === 'returnToWork.ownWork') continue
    const settled = SETTLED[fact]
    snapshot = setAnswer(snapshot, fact, settled ?? interviewDefault(fact))
  }
  return snapshot
}

const SETTLED: Readonly<Record<string, unknown>> = {
  'employment.regime': 'employee',
  'absence.leaves': [],
  'health.referralWithheld': 'none',
  'health.usableCapacity': 'yes',
  'health.fullyAndPermanentlyDisabled': 'no',
  'process.medicalAdviceOn': '2026-11-01',
}

/** The last option of a choice, no, none, or an empty list. */
function interviewDefault(fact: string): unknown {
  const found = interview({ asOf: '2026-11-22' }, { audience: 'full' })
    .sections.flatMap(({ questions }) => questions)
    .find((one) => one.fact === fact)
  if (found?.type === 'boolean') return false
  if (found?.type === 'choice') return found.options.at(-1)?.value
  if (found?.type === 'number') return found.range?.[0]
  return found?.type === 'choices' || found?.type === 'advises' ? [] : 'none'
}

describe('without a terminal', () => {
  it('is refused with a clear message, and makes no file', async () => {
    const told = await runCli(['ask', path('piped.json')], { input: '' })
    expect(told).toMatchObject({ code: 2, stdout: '' })
    expect(told.stderr).toContain('terminal nodig')
    expect((await runCli(['ask', '--locale', 'en'], { input: '' })).stderr).toContain('needs a terminal')
    expect(await readdir(directory)).not.toContain('piped.json')
  })

  it('refuses a bad option all the same', async () => {
    for (const flags of [
      ['--role', 'boss'],
      ['--as-of', '2026-02-30'],
      ['--locale', 'fr'],
    ])
      expect((await runCli(['ask', ...flags])).code).toBe(2)
  })
})

describe('a file that cannot be used', () => {
  it('is told of before anything is asked', async () => {
    await writeFile(path('wrong.json'), '{ "asOf": "2026-02-30" }')
    const wrong = await inTerminal([path('wrong.json')], [])
    expect([wrong.code, wrong.shown]).toEqual([2, expect.stringContaining('invalid-date')])
    const nowhere = await inTerminal([path('absent/case.json'), '--as-of', '2026-11-22'], [])
    expect([nowhere.code, nowhere.shown]).toEqual([2, expect.stringContaining('ENOENT')])
  })
})
