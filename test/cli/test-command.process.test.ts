import { spawn } from 'node:child_process'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addTestCommand } from '../../src/cli/test-command'
import { shippedRuleSet } from '../../src/core/rules/bundled'
import { emptyDirectory, removeDirectory } from '../support/directory'
import { ownFiles, ownManifest } from '../support/own-rule-set'
import { CLI, ROOT, runCli } from '../support/run'
import { runCommand } from '../support/run-command'

// Some cases start a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const run = (args: readonly string[]) => runCommand(addTestCommand, [...args, '--locale', 'en'])

const { id, version } = shippedRuleSet().manifest

let directory: string
beforeAll(async () => {
  directory = await emptyDirectory()
})
afterAll(() => removeDirectory(directory))

/** A folder of its own with these files. */
async function folder(name: string, files: Readonly<Record<string, string | object>>): Promise<string> {
  const path = join(directory, name)
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true })
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`)
  }
  return path
}

const CONFLICT = {
  note: 'A conflict was established and nobody handles it yet.',
  snapshot: {
    asOf: '2026-09-14',
    conflict: { status: 'established', handling: 'none' },
    returnToWork: { ownWork: 'expected' },
  },
  expect: {
    outcomes: { 'conflict/established-hold': 'met' },
    recommendations: [
      {
        service: 'case-conference',
        certainty: 'certain',
        startBy: '2026-09-28',
        reasons: ['conflict/established-unhandled'],
      },
    ],
    excludes: ['second-track'],
  },
}

const YAML = `# What the team agreed on in May.
note: A manager is concerned, and nothing else is known of the case.
snapshot:
  asOf: 2026-09-14
  signals: { managerConcern: true } # from the form
expect:
  status: more-information-needed # until the form is filled in
  asks: [absence.spells]
`

describe('fixtures that hold', () => {
  it('are counted, JSON and YAML alike, in folders and beside papers', async () => {
    const path = await folder('hold', { 'a/conflict.json': CONFLICT, 'signal.yaml': YAML, 'README.md': '# Ours\n' })
    expect(await run(['test', path])).toEqual({
      code: 0,
      stdout: `2 fixtures hold against ${id} ${version}\n`,
      stderr: '',
    })
  })

  it('are those of the project', async () => {
    const finished = await runCli(['test', join(ROOT, 'fixtures', 'cases'), '--json'])
    expect(finished.code).toBe(0)
    const { total, held, failed, ruleSet } = JSON.parse(finished.stdout)
    expect({ failed, held, id: ruleSet.id }).toEqual({ failed: [], held: total, id })
    expect(total).toBeGreaterThan(500)
  })

  it('stand in a folder called fixtures unless told', async () => {
    const path = await folder('default', { 'fixtures/conflict.json': CONFLICT })
    expect(await runCli(['test'], { cwd: path })).toMatchObject({ code: 0 })
  })

  it('may wait for a person: those are listed', async () => {
    const path = await folder('waiting', { 'b.json': { ...CONFLICT, generated: true }, 'a.json': CONFLICT })
    const finished = await run(['test', path])
    expect(finished.code).toBe(0)
    expect(finished.stdout).toContain('1 fixture waits for a person to confirm what a program wrote:\n  b.json\n')
    expect(JSON.parse((await run(['test', path, '--json'])).stdout).unconfirmed).toEqual(['b.json'])
  })

  it('may be none, which can be made to count', async () => {
    const path = await folder('empty', {})
    expect(await run(['test', path])).toMatchObject({ code: 0 })
    expect(await run(['test', path, '--fail-on-empty'])).toMatchObject({ code: 1 })
    expect(await run(['test', path, '--fail-on-empty', '--json'])).toMatchObject({ code: 1 })
  })
})

describe('a fixture that fails', () => {
  const wrong = {
    ...CONFLICT,
    expect: {
      outcomes: { 'conflict/established-hold': 'not-met' },
      status: 'no-referral',
      excludes: ['case-conference'],
    },
  }

  it('is told with what was expected, what was found, and the values that decided', async () => {
    const path = await folder('fails', { 'b.json': wrong, 'a.json': CONFLICT })
    const { code, stdout, stderr } = await run(['test', path])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain(`b.json
  A conflict was established and nobody handles it yet.
  outcome of conflict/established-hold: expected not-met, got met
  status: expected no-referral, got refer-now
  recommended: expected no case-conference
  decided by
    conflict/established-hold: met
      “The established conflict at work is not resolved yet. Individual advice and guidance wait until it has been handled; a judgement by a labour expert stays possible.”
      policy.conflict.holdIndividualAdvice = 1
      conflict.status = "established"
        Is there a conflict at work? yes, established
      conflict.handling = "none"
        How is the conflict being handled? not yet
