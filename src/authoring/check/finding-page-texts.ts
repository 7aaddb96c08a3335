import { frozen } from '../../core/frozen'
import type { Text } from '../../core/snapshot/fact'
import type { FindingCode } from './finding-codes'
import { MEANING_PAGES } from './page-texts-meaning'
import { WRITING_PAGES } from './page-texts-writing'

/** What the page of a finding says, besides its examples. */
export interface FindingPage {
  readonly title: Text
  /** What is found. */
  readonly what: Text
  /** Why it matters, and what to do. */
  readonly why: Text
}

/** The pages on findings, by code, in every language. */
export const FINDING_PAGES: Readonly<Record<FindingCode, FindingPage>> = frozen({ ...MEANING_PAGES, ...WRITING_PAGES })
