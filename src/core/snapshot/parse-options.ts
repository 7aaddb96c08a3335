import type { BaseFact } from './catalogue'
import type { Locale } from './fact'

/** How the parsers speak: the language of the messages, Dutch unless told. */
export interface ParseOptions {
  readonly locale?: Locale | undefined
  /** Whose own facts the snapshot may answer, in its section `own`; a rule set from `loadRuleSet`. */
  readonly ruleSet?: { readonly facts: ReadonlyMap<string, BaseFact> } | undefined
}

/** The language to use. A caller without types may pass anything: what is not a language is Dutch. */
export function localeOf(options: ParseOptions | null | undefined): Locale {
  return options?.locale === 'en' ? 'en' : 'nl'
}

/** For zod, whose messages are not used: without this it would call an error map that the host has set. */
export const QUIETLY = { error: () => 'invalid' } as const
