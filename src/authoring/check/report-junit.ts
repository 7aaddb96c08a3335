import type { Locale } from '../../core/snapshot/fact'
import type { AcceptedFinding } from './accept-findings'
import type { CheckedRuleSet } from './check-rule-set'
import type { Finding } from './finding'
import { type Places, placeText } from './report-text'

/**
 * What was found as JUnit's XML, which most build servers show: a suite for each file, in it a failure for each finding
 * and a skipped test for each that is accepted; a file without findings has one test that passes.
 */
export function toJunit(
  { findings, accepted }: CheckedRuleSet,
  files: readonly string[],
  { locale, places }: { readonly locale: Locale; readonly places: Places },
): string {
  const all: readonly (Finding | AcceptedFinding)[] = [...findings, ...accepted]
  const names = [...new Set([...files, ...all.map(({ file }) => file)])].sort()
  const suites = names.flatMap((file) =>
    suite(
      file,
      all.filter((finding) => finding.file === file),
    ),
  )
  const tests = names.reduce((sum, file) => sum + Math.max(1, all.filter((finding) => finding.file === file).length), 0)
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'verwijswijzer check', tests, failures: findings.length, skipped: accepted.length })}>`,
    ...suites,
    '</testsuites>',
  ].join('\n')}\n`

  function suite(file: string, found: readonly (Finding | AcceptedFinding)[]): readonly string[] {
    const skipped = found.filter((finding) => 'reason' in finding).length
    const counts = { tests: Math.max(1, found.length), failures: found.length - skipped, errors: 0, skipped }
    return [
      `  <testsuite${attributes({ name: file, ...counts })}>`,
      ...(found.length === 0
        ? [`    <testcase${attributes({ classname: file, name: 'check' })}/>`]
        : found.flatMap(test)),
      '  </testsuite>',
    ]
  }

  function test(finding: Finding | AcceptedFinding): readonly string[] {
    const { code, file, pointer, message, witness } = finding
    const inside =
      'reason' in finding
        ? `      <skipped${attributes({ message: finding.reason })}/>`
        : `      <failure${attributes({ type: code, message: message[locale] })}>${escaped(
            [placeText(finding, places), ...(witness ? [JSON.stringify(witness)] : [])].join('\n'),
          )}</failure>`
    return [`    <testcase${attributes({ classname: file, name: `${code} ${pointer}` })}>`, inside, '    </testcase>']
  }
}

/** Attributes of an element, escaped. */
export const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')

/** XML 1.0 has no way to write most control characters: they are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
