import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { SERVICE } from './support/process'

const DOCKERFILE = readFileSync(join(SERVICE, 'Dockerfile'), 'utf8')

/** Rules of hadolint that a file like this can break, by their codes: hadolint itself is no package of the registry. */
const RULES: Readonly<Record<string, (text: string) => boolean>> = {
  'DL3000 an absolute folder to work in': (text) => linesOf(text, 'WORKDIR').every((line) => /^WORKDIR \//.test(line)),
  'DL3002 the last user is not root': (text) => {
    const last = linesOf(text, 'USER').at(-1)
    return last !== undefined && !/^USER (root|0)\b/.test(last)
  },
  'DL3006, DL3007 an image has a version, and not latest': (text) =>
    linesOf(text, 'FROM').every((line) => /^FROM \S+[:@](?!latest)\S+/.test(line)),
  'DL3004, DL3008 nothing is installed from a distribution': (text) => !/\b(sudo|apt-get|apk|apt) /.test(text),
  'DL3016 what npm installs has a version': (text) =>
    linesOf(text, 'RUN npm install').every((line) => /"[\w-]+@\$\{VERSION\}"|[\w-]+@\d/.test(line)),
  'DL3020 COPY, and not ADD': (text) => linesOf(text, 'ADD').length === 0,
  'DL3025 arguments as a list, so that signals arrive': (text) =>
    [...linesOf(text, 'CMD'), ...linesOf(text, 'ENTRYPOINT')].every((line) => /^\w+ \[.*\]$/.test(line)),
  'DL3057 there is a health check': (text) => linesOf(text, 'HEALTHCHECK').length === 1,
  'DL4000 no MAINTAINER': (text) => linesOf(text, 'MAINTAINER').length === 0,
}

const linesOf = (text: string, start: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith(start))

describe('the Dockerfile', () => {
  it('is well-formed', () => {
    expect(validate(DOCKERFILE)).toEqual([])
  })

  it.each(Object.entries(RULES))('%s', (_name, holds) => {
    expect(holds(DOCKERFILE)).toBe(true)
  })

  it('would not pass with a fault planted in it', () => {
    expect(validate(DOCKERFILE.replace('EXPOSE 8080', 'EXPOSE x')).length).toBeGreaterThan(0)
    const planted = [
      DOCKERFILE.replaceAll('WORKDIR /service', 'WORKDIR service'),
      DOCKERFILE.replace('USER node', 'USER root'),
      DOCKERFILE.replaceAll(':22-bookworm-slim', ':latest'),
      DOCKERFILE.replace('RUN npm', 'RUN apt-get install curl && npm'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands there.
      DOCKERFILE.replace('@${VERSION}', ''),
      DOCKERFILE.replace('COPY', 'ADD'),
      DOCKERFILE.replace(/^ENTRYPOINT .*$/m, 'ENTRYPOINT npm start'),
      DOCKERFILE.replace(/^HEALTHCHECK .*$/m, ''),
      `${DOCKERFILE}MAINTAINER somebody\n`,
    ]
    const rules = Object.values(RULES)
    for (const [at, text] of planted.entries()) expect(rules[at]?.(text), `rule ${at}`).toBe(false)
  })

  it('starts what the package holds', () => {
    const { files, name } = JSON.parse(readFileSync(join(SERVICE, 'package.json'), 'utf8'))
    const paths = [...DOCKERFILE.matchAll(/node_modules\/([\w-]+)\/(\w+)\/\w+\.js/g)]
    expect(paths).toHaveLength(2)
    for (const [, of, folder] of paths) expect([of, files.includes(folder)]).toEqual([name, true])
  })
})
