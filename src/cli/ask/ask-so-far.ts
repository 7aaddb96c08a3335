import pc from 'picocolors'
import { peopleDate } from '../../core/calendar/people-date'
import type { Locale } from '../../core/snapshot/fact'
import type { Interview } from '../../index'
import { wrap } from '../../reports/text/lay-out'
import { inColour } from '../in-colour'
import { ASK_WORDS } from './ask-words'

/** The advice so far in a few lines: how far, what is certain and by when, how much more is possible. */
export function soFarText({ recommendations, progress }: Interview, locale: Locale): string {
  const words = ASK_WORDS[locale]
  const { dim } = pc.createColors(inColour())
  const certain = recommendations.certain.map(
    ({ title, timing }) => `${title} (${words.by(peopleDate(timing.startBy, locale))})`,
  )
  const known = certain.length === 0 ? words.nothingYet : `${words.certain}: ${certain.join(', ')}`
  const possible = recommendations.possible.length
  const text = `${words.progress(progress.answered + progress.unknown, progress.open)}. ${known}${
    possible === 0 ? '' : `; ${words.possible(possible)}`
  }.`
  return `\n${wrap(text).map(dim).join('\n')}\n`
}

/** Help with a question, above it. */
export function helpText(help: string | undefined): string {
  const { dim } = pc.createColors(inColour())
  return help === undefined ? '' : `${wrap(help).map(dim).join('\n')}\n`
}
