import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The pages that people write; those of docs/nl and docs/en are written by `npm run docs`. The guide to a rule set of one's
 * own names the files of its reader: test/docs/own-rule-set-guide follows it to the letter.
 */
const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
  ...[
    'docs',
    'docs/design',
    'packages/service',
    'packages/service/docs',
    'examples/case-system',
    'examples/triage-form',
  ]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.md') && name !== 'docs/own-rule-set.md'),
]

/** Below these a page names a file as `core/triage.ts`, `core/case/case` or `rules/*.json`. */
const TOPS = [...readdirSync('.'), ...readdirSync('src')].filter((name) => !name.includes('.') && name !== 'dist')
const FILE = new RegExp(`^(?:[.]{1,2}/)*((?:${TOPS.join('|')})(?:/[\\w.*-]+)+)/?$`)

/** What it names at the top of the repository, in src, or beside the page. */
function isThere(name: string, page: string): boolean {
  const roots = ['.', 'src', join(page, '..'), join(page, '../..')]
  return roots.some((root) => {
    const path = join(root, name)
    if (!name.includes('*')) return ['', '.ts', '.md'].some((end) => existsSync(path + end))
    const last = path.slice(path.lastIndexOf('/') + 1)
    const pattern = new RegExp(`^${last.replaceAll('.', '[.]').replaceAll('*', '.*')}$`)
    const folder = join(path, '..')
    return existsSync(folder) && readdirSync(folder).some((file) => pattern.test(file))
  })
}

const spansOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span as string)

/** Of the repository, and of the package whose page it is. */
const scriptsFor = (page: string): readonly string[] =>
  ['package.json', join(page, '../package.json'), join(page, '../../package.json')]
    .filter((file) => existsSync(file))
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')).scripts ?? {}))

describe.each(PAGES)('%s', (page) => {
  it('names no file that is not there', () => {
    const named = spansOf(page).flatMap((span) => FILE.exec(span)?.[1] ?? [])
    expect(named.filter((name) => !isThere(name, page))).toEqual([])
  })

  it('names no script that is not there', () => {
    const named = [...readFileSync(page, 'utf8').matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)]
    const scripts = scriptsFor(page)
    expect(named.map(([, name]) => name as string).filter((name) => !scripts.includes(name))).toEqual([])
  })
})

it('the pages name files at all', () => {
  expect(PAGES.flatMap(spansOf).filter((span) => FILE.test(span)).length).toBeGreaterThan(20)
})
