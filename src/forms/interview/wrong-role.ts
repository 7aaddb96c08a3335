import type { Issue } from '../../core/issue/issue'
import type { BaseFact } from '../../core/snapshot/catalogue'
import type { Locale, Role } from '../../core/snapshot/fact'
import { INTERVIEW_WORDS } from './interview-words'
import { ROLE_NAMES } from './roles'

/** What is wrong: the answer is not the role's to give, or not even its to read. */
type Why = 'not-own' | 'unreadable'

/** Takes note of an answer that a role may not hand in. */
export type Refuse = (why: Why, fact: BaseFact, path: Issue['path']) => void

/** Neither the value nor what it was before is told, whatever the tier. */
export function wrongRole(why: Why, { answeredBy }: BaseFact, path: Issue['path'], role: Role, locale: Locale): Issue {
  const words = INTERVIEW_WORDS[locale]
  const name = ROLE_NAMES[role][locale]
  const others = answeredBy.map((other) => ROLE_NAMES[other][locale])
  return {
    code: 'wrong-role',
    path,
    message: why === 'not-own' ? words.wrongRole(name, others) : words.unreadable(name),
    expected: answeredBy.join(', '),
  }
}
