import type { Expanded } from '../../core/rules/rule-set'
import { leafText } from './leaf-text'
import type { Writer } from './writer'

/** A condition as an opening and a list of points, nested as the groups in it are. */
export function conditionText(condition: Expanded, writer: Writer): string {
  const { lead } = writer.words
  const found = simplify(condition)
  if (!('all' in found) && !('any' in found)) return [lead.one, '', ...pointLines(found, 0, writer)].join('\n')
  const members = 'all' in found ? found.all : found.any
  if (members.length === 0) return lead.always
  const points = members.flatMap((member) => pointLines(member, 0, writer))
  return ['all' in found ? lead.all : lead.any, '', ...points].join('\n')
}

function pointLines(condition: Expanded, depth: number, writer: Writer): string[] {
  const margin = '  '.repeat(depth)
  if (!('all' in condition) && !('any' in condition)) return [`${margin}- ${leafText(condition, writer)}`]
  const { group } = writer.words
  const [opening, members] = 'all' in condition ? [group.all, condition.all] : [group.any, condition.any]
  return [`${margin}- ${opening}`, ...members.flatMap((member) => pointLines(member, depth + 1, writer))]
}

/** A group of one is its member, and a group inside a group of its own kind adds nothing. */
function simplify(condition: Expanded): Expanded {
  if ('all' in condition) {
    const members = condition.all.map(simplify).flatMap((member) => ('all' in member ? member.all : [member]))
    return members.length === 1 ? (members[0] as Expanded) : { all: members }
  }
  if ('any' in condition) {
    const members = condition.any.map(simplify).flatMap((member) => ('any' in member ? member.any : [member]))
    return members.length === 1 ? (members[0] as Expanded) : { any: members }
  }
  return condition
}
