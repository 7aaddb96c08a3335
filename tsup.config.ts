import { defineConfig } from 'tsup'

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    // Neutral: the library runs in a browser as it does in Node.
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    sourcemap: true,
    splitting: false,
    // Both builds write to dist at once: this one clears it, and leaves the other's file alone.
    clean: ['!cli.js'],
  },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    splitting: false,
  },
])
