import type { Place } from '../../core/rules/finding'

/** In what a mutant differs from the rule set that it was made of. */
export const MUTANT_KINDS = [
  /** A comparison with another operator. */
  'operator',
  /** A number in a comparison, one up or down. */
  'threshold',
  /** A value of an enumeration left out of a comparison, added to it, or taken for its neighbour. */
  'value',
  /** A part of a group left out. */
  'condition',
  /** `all` for `any`, or the other way round. */
  'group',
  /** A window that starts or ends a day earlier or later, or with another end. */
  'window',
  /** A service or a rule left out of what a rule does, or taken for its neighbour. */
  'service',
  /** A rule that is never met. */
  'rule',
  /** The day on which a hold is looked at again. */
  'review',
  /** A fixed moment that a recent delivery takes away. */
  'moment',
  /** Something more than there was: a service, a rule that is withdrawn, a need, a cover. */
  'added',
  /** A need left out, or asked for at another time. */
  'need',
  /** A relation between services left out, or made wider or narrower. */
  'relation',
  /** Two services that change places in the order, or a reason without its place in it. */
  'priority',
  /** A policy default, one unit up or down. */
  'default',
] as const

/** What kind of fault is planted. */
export type MutantKind = (typeof MUTANT_KINDS)[number]

/** A rule set with one small fault in it, as somebody might make it. */
export interface Mutant {
  readonly kind: MutantKind
  /** The value that is changed in the documents of the rule set. */
  readonly place: Place
  /** Undefined: nothing. */
  readonly to: unknown
  /** In a few words: `all -> any`, `without conflict.status equal "signal"`. */
  readonly change: string
}

/** `checklists/conflict.json#/rules/0/timing/until: 14 days -> P15D` */
export const mutantText = ({ place, change }: Mutant): string => `${place.file}#${pointerOf(place)}: ${change}`

/** RFC 6901. */
export const pointerOf = ({ path }: Place): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
