import type { Issue } from '../../core/issue/issue'
import type { BaseFact } from '../../core/snapshot/catalogue'
import type { Locale, Role } from '../../core/snapshot/fact'
import { INTERVIEW_WORDS } from './interview-words'
import { ROLE_NAMES } from './roles'

/** What is wrong: the answer is not the role's to give, not even its to read, or the physician gave another. */
type Why = 'not-own' | 'unreadable' | 'physicians-word'

/** Takes note of an answer that a role may not hand in. */
export type Refuse = (why: Why, fact: BaseFact, path: Issue['path']) => void

/** Neither the value nor what it was before is told, whatever the tier. */
export function wrongRole(why: Why, { answeredBy }: BaseFact, path: Issue['path'], role: Role, locale: Locale): Issue {
  const words = INTERVIEW_WORDS[locale]
  const name = ROLE_NAMES[role][locale]
  const others = answeredBy.map((other) => ROLE_NAMES[other][locale])
  if (why === 'physicians-word') return { code: 'physicians-word', path, message: words.physiciansWord }
  return {
    code: 'wrong-role',
    path,
    message: why === 'not-own' ? words.wrongRole(name, others) : words.unreadable(name),
    expected: answeredBy.join(', '),
  }
}
