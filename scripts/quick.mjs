// What to run while writing: types, lint and the unit tests, at once where the machine has the cores for it.
import { spawn } from 'node:child_process'

const STEPS = {
  types: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', '.quick.tsbuildinfo'],
  lint: ['biome', 'check', '--error-on-warnings', '.'],
  rooms: ['depcruise', 'src', '--output-type', 'err'],
  tests: ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'unit', '--reporter=dot'],
}

/** Each step tells what it has to say in one piece, when it ends. */
const run = (name, [program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${program}`, args, { shell: process.platform === 'win32' })
    const said = []
    child.stdout.on('data', (text) => said.push(text))
    child.stderr.on('data', (text) => said.push(text))
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said))
      console.log(`${name}: ${code === 0 ? 'right' : 'WRONG'}`)
      resolve(code === 0)
    })
  })

const started = performance.now()
const right = await Promise.all(Object.entries(STEPS).map(([name, step]) => run(name, step)))
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`)
process.exitCode = right.every(Boolean) ? 0 : 1
