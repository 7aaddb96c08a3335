import { defineConfig } from 'vitest/config'

const ALL = 'test/**/*.test.ts'
const [PROPERTY, PROCESS, BROWSER] = ['property', 'process', 'browser'].map((kind) => `test/**/*.${kind}.test.ts`) as [
  string,
  string,
  string,
]

/**
 * What reads a whole rule set over every case, or each fixture many times: `npm run night`, which tries more cases of the
 * other properties too. Several of these fail on rule set 2.0.0: CHANGELOG.md lists them under "Known".
 */
const NIGHT = [
  'authoring/check/check-pages-meaning',
  'authoring/check/check-reach',
  'authoring/check/check',
  'authoring/coverage/coverage',
  'authoring/coverage/coverage-exact',
  'authoring/diff/diff',
  'authoring/diff/diff-exact',
  'authoring/mutate/mutate',
  'authoring/mutate/mutate-exact',
  'authoring/mutate/mutate-shipped',
  'core/decide/exactness',
  'core/time/law-table',
  'forms/interview/interview-completions',
  'forms/interview/interview-done',
  'forms/interview/interview-fixtures',
  'reports/timeline/timeline',
].map((name) => `test/${name}.property.test.ts`)
const RENDERERS = 'test/renderers.browser.test.ts'
const BY_NIGHT = process.env.NIGHT === '1'

/** No test fails for being slow on a small machine. */
const PATIENT = { testTimeout: 120_000, hookTimeout: 120_000 }

/**
 * Six kinds of tests; four are told apart by the end of their names, the last two by their places:
 * - `unit`: a file takes two seconds at most, for `npm run quick`;
 * - `property`: generated cases, from a seed (`PROPERTY_SEED`); with `NIGHT=1` more of them, and all those of NIGHT;
 * - `process`: commands, files, and what was built into dist;
 * - `browser`: Chromium;
 * - `service`: packages/service, which has dependencies of its own;
 * - `renderers`: the exported forms in the libraries of others, which are in test/renderers; by night.
 */
export default defineConfig({
  test: {
    // Two workers share the files of a small machine.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: [ALL],
          exclude: [PROPERTY, PROCESS, BROWSER],
          // Modules are loaded once for all files: nothing outside core/cache.ts remembers anything.
          isolate: false,
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'property',
          include: [PROPERTY],
          exclude: BY_NIGHT ? [] : NIGHT,
          setupFiles: ['test/support/fixed-seed.ts'],
          isolate: false,
          ...PATIENT,
        },
      },
      { test: { name: 'process', include: [PROCESS], setupFiles: ['test/support/fixed-seed.ts'], ...PATIENT } },
      // What `npm run service` installed and built; the library as a host has it, loaded by Node.
      {
        test: {
          name: 'service',
          include: ['packages/service/test/**/*.test.ts'],
          server: { deps: { external: [/[/]dist[/]/] } },
          isolate: false,
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'browser',
          include: [BROWSER],
          exclude: [RENDERERS],
          setupFiles: ['test/support/fixed-seed.ts'],
          ...PATIENT,
        },
      },
      // What `npm run renderers` installed.
      ...(BY_NIGHT ? [{ test: { name: 'renderers', include: [RENDERERS], ...PATIENT } }] : []),
    ],
  },
})