`)
    expect(stdout).toContain('    conflict/established-unhandled: met\n')
    expect(stdout).not.toContain('a.json')
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`1 of 2 fixtures fails against ${id} ${version}`)
  })

  it('is told in Dutch, with the title of a service, the sentence of a rule and the question beside each id', async () => {
    const { code, stdout } = await runCommand(addTestCommand, ['test', await folder('fails', { 'b.json': wrong })])
    expect(code).toBe(1)
    for (const line of [
      '  outcomes › conflict/established-hold: verwacht geldt niet, gevonden geldt',
      '  status: verwacht no-referral, gevonden refer-now',
      '  excludes: case-conference had er niet mogen zijn',
      '  beslist door',
      '    conflict/established-hold: geldt',
      '        Speelt er een arbeidsconflict? ja, vastgesteld',
    ])
      expect(stdout.split('\n')).toContain(line)
    expect(stdout).toContain('“Het vastgestelde arbeidsconflict is nog niet opgelost.')
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`1 van 1 voorbeeldgeval klopt niet met ${id} ${version}`)
  })

  it("is told in JUnit's XML, a suite a folder and a failure with what decided", async () => {
    const path = await folder('junit', { 'x/b.json': wrong, 'x/a.json': CONFLICT, 'y/c.json': CONFLICT })
    const file = join(directory, 'report.xml')
    expect((await run(['test', path, '--junit', file])).code).toBe(1)
    const xml = await readFile(file, 'utf8')
    expect(xml).toContain('<testsuites name="verwijswijzer test" tests="3" failures="1">')
    expect(xml).toContain('<testsuite name="x" tests="2" failures="1" errors="0" skipped="0">')
    expect(xml).toContain('<testcase classname="y" name="y/c" file="y/c.json"/>')
    expect(xml).toContain('status: expected no-referral, got refer-now')
    expect(xml.match(/<failure /g)).toHaveLength(1)
    expect((await run(['test', path, '--junit', join(file, 'below')])).stderr).toContain('[unwritable-output]')
  })

  it('is run alone by rule, checklist, service or name, and a filter that matches nothing fails', async () => {
    const other = { ...CONFLICT, note: 'The same, seen from the second track.', expect: { excludes: ['second-track'] } }
    const path = await folder('chosen', { 'a.json': CONFLICT, 'b.json': other })
    const count = async (...flags: string[]) => (await run(['test', path, ...flags])).stdout.split(' ')[0]
    expect(await count()).toBe('2')
    expect(await count('--rule', 'conflict/established-hold')).toBe('1')
    expect(await count('--rule', 'conflict')).toBe('1')
    expect(await count('--service', 'second-track')).toBe('2')
    expect(await count('--service', 'case-conference')).toBe('1')
    expect(await count('--name', 'SEEN FROM')).toBe('1')
    const none = await run(['test', path, '--rule', 'task-load'])
    expect(none.code).toBe(1)
    expect(none.stdout).toContain('no fixture matches --rule task-load')
  })

  it('is told to programs', async () => {
    const path = await folder('fails', { 'b.json': wrong })
    const { code, stdout } = await run(['test', path, '--json'])
    const [failure] = JSON.parse(stdout).failed
    expect({ code, file: failure.file }).toEqual({ code: 1, file: 'b.json' })
    expect(failure.mismatches[1]).toEqual({
      path: ['status'],
      expected: 'no-referral',
      found: 'refer-now',
      text: 'status: expected no-referral, got refer-now',
    })
    expect(failure.decided[0]).toEqual({
      rule: 'conflict/established-hold',
      outcome: 'met',
      facts: [
        { fact: 'policy.conflict.holdIndividualAdvice', value: 1, state: 'known' },
        { fact: 'conflict.status', value: 'established', state: 'known' },
        { fact: 'conflict.handling', value: 'none', state: 'known' },
      ],
    })
  })

  const medical = (audience?: string) => ({
    note: 'A lasting limitation, which the employer must not read.',
    snapshot: { asOf: '2026-09-14', health: { permanentLimitation: true }, returnToWork: { ownWork: 'doubtful' } },
    ...(audience && { options: { audience } }),
    expect: { outcomes: { 'no-return-to-own-work/permanent-limitation': 'not-met' }, status: 'no-referral' },
  })

  it('shows a medical value where the audience may read it, and nowhere else', async () => {
    const path = await folder('medical', { 'full.json': medical() })
    expect((await run(['test', path])).stdout).toContain('health.permanentLimitation = true')
    await folder('medical', { 'employer.json': medical('employer') })
    for (const flags of [[], ['--json']]) {
      const { code, stdout } = await run(['test', path, ...flags])
      expect(code).toBe(1)
      expect(stdout).not.toContain('permanentLimitation')
    }
  })

  it('says which unanswered facts leave an outcome open', async () => {
    const open = {
      note: 'Nothing at all is known of this case yet.',
      snapshot: { asOf: '2026-09-14', returnToWork: { ownWork: 'unknown' } },
      expect: {
        outcomes: { 'no-return-to-own-work/doubtful-few-jobs': 'met' },
        asks: ['conflict.status'],
        complete: true,
      },
    }
    const { stdout } = await run(['test', await folder('open', { 'open.json': open })])
    expect(stdout).toContain('returnToWork.ownWork: unknown\n')
    expect(stdout).toContain('employment.functionVariety: not-asked\n')
  })

  it('names what the rule set does not have: such a claim could never fail', async () => {
    const strange = { ...CONFLICT, expect: { excludes: ['secnd-track'], notices: { 'no-such': 'applies' } } }
    const { code, stdout } = await run(['test', await folder('strange', { 'strange.json': strange })])
    expect(code).toBe(1)
    expect(stdout).toContain('  there is no service "secnd-track"; the nearest is second-track\n')
    expect(stdout).toContain('  there is no notice "no-such"')
  })

  it('may have a snapshot or options that no case can have', async () => {
    const path = await folder('invalid', {
      'a.json': { ...CONFLICT, snapshot: { asOf: '2026-09-14', conflict: { status: 'settled' } } },
      'b.json': { ...CONFLICT, options: { policy: { promptReferal: 'P7D' } } },
    })
    const { code, stdout } = await run(['test', path])
    expect(code).toBe(1)
    expect(stdout).toMatch(/ {2}snapshot\.conflict\.status: .* \[unknown-value\]/)
    expect(stdout).toMatch(/ {2}options\.policy\.promptReferal: .*promptReferral \[unknown-parameter\]/)
  })
})

describe('a file that is no fixture', () => {
  it.each([
    ['text that is not JSON', 'a.json', '{ "note": ', /^a\.json: the text is not JSON from line 1.*\[not-json\]\n$/],
    ['a key twice', 'a.json', '{ "note": "x", "note": "y" }', /^a\.json: .*\[duplicate-key\]\n$/],
    [
      'text that is not YAML',
      'a.yml',
      'note: [\nexpect: }',
      /^a\.yml#: the text is not YAML from line \d, column \d.*\n/,
    ],
    ['a key twice in YAML', 'a.yaml', 'note: x\nnote: y\n', /^a\.yaml#: the text is not YAML from line 2/],
    [
      'another kind of file',
      'a.txt',
      'x',
      /^a\.txt#: a fixture is a \.json, \.yaml or \.yml file \[invalid-document\]\n$/,
    ],
    [
      'a key it does not have',
      'a.json',
      JSON.stringify({ ...CONFLICT, expects: {} }),
      /a\.json#\/expects: .*nearest is expect \[/,
    ],
    [
      'an expectation it does not have',
      'a.json',
      JSON.stringify({ ...CONFLICT, expect: { exclude: ['second-track'] } }),
      /a\.json#\/expect\/exclude: .*nearest is excludes \[unknown-key\]/,
    ],
    ['nothing expected', 'a.json', JSON.stringify({ ...CONFLICT, expect: {} }), /a\.json#\/expect: /],
  ])('is refused: %s', async (_, file, text, told) => {
    const path = await folder('refused', { [file]: text, 'z.json': CONFLICT })
    const { code, stdout, stderr } = await run(['test', path])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(told)
  })

  it('is told with all others, and to programs', async () => {
    const path = await folder('refused', { 'a.json': '[', 'b.json': { ...CONFLICT, note: 'short' } })
    const { code, stdout, stderr } = await run(['test', path, '--json'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    expect(JSON.parse(stdout).error.issues.map(({ file }: { file: string }) => file)).toEqual(['a.json', 'b.json'])
  })

  it.each([
    ['a folder that is not there', ['test', 'nowhere']],
    ['--watch with --update', ['test', 'fixtures/cases', '--watch', '--update']],
    ['a watch on a folder that is not there', ['test', 'nowhere', '--watch']],
    ['a folder without a name', ['test', '']],
    ['rules without a name', ['test', '--rules', '']],
    ['--base without --rules', ['test', '--base', 'rules']],
    ['rules that are not there', ['test', '--rules', 'nowhere']],
    ['two folders', ['test', 'a', 'b']],
  ])('nor is %s', async (_, args) => {
    expect(await run(args)).toMatchObject({ code: 2, stdout: '' })
  })

  it('nor is a place for the coverage without a name', async () => {
    const path = await folder('covered', { 'a.json': CONFLICT })
    const { code, stderr } = await run(['test', path, '--coverage-json', ''])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('[unwritable-output]') })
  })
})

describe('--update', () => {
  it('prints each difference, rewrites what was stated, and leaves the rest of the file as it was', async () => {
    const text = `{
    "note": "A conflict was established and nobody handles it yet.",
    "snapshot": { "asOf": "2026-09-14", "conflict": { "status": "established", "handling": "none" } },

    "expect": {
        "status": "no-referral",
        "recommendations": [
            { "service": "case-conference", "certainty": "possible", "startBy": "2026-10-01", "reasons": ["conflict/established-unhandled"] }
        ]
    }
}
`
    const path = await folder('update', {
      'a.json': text,
      'b.yaml': YAML.replace('more-information-needed', 'no-referral'),
    })
    const { code, stdout } = await run(['test', path, '--update'])
    expect(code).toBe(0)
    expect(stdout).toContain(`a.json
  - expect.status: "no-referral"
  + expect.status: "refer-now"
  - expect.recommendations[0].certainty: "possible"
  + expect.recommendations[0].certainty: "certain"
  - expect.recommendations[0].startBy: "2026-10-01"
  + expect.recommendations[0].startBy: "2026-09-28"
