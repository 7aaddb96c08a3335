import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import { PLAIN } from '../../reports/text/lay-out'
import { attributes, escaped } from '../check/report-junit'
import type { FixtureResult, FixtureRun } from './run-fixture'
import { failureLines } from './run-text'

/** A run as JUnit's XML, which most build servers show: a suite a folder, a test a fixture; one not confirmed is told so. */
export function runToJunit({ results, failed }: FixtureRun, ruleSet: RuleSet, locale: Locale): string {
  const folders = [...new Set(results.map(folderOf))]
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'verwijswijzer test', tests: results.length, failures: failed.length })}>`,
    ...folders.flatMap((folder) =>
      suite(
        folder,
        results.filter((result) => folderOf(result) === folder),
      ),
    ),
    '</testsuites>',
  ].join('\n')}\n`

  function suite(folder: string, within: readonly FixtureResult[]): readonly string[] {
    const failures = within.filter(({ ok }) => !ok).length
    return [
      `  <testsuite${attributes({ name: folder, tests: within.length, failures, errors: 0, skipped: 0 })}>`,
      ...within.flatMap(test),
      '  </testsuite>',
    ]
  }

  function test(result: FixtureResult): readonly string[] {
    const { fixture, ok, mismatches } = result
    const head = `    <testcase${attributes({ classname: folderOf(result), name: fixture.path, file: fixture.file })}`
    if (ok) return [`${head}/>`]
    const [, ...told] = failureLines(result, PLAIN, { locale, ruleSet })
    const type = mismatches.length > 0 ? 'expectation' : 'invalid'
    return [
      `${head}>`,
      `      <failure${attributes({ type, message: fixture.note })}>${escaped(told.map((line) => line.trimStart()).join('\n'))}</failure>`,
      '    </testcase>',
    ]
  }
}

const folderOf = ({ fixture }: FixtureResult): string => fixture.path.split('/').slice(0, -1).join('/') || '.'
