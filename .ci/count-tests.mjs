import { existsSync, readFileSync } from 'node:fs'

// Prints `N passed, N failed, N skipped` from vitest's JSON report. A step that left no report, a file that did not load,
// a skipped test and a report with fewer tests than there should be each count as a failure.

/** Fewer tests than this were not run: files were deleted, or not found. It goes up as tests join. */
const LEAST_TESTS = 2_500

const [file] = process.argv.slice(2)
const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
const unloaded = found?.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)

const passed = found?.numPassedTests ?? 0
const failed = found ? found.numFailedTests + unloaded.length : 0
const skipped = found ? found.numPendingTests + found.numTodoTests : 0
const faults = []
if (!found) faults.push('no test report: a step before the tests failed')
else if (passed + failed < LEAST_TESTS) faults.push(`${passed + failed} tests where there should be ${LEAST_TESTS}`)
if (skipped > 0) faults.push(`${skipped} tests were skipped`)
if (failed === 0 && found && !found.success) faults.push('the run failed besides its tests')
for (const fault of faults) console.error(fault)

console.log(`${passed} passed, ${failed + faults.length} failed, ${skipped} skipped`)
process.exitCode = failed + faults.length > 0 ? 1 : 0