`)
    expect(stdout).toContain('2 fixtures will be rewritten')
    expect(await readFile(join(path, 'a.json'), 'utf8')).toBe(
      text.replace('no-referral', 'refer-now').replace('possible', 'certain').replace('2026-10-01', '2026-09-28'),
    )
    expect(await readFile(join(path, 'b.yaml'), 'utf8')).toBe(YAML)
    expect(await run(['test', path])).toMatchObject({ code: 0 })
  })

  it('says that a service is gone or turned up where that was the claim', async () => {
    const stale = {
      ...CONFLICT,
      expect: {
        recommendations: [{ service: 'second-track', certainty: 'certain', reasons: ['conflict/signal'] }],
        excludes: ['case-conference'],
      },
    }
    const path = await folder('update', { 'a.json': stale })
    expect(await run(['test', path, '--update'])).toMatchObject({ code: 0 })
    expect(JSON.parse(await readFile(join(path, 'a.json'), 'utf8')).expect).toEqual({
      recommendations: [
        {
          service: 'case-conference',
          certainty: 'certain',
          state: 'due',
          reasons: ['conflict/established-unhandled'],
        },
      ],
      excludes: ['second-track'],
    })
  })

  it('keeps the byte order mark that an editor put there', async () => {
    const path = await folder('marked', {
      'a.json': `\uFEFF${JSON.stringify({ ...CONFLICT, expect: { complete: true } })}`,
    })
    expect(await run(['test', path, '--update'])).toMatchObject({ code: 0 })
    expect(await readFile(join(path, 'a.json'), 'utf8')).toBe(
      `\uFEFF${JSON.stringify({ ...CONFLICT, expect: { complete: false } })}`,
    )
  })

  it('changes nothing where all holds, and tells programs what it changed', async () => {
    const path = await folder('update', { 'a.json': CONFLICT })
    const before = await readFile(join(path, 'a.json'), 'utf8')
    expect(JSON.parse((await run(['test', path, '--update', '--json'])).stdout).updated).toEqual([])
    expect(await readFile(join(path, 'a.json'), 'utf8')).toBe(before)
    await folder('update', { 'a.json': { ...CONFLICT, expect: { complete: true } } })
    expect(JSON.parse((await run(['test', path, '--update', '--json'])).stdout)).toMatchObject({
      failed: [],
      updated: [{ file: 'a.json', changes: [{ path: ['expect', 'complete'], from: true, to: false }] }],
    })
  })

  it('cannot mend a snapshot or a name, and leaves a fixture that would expect nothing', async () => {
    const path = await folder('update', {
      'a.json': { ...CONFLICT, snapshot: { asOf: '2026-09-14', conflict: { status: 'settled' } } },
      'b.json': { ...CONFLICT, expect: { excludes: ['secnd-track'] } },
      'c.json': { ...CONFLICT, expect: { notices: { 'no-such-notice': 'applies' } } },
    })
    const { code, stdout } = await run(['test', path, '--update', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).failed.map(({ file }: { file: string }) => file)).toEqual(['a.json', 'b.json', 'c.json'])
  })
})

describe('in the checkout of this package', () => {
  it('test and fixtures need no arguments', async () => {
    const { code, stdout, stderr } = await runCli(['test', '--json'])
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ failed: [] })
  })
})

describe('--watch', () => {
  it('runs again after a change in the fixtures or the rules, also after a mistake', async () => {
    const fixtures = await folder('watched', { 'a.json': CONFLICT })
    const rules = await folder('watched-rules', { 'manifest.json': ownManifest() })
    const child = spawn(process.execPath, [CLI, 'test', fixtures, '--rules', rules, '--locale', 'en', '--watch'])
    let told = ''
    const collect = (chunk: Buffer): void => {
      told += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const until = (words: string): Promise<void> => vi.waitFor(() => expect(told).toContain(words), 30_000)
    const ended = new Promise((resolve) => child.on('close', resolve))
    try {
      await until('1 fixture holds against our-rules 1.0.0')
      await writeFile(join(fixtures, 'b.json'), '{')
      await until('b.json: the text is not JSON')
      await rm(join(fixtures, 'b.json'))
      told = ''
      await until('1 fixture holds')
      const disables = [{ rule: 'conflict/established-hold', reason: { nl: 'Anders.', en: 'Otherwise.' } }]
      await writeFile(join(rules, 'manifest.json'), JSON.stringify(ownManifest({ disables, version: '1.0.1' })))
      await until('there is no rule "conflict/established-hold"')
      await until('1 of 1 fixture fails against our-rules 1.0.1')
      // As editors save: another file takes the name, time after time.
      for (const version of ['1.0.2', '1.0.3', '1.0.4']) {
        await writeFile(join(rules, 'manifest.json.tmp'), JSON.stringify(ownManifest({ version })))
        await rename(join(rules, 'manifest.json.tmp'), join(rules, 'manifest.json'))
        await until(`1 fixture holds against our-rules ${version}`)
      }
    } finally {
      child.kill('SIGINT')
    }
    expect(await ended).toBe(0)
  })
})

describe('--rules', () => {
  it('takes a rule set that extends the bundled one, and with --base one that extends another', async () => {
    const rules = await folder('own', ownFiles())
    const site = await folder('site', {
      'manifest.json': ownManifest({ id: 'our-site', extends: { id: 'our-rules', version: '1.0.0' } }),
    })
    const fixture = {
      note: 'What the organisation overrides counts for its site as well.',
      snapshot: {
        asOf: '2026-09-14',
        absence: {
          spells: ['01', '03', '05'].map((month) => ({
            firstDay: `2026-${month}-02`,
            recoveredOn: `2026-${month}-05`,
          })),
        },
        own: { nightShifts: 0 },
      },
      expect: { checklists: { 'frequent-absence': 'negative' }, excludes: ['roster-scan'] },
    }
    const fixtures = await folder('own-fixtures', { 'a.json': fixture })
    const both = ['test', fixtures, '--rules', site, '--base', rules]
    expect((await run(both)).stdout).toBe('1 fixture holds against our-site 1.0.0\n')
    expect(await run(['test', fixtures, '--rules', site])).toMatchObject({ code: 2 })
    expect((await run(['test', fixtures, '--rules', site])).stderr).toContain('[unknown-base]')
  })
})
