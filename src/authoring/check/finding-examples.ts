import type { FindingCode } from './finding-codes'
import { MEANING_EXAMPLES } from './page-examples-meaning'
import { WRITING_EXAMPLES } from './page-examples-writing'

/** One value in a file of the shipped rule set, as it could be. */
export interface ExampleValue {
  readonly file: string
  /** In this rule; else in the file itself. */
  readonly rule?: string
  /** Of this service. */
  readonly service?: string
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** What has the finding, and what has not. Both were tried: the tests put them into the shipped rule set. */
export interface Example {
  readonly bad: readonly ExampleValue[]
  readonly good: readonly ExampleValue[]
}

export const FINDING_EXAMPLES: Readonly<Record<FindingCode, Example>> = { ...MEANING_EXAMPLES, ...WRITING_EXAMPLES }
