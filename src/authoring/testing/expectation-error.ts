import { decidedBy, factsNamed, type Seen } from './decided-by'
import type { Mismatch } from './mismatch'
import { decidedLines } from './run-text'

/** What an assertion throws. vitest and node:test show the difference between `actual` and `expected`. */
export class ExpectationError extends Error {
  override readonly name = 'AssertionError'
  readonly code = 'ERR_ASSERTION'
  readonly generatedMessage = false
  readonly operator = 'expectAdvice'
  readonly actual: unknown
  readonly expected: unknown

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message)
    this.actual = actual
    this.expected = expected
  }
}

/** `seen` must be the case without its medical facts: a message can end up in any log. */
export function messageFor(headline: string, mismatches: readonly Mismatch[], seen: Seen): string {
  const decided = decidedLines(decidedBy(mismatches, seen, false), factsNamed(mismatches, seen, false))
  return [headline, ...mismatches.map(({ text }) => `  ${text}`), ...decided].join('\n')
}
