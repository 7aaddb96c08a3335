import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { main: 'src/main.ts', healthcheck: 'src/healthcheck.ts', index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  clean: false,
  splitting: true,
})
