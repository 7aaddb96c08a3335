import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { ROOT, run } from '../support/run'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const [first = '', three = ''] = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code as string)

/** Runs code against the package as it was built, by its own name. */
const runBuilt = (code: string) => run(process.execPath, ['--input-type=module'], { cwd: ROOT, input: code })

describe('the code in the README', () => {
  it('runs as it stands, and the step is what it says', async () => {
    const told = await runBuilt(`${first}\nconsole.log(JSON.stringify([advice.next.kind, advice.next.text]))`)
    expect(told.code, told.stderr).toBe(0)
    const [kind, text] = JSON.parse(told.stdout) as [string, string]
    expect(first).toContain(`advice.next.kind // '${kind}'`)
    expect(text.length).toBeGreaterThan(20)
  })

  it('takes three lines from a text to the service and its day', async () => {
    const lines = three
      .trim()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('import '))
    expect(lines).toHaveLength(3)
    const said = /\/\/ ([a-z-]+ \d{4}-\d{2}-\d{2})$/.exec(lines[2] ?? '')?.[1]
    expect(said).toBeDefined()
    const snapshot = /const advice = advise\((\{.*?^\})\)/ms.exec(first)?.[1]
    const told = await runBuilt(`const text = JSON.stringify(${snapshot})\n${three}`)
    expect(told, told.stderr).toMatchObject({ code: 0, stdout: `${said}\n` })
    // And for a case that is none: nothing is shown, and nothing is thrown.
    const wrong = await runBuilt(`const text = '{"asOf":"soon"}'\n${three}`)
    expect(wrong, wrong.stderr).toMatchObject({ code: 0, stdout: 'undefined\n' })
  })
})
