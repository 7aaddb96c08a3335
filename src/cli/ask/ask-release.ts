import { stdout } from 'node:process'
import { type ReleaseChoice, type Role, release, releaseChoices, type Snapshot, type TriageOptions } from '../../index'
import { wrap } from '../../reports/text/lay-out'
import type { AskPrompts } from './ask-prompts'
import type { AskWords } from './ask-words'

/** Whether this is somebody who may let the employer know: the physician, or who works under the physician. */
export const mayRelease = (role: Role | undefined): boolean => role === 'occupational-physician' || role === 'delegate'

type ReleaseOptions = Omit<TriageOptions, 'audience'>

/**
 * Asks, item by item, what to release to the employer; each with what the employer reads now and would read then. No is
 * the answer that stands there.
 */
export async function askRelease(
  snapshot: Snapshot,
  options: ReleaseOptions,
  words: AskWords,
  prompts: AskPrompts,
): Promise<Snapshot> {
  const choices = releaseChoices(snapshot, options)
  if (choices.length === 0) return snapshot
  say(words.releasable)
  let released = snapshot
  for (const choice of choices) {
    say(effectOf(choice, words))
    const yes = await prompts.choose(`${words.releaseThis} ${choice.text}`, [
      { value: false, name: words.keepToMyself },
      { value: true, name: words.letEmployerKnow },
    ])
    const { locale, ruleSet } = options
    if (yes === true)
      released = release(released, choice.items, { ...(locale && { locale }), ...(ruleSet && { ruleSet }) })
  }
  return released
}

const effectOf = ({ before, after }: ReleaseChoice, words: AskWords): string =>
  before.text === after.text && before.status === after.status
    ? words.sameForEmployer(before.text)
    : words.employerReads(before.text, after.text)

function say(text: string): void {
  stdout.write(`\n${wrap(text).join('\n')}\n`)
}
