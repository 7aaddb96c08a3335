// The property tests on cases that nobody chose: a seed from the clock, printed so that what it finds can be found again.
import { spawnSync } from 'node:child_process'

const seed = process.env.PROPERTY_SEED ?? String(Date.now() % 2 ** 31)
console.log(`PROPERTY_SEED=${seed} npm run explore`)
const { status } = spawnSync(
  'node_modules/.bin/vitest',
  ['run', '--config', 'test/vitest.config.ts', '--project', 'property', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, PROPERTY_SEED: seed }, shell: process.platform === 'win32' },
)
console.log(`PROPERTY_SEED=${seed} npm run explore`)
process.exitCode = status ?? 1
