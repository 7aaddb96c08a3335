import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { defineConfig } from 'tsup'
import { compactSchema } from './scripts/compact-schema'
import { bundledPackages, noticesOf } from './scripts/third-party-notices'

/** Entries that share their modules, so that a rule set loaded through one is known to the others. */
const library = {
  index: 'src/index.ts',
  sync: 'src/sync.ts',
  testing: 'src/testing.ts',
  authoring: 'src/authoring.ts',
}

/** An entry for the build alone, so that the rules have a module of their own. */
const SHIPPED = 'src/core/rules/shipped-files.ts'

/** Small, and of use to no host by themselves. quick-lru is ESM only: in CJS not every Node could require it. */
const SMALL = ['canonicalize', 'fastest-levenshtein', 'quick-lru']

/** What the command line alone needs. */
const COMMAND_LINE = [
  /^@inquirer/,
  'chokidar',
  'cli-progress',
  'commander',
  'csv-parse',
  'csv-stringify',
  'picocolors',
  'saxen',
]

const modules = bundledPackages()
const browser = bundledPackages()

// All builds write to dist at once, so none of them clears it.
rmSync('dist', { recursive: true, force: true })

/** Whichever build ends last writes the notices of all of them. */
const writeNotices = () => writeFileSync('dist/THIRD-PARTY-NOTICES.txt', noticesOf(modules, browser))

/** A module of dist, and all that it imports there, as CommonJS: the same code, in files of the same names. */
function writeCommonJs(name: string, shipped: string): void {
  const out = join('dist', name.replace(/[.]js$/, '.cjs'))
  if (existsSync(out)) return
  const source = readFileSync(join('dist', name), 'utf8')
  const imported = new Set<string>()
  const moved = source.replace(/(?<=\b(?:from|import)\s*")[.]\/([^"]+)[.]js(?=")/g, (_, file: string) => {
    imported.add(`${file}.js`)
    return `./${file}.cjs`
  })
  const { code } = transformSync(moved, { format: 'cjs', platform: 'node', target: 'node20', minify: true })
  writeFileSync(out, name === shipped ? rulesAsCommonJs(source) : code)
  for (const file of imported) writeCommonJs(file, shipped)
}

/** The rules are in the package once more, as files, which CommonJS can require as they are. */
function rulesAsCommonJs(source: string): string {
  const [, exported] = /export\{\w+ as (\w+)\};?\s*$/.exec(source) ?? []
  if (!exported) throw new Error('the module of the rules exports something else too')
  const names = readdirSync('rules', { recursive: true }).map((name) => String(name).replaceAll('\\', '/'))
  const members = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${JSON.stringify(name)}:require(${JSON.stringify(`../rules/${name}`)})`)
  return `exports.${exported}={${members.join()}};`
}

/** No module of the library does anything when it is loaded, so bundlers warn of an import that takes nothing. */
function withoutBareImports(): void {
  for (const name of readdirSync('dist').filter((one) => one.endsWith('.js') && one !== 'cli.js')) {
    const file = join('dist', name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/import"[.]\/chunk-[^"]+";/g, ''))
  }
}

/** No person reads it. */
const compact = (file: string) =>
  writeFileSync(file, JSON.stringify(compactSchema(JSON.parse(readFileSync(file, 'utf8')))))

export default defineConfig([
  {
    entry: { ...library, cli: 'src/cli/main.ts', 'shipped-files': SHIPPED },
    format: 'esm',
    // Neutral: the library runs in a browser as it does in Node.
    platform: 'neutral',
    target: 'es2022',
    dts: { entry: library },
    // Each format holds the rule set and its texts: as they are written, they make a package of five megabytes.
    minify: true,
    splitting: true,
    noExternal: [...SMALL, ...COMMAND_LINE],
    external: [...builtinModules],
    esbuildOptions: (options) => {
      options.mainFields = ['module', 'main']
      // Their builds for a browser bring what Node has as Buffer.
      options.alias = {
        'csv-parse/sync': 'csv-parse/browser/esm/sync',
        'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
      }
    },
    esbuildPlugins: [modules.plugin],
    onSuccess: async () => {
      writeNotices()
      const [, shipped = ''] = /from"[.]\/([^"]+)"/.exec(readFileSync('dist/shipped-files.js', 'utf8')) ?? []
      rmSync('dist/shipped-files.js')
      withoutBareImports()
      for (const name of Object.keys(library)) writeCommonJs(`${name}.js`, shipped)
      // For editors: a JSON Schema of every kind of file that authors write.
      execFileSync(process.execPath, ['dist/cli.js', 'schema', '--out', 'dist/schemas'], { stdio: 'ignore' })
      for (const name of readdirSync('dist/schemas')) compact(join('dist/schemas', name))
    },
  },
  {
    // For a page without a build step: everything in one file.
    entry: { browser: 'src/sync.ts' },
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    noExternal: [/.*/],
    splitting: false,
    esbuildPlugins: [browser.plugin],
    onSuccess: async () => {
      writeNotices()
      // The file is copied by itself, and takes the notices of what is in it along.
      const notices = `verwijswijzer\n\n${readFileSync('LICENSE', 'utf8')}\n${noticesOf(browser)}`
      appendFileSync('dist/browser.js', `/*!\n${notices}*/\n`)
    },
  },
])
