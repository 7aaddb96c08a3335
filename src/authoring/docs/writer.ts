import type { RuleSet } from '../../core/rules/rule-set'
import { LOCALES, type Locale, type Text } from '../../core/snapshot/fact'
import { DOCS_DUTCH } from './docs-dutch'
import { DOCS_ENGLISH } from './docs-english'
import type { DocsWords } from './docs-words'

/** What sentences in one language are written from. */
export interface Writer {
  readonly ruleSet: RuleSet
  readonly locale: Locale
  readonly words: DocsWords
}

export const writerFor = (ruleSet: RuleSet, locale: Locale): Writer => ({
  ruleSet,
  locale,
  words: locale === 'nl' ? DOCS_DUTCH : DOCS_ENGLISH,
})

/** The same part in every language, Dutch first, each under its name. */
export const inEachLanguage = (ruleSet: RuleSet, write: (writer: Writer) => string): string =>
  LOCALES.map((locale) => {
    const writer = writerFor(ruleSet, locale)
    return `**${writer.words.language}.** ${write(writer)}`
  }).join('\n\n')

/** A short text in both languages on one line. */
export const both = ({ nl, en }: Text): string => (nl === en ? nl : `${nl} · ${en}`)

export const word = (pick: (words: DocsWords) => string): string =>
  both({ nl: pick(DOCS_DUTCH), en: pick(DOCS_ENGLISH) })
