import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import type { Length, TimingDocument } from '../../core/rules/document'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import { lengthUnder } from '../../core/rules/length'
import { parameterLink, plain, type Writer } from './writer'

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/

/** An ISO 8601 duration in words, in the units in which it was written. */
export function durationText(iso: string, { words }: Writer): string {
  const [years = 0, months = 0, weeks = 0, days = 0] = (ISO.exec(iso) ?? []).slice(1).map((part) => Number(part ?? 0))
  return words.duration(years, months, weeks, days)
}

/** A length of time as a rule writes it, with the parameters that it names. */
export function lengthText(length: Length, writer: Writer): string {
  if (typeof length === 'string') return durationText(length, writer)
  const first = parameterLength(length.policy, writer)
  return length.plus === undefined ? first : writer.words.plus(first, parameterLength(length.plus, writer))
}

/** A window of time in words, with its basis and what becomes of it once it has passed. */
export function windowText({ anchor, from, until, whenPassed, basis }: TimingDocument, writer: Writer): string {
  const { words } = writer
  const span = (length: Length): string | undefined =>
    isNothing(length, writer) ? undefined : lengthText(length, writer)
  return [
    words.window(span(from), span(until), anchorText(anchor, writer)),
    words.windowBasis(words.basis[basis]),
    words.whenPassed[whenPassed],
  ].join(' ')
}

/** The day that a length of time is counted from. */
export function anchorText(anchor: string, { words, locale, ruleSet }: Writer): string {
  if (!conditionFactsOf(ruleSet).has(anchor)) return words.asOf
  const derived = DERIVED_FACTS.get(anchor)
  if (derived) return words.theDay(plain(derived.label[locale]))
  return words.dayOf(plain(factsOf(ruleSet).get(anchor)?.question[locale] ?? anchor))
}

function parameterLength(name: string, writer: Writer): string {
  const value = writer.ruleSet.parameters.get(name)?.default
  // A number in place of a length of time counts weeks (rule-set/length.ts).
  const text = typeof value === 'number' ? writer.words.duration(0, 0, value, 0) : durationText(value ?? '', writer)
  return `${text} (${parameterLink(name)})`
}

function isNothing(length: Length, { ruleSet }: Writer): boolean {
  const found = lengthUnder(length, (name) => ruleSet.parameters.get(name)?.default)
  // A parameter is named even where its default is nothing.
  return typeof length === 'string' && found?.months === 0 && found.days === 0
}
