import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { validate } from 'dockerfile-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERVICE } from './support/process'

const DOCKERFILE = readFileSync(join(SERVICE, 'Dockerfile'), 'utf8')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verwijswijzer-dockerfile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What dockerlint says of a text, warnings as errors; empty where it is content. */
async function lint(text: string): Promise<string> {
  const file = join(folder, 'Dockerfile')
  writeFileSync(file, text)
  const command = join(SERVICE, 'node_modules/dockerlint/bin/dockerlint.js')
  const { stdout, stderr, code } = await promisify(execFile)(process.execPath, [command, '-p', '-f', file]).then(
    (ended) => ({ ...ended, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  )
  return code === 0 ? '' : stdout + stderr
}

/**
 * Rules of hadolint that a file like this can break and that dockerlint does not have, by their codes: hadolint itself is no
 * package of the registry.
 */
const RULES: Readonly<Record<string, (text: string) => boolean>> = {
  'DL3002 the last user is not root': (text) => {
    const last = linesOf(text, 'USER').at(-1)
    return last !== undefined && !/^USER (root|0)\b/.test(last)
  },
  'DL3006, DL3007 an image has a version, and not latest': (text) =>
    linesOf(text, 'FROM').every((line) => /^FROM \S+[:@](?!latest)\S+/.test(line)),
  'DL3004, DL3008 nothing is installed from a distribution': (text) => !/\b(sudo|apt-get|apk|apt) /.test(text),
  'DL3016 what npm installs has a version': (text) =>
    linesOf(text, 'RUN npm install').every((line) => /"[\w-]+@\$\{VERSION\}"|[\w-]+@\d/.test(line)),
  'DL3057 there is a health check': (text) => linesOf(text, 'HEALTHCHECK').length === 1,
  'DL4000 no MAINTAINER': (text) => linesOf(text, 'MAINTAINER').length === 0,
}

const linesOf = (text: string, start: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith(start))

describe('the Dockerfile', () => {
  it('is well-formed by one linter', () => {
    expect(validate(DOCKERFILE)).toEqual([])
    expect(validate(DOCKERFILE.replace('EXPOSE 8080', 'EXPOSE x')).length).toBeGreaterThan(0)
  })

  it('is well-formed by another', async () => {
    expect(await lint(DOCKERFILE)).toBe('')
  })

  it.each<readonly [string, (text: string) => string, RegExp]>([
    ['a folder to work in that is not absolute', (text) => text.replaceAll('WORKDIR /', 'WORKDIR '), /absolute/],
    ['ADD where COPY does', (text) => text.replace('COPY', 'ADD'), /ADD instruction/],
    [
      'a command to a shell, which keeps signals',
      (text) => text.replace(/^ENTRYPOINT .*$/m, 'ENTRYPOINT npm start'),
      /exec/,
    ],
    ['sudo', (text) => text.replace('RUN npm', 'RUN sudo npm'), /sudo/],
  ])('would not pass with %s', async (_name, spoil, said) => {
    expect(await lint(spoil(DOCKERFILE))).toMatch(said)
  })

  it.each(Object.entries(RULES))('%s', (_name, holds) => {
    expect(holds(DOCKERFILE)).toBe(true)
  })

  it('would not pass with a fault planted in it, for each rule', () => {
    const planted = [
      DOCKERFILE.replace('USER node', 'USER root'),
      DOCKERFILE.replaceAll(':22-bookworm-slim', ':latest'),
      DOCKERFILE.replace('RUN npm', 'RUN apt-get install curl && npm'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands there.
      DOCKERFILE.replace('@${VERSION}', ''),
      DOCKERFILE.replace(/^HEALTHCHECK .*$/m, ''),
      `${DOCKERFILE}MAINTAINER somebody\n`,
    ]
    const rules = Object.values(RULES)
    expect(planted).toHaveLength(rules.length)
    for (const [at, text] of planted.entries()) expect(rules[at]?.(text), `rule ${at}`).toBe(false)
  })

  it('starts what the package holds', () => {
    const { files, name } = JSON.parse(readFileSync(join(SERVICE, 'package.json'), 'utf8'))
    const paths = [...DOCKERFILE.matchAll(/node_modules\/([\w-]+)\/(\w+)\/\w+\.js/g)]
    expect(paths).toHaveLength(2)
    for (const [, of, folder] of paths) expect([of, files.includes(folder)]).toEqual([name, true])
  })
})
