import { describe, expect, it, vi } from 'vitest'
import { exportForm, FORM_FORMATS } from '../../src/index'
import { runCli } from '../support/run'

// Each case starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

describe('verwijswijzer form', () => {
  it.each(FORM_FORMATS)('prints the form as %s, as the library gives it', async (format) => {
    const told = await runCli(['form', '--format', format, '--locale', 'en', '--audience', 'full'])
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(told.stdout)).toEqual(exportForm(format, { audience: 'full', locale: 'en' }))
  })

  it('prints a JSON Schema in Dutch, without medical questions, unless told otherwise', async () => {
    const told = await runCli(['form'])
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(told.stdout)).toEqual(exportForm('json-schema', { audience: 'employer' }))
  })

  it('prints what one reader gets, of the rules in a directory', async () => {
    const told = await runCli(['form', '--role', 'employee', '--audience', 'employer', '--rules', 'rules'])
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(told.stdout)).toEqual(exportForm('json-schema', { role: 'employee', audience: 'employer' }))
  })

  it.each([
    ['a format that does not exist', ['--format', 'xforms'], 'xforms'],
    ['a role that does not exist', ['--role', 'manager'], 'manager'],
    ['rules that are not there', ['--rules', 'no-such-rules'], 'no-such-rules'],
  ])('refuses %s', async (_name, flags, named) => {
    const told = await runCli(['form', ...flags])
    expect(told).toMatchObject({ code: 2, stdout: '' })
    expect(told.stderr).toContain(named)
  })
})
