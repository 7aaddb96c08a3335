import pc from 'picocolors'
import type { Locale } from '../../core/snapshot/fact'
import type { InterviewScreen } from '../../forms/interview/interview'
import type { Interview } from '../../index'
import { wrap } from '../../reports/text/lay-out'
import { inColour } from '../in-colour'
import { ASK_WORDS } from './ask-words'

/** One line of status: how far, whether the step is settled, and the step. */
export function soFarText({ advice, progress, settledText }: Interview, locale: Locale): string {
  const words = ASK_WORDS[locale]
  const { dim } = pc.createColors(inColour())
  const settled = settledText === null ? '' : ` ${settledText}`
  const text = `${words.progress(progress.answered + progress.unknown, progress.open)}.${settled} ${advice.next.text}`
  return `\n${wrap(text).map(dim).join('\n')}\n`
}

/** The title of a screen, and why it is asked. */
export function screenText({ title, why }: InterviewScreen, locale: Locale): string {
  const { bold } = pc.createColors(inColour())
  return `\n${wrap(ASK_WORDS[locale].screen(title, why)).map(bold).join('\n')}\n`
}

/** Help with a question, above it. */
export function helpText(help: string | undefined): string {
  const { dim } = pc.createColors(inColour())
  return help === undefined ? '' : `${wrap(help).map(dim).join('\n')}\n`
}
