import type { CoverageKind } from './goal'

/** How far fixtures show what a rule set can do. */
export interface Coverage {
  readonly ruleSet: { readonly id: string; readonly version: string }
  /** Those that count: confirmed by a person, and with a snapshot that the rule set takes. */
  readonly fixtures: number
  /** Files that do not count, because what they expect was written by a program and is not confirmed yet. */
  readonly unconfirmed: readonly string[]
  /** Files whose snapshot or options are refused. */
  readonly refused: readonly string[]
  readonly kinds: readonly KindCoverage[]
}

/** How much of one kind of thing fixtures decide. */
export interface KindCoverage {
  readonly kind: CoverageKind
  readonly covered: number
  /** Without what is proved impossible. */
  readonly total: number
  /** Of a hundred, to one decimal, never rounded up. */
  readonly percentage: number
  readonly items: readonly CoverageItem[]
}

/** One thing to be shown. */
export interface CoverageItem {
  /** The rule or service, by id. */
  readonly of: string
  /** Of a condition: the comparison, or `window`. */
  readonly condition?: string
  readonly state: string
  /** `impossible`: proved that no case can show it. */
  readonly outcome: 'covered' | 'missing' | 'impossible'
  /** The first fixture that shows it. */
  readonly by?: string
}

/** One decimal, cut off: 99.96 is not 100. */
export const percentageOf = (covered: number, total: number): number =>
  total === 0 ? 100 : Math.floor((covered * 1000) / total) / 10

/** The kinds of which less is covered than a percentage asks for. */
export const shortOf = ({ kinds }: Coverage, least: number): readonly KindCoverage[] =>
  kinds.filter(({ covered, total }) => covered * 100 < least * total)
