import { execFileSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import { bundledPackages, noticesOf } from './scripts/third-party-notices'

/** Entries that share their modules, so that a rule set loaded through one is known to the others. */
const library = {
  index: 'src/index.ts',
  sync: 'src/sync.ts',
  testing: 'src/testing.ts',
  authoring: 'src/authoring.ts',
}

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
const common = bundledPackages()
const browser = bundledPackages()

// All builds write to dist at once, so none of them clears it.
rmSync('dist', { recursive: true, force: true })

const shared = {
  // Neutral: the library runs in a browser as it does in Node.
  platform: 'neutral',
  target: 'es2022',
  splitting: true,
  // Each format holds the rule set and its texts: as they are written, they make a package of five megabytes.
  minify: true,
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main']
  },
} satisfies Options

/** Whichever build ends last writes the notices of all of them. */
const writeNotices = () => writeFileSync('dist/THIRD-PARTY-NOTICES.txt', noticesOf(modules, common, browser))

/** No person reads it. */
const compact = (file: string) => writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))))

export default defineConfig([
  {
    ...shared,
    entry: { ...library, cli: 'src/cli/main.ts' },
    format: 'esm',
    dts: { entry: library },
    noExternal: [...SMALL, ...COMMAND_LINE],
    external: builtinModules,
    esbuildPlugins: [modules.plugin],
    onSuccess: async () => {
      writeNotices()
      // For editors: a JSON Schema of every kind of file that authors write.
      execFileSync(process.execPath, ['dist/cli.js', 'schema', '--out', 'dist/schemas'], { stdio: 'ignore' })
      for (const name of readdirSync('dist/schemas')) compact(join('dist/schemas', name))
    },
  },
  {
    ...shared,
    entry: library,
    format: 'cjs',
    dts: { entry: library },
    noExternal: SMALL,
    external: builtinModules,
    esbuildPlugins: [common.plugin],
    onSuccess: async () => writeNotices(),
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
