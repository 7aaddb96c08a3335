import type { BaseFact } from '../../core/snapshot/catalogue'
import type { Handing } from './check-answers'
import { flagsOf, nameOf } from './list-flags'
import { mayRead } from './roles'
import { sameAnswer } from './snapshot-answers'

type Item = Readonly<Record<string, unknown>>

/**
 * A list whose items carry flags of their own, each with its own roles: leave is the case manager's to list, and
 * whether illness around it has one cause is the physician's to say. The flags that are not the role's own stay with
 * the items that are otherwise the same.
 */
export function mergeList(handing: Handing): unknown {
  const { fact, old, handed, role, refuse, whole } = handing
  const own = fact.answeredBy.includes(role)
  if (handed === undefined) return own && whole ? handed : old
  if (!Array.isArray(handed)) {
    if (own) return handed
    if (!sameAnswer(old, handed)) refuse('not-own', fact, fact.id.split('.'))
    return old
  }
  const before: readonly Item[] = Array.isArray(old) ? old : []
  if (!own && !sameAnswer(before.map(bareIn(fact)), handed.map(bareIn(fact)))) {
    refuse('not-own', fact, fact.id.split('.'))
    return old
  }
  const left = [...before]
  return handed.map((item: Item, index) => {
    const at = left.findIndex((other) => sameAnswer(bareIn(fact)(other), bareIn(fact)(item)))
    const [match = {}] = at < 0 ? [] : left.splice(at, 1)
    return flagsOf(fact.id).reduce<Item>((result, flag) => withFlag(result, flag, match, index, handing), item)
  })
}

function withFlag(item: Item, flag: BaseFact, match: Item, index: number, handing: Handing): Item {
  const { fact, role, audience, refuse } = handing
  if (flag.answeredBy.includes(role)) return item
  const name = nameOf(flag.id)
  const path = [...fact.id.split('.'), index, name]
  if (item[name] !== undefined && !mayRead(flag.tier, audience)) refuse('unreadable', flag, path)
  else if (item[name] !== undefined && !sameAnswer(item[name], match[name])) refuse('not-own', flag, path)
  const { [name]: _, ...bare } = item
  return match[name] === undefined ? bare : { ...bare, [name]: match[name] }
}

/** An item without its flags. */
const bareIn =
  (list: BaseFact) =>
  (item: Item): Item => {
    const flags = flagsOf(list.id).map(({ id }) => nameOf(id))
    return Object.fromEntries(Object.entries(item).filter(([name]) => !flags.includes(name)))
  }
