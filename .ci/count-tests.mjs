import { existsSync, readFileSync } from 'node:fs'

// Prints `N passed, N failed` from vitest's JSON report. A step that left no report, a file that
// did not load and a report without a single test each count as a failure.
const [file] = process.argv.slice(2)
const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
const unloaded = found?.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)

const passed = found?.numPassedTests ?? 0
const failed = found ? found.numFailedTests + unloaded.length : 0
const broken = failed === 0 && (passed === 0 || !found.success)
if (!found) console.error(`no test report: a step before the tests failed`)

console.log(`${passed} passed, ${failed + (broken ? 1 : 0)} failed`)
process.exitCode = failed > 0 || broken ? 1 : 0
