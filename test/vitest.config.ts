import { defineConfig } from 'vitest/config'

/** Two workers share the files of a small machine, and no test fails for being slow there. */
export default defineConfig({
  test: {
    setupFiles: ['test/support/fixed-seed.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
