import type { Issue } from '../issue/issue'
import { daysIn } from './check-window'
import type { Length } from './document'
import { lengthOf } from './length'
import type { Policy } from './policy'
import type { RuleSet } from './rule-set'

/** Policy values with which a window of some rule would end before it starts. */
export function checkPolicy({ rules }: RuleSet, policy: Policy): readonly Issue[] {
  return rules.flatMap(({ id, timing }): Issue[] => {
    if (!timing || daysIn(lengthOf(timing.from, policy)) <= daysIn(lengthOf(timing.until, policy))) return []
    const path = ['policy', nameIn(timing.from) ?? nameIn(timing.until) ?? '']
    return [{ code: 'invalid-parameter', path, message: `with these values the window of ${id} ends before it starts` }]
  })
}

const nameIn = (length: Length): string | undefined => (typeof length === 'string' ? undefined : length.policy)
