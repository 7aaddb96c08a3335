import { existsSync } from 'node:fs'
import { defineConfig } from 'tsup'

/** Entries that share their modules, so that a rule set loaded through one is known to the others. */
const library = {
  index: 'src/index.ts',
  sync: 'src/sync.ts',
  testing: 'src/testing.ts',
  authoring: 'src/authoring.ts',
}

/** ESM only, so that the CJS build could not require it in every Node that this runs on. */
const bundled = ['quick-lru']

export default defineConfig([
  {
    entry: Object.fromEntries(Object.entries(library).filter(([, file]) => existsSync(file))),
    format: ['esm', 'cjs'],
    // Neutral: the library runs in a browser as it does in Node.
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    sourcemap: true,
    splitting: true,
    noExternal: bundled,
    // All builds write to dist at once: this one clears it, and leaves the files of the others alone.
    clean: ['!cli.js', '!browser.js', '!schemas/**'],
  },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    splitting: false,
    noExternal: bundled,
    // For editors: a JSON Schema of every kind of file that authors write.
    onSuccess: 'node dist/cli.js schema --out dist/schemas',
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
    // zod would try out `new Function`, and a strict Content-Security-Policy reports even a trial.
    define: { 'globalThis.__zod_globalConfig': '{"jitless":true}' },
  },
])
