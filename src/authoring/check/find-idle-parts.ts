import { expander } from '../../core/rules/expand-condition'
import { parameterIn } from '../../core/rules/policy'
import type { Expanded } from '../../core/rules/rule-set'
import { type Claim, isNever } from './claim'
import { leavesIn, type Part, type Root, shown } from './condition-parts'
import { expandedRoot } from './find-constant-rules'
import type { World } from './world'

/** Parts of conditions that are the same in every case, or that could be left out without any case noticing. */
export function findIdleParts(parts: readonly Part[]): readonly Claim[] {
  return parts.filter(isOfCases).flatMap((part) => [constantPart(part), partWithoutEffect(part)])
}

/** What compares policy values is for an organisation to set. */
const isOfCases = ({ condition, scope, users }: Part): boolean =>
  users.length > 0 && leavesIn(condition, scope).every(({ fact }) => parameterIn(fact) === undefined)

function constantPart(part: Part): Claim {
  const { condition, scope, place, users } = part
  const isConstant = (world: World): boolean => world.written(condition, scope).kind === 'known'
  return {
    code: 'constant-part',
    place,
    about: shown(condition),
    reads: users.flatMap((user) => leavesIn(user.condition, user.scope)).map(({ fact }) => fact),
    message: (world) => {
      const met = !isNever(world.written(condition, scope))
      return {
        nl: `dit is in ${met ? 'elk' : 'geen enkel'} geval zo: ${shown(condition)}`,
        en: `this is so in ${met ? 'every' : 'no'} case: ${shown(condition)}`,
      }
    },
    holds: (world) => isConstant(world),
    shownBy: (world) => world.cases.diagrams.known(true),
    proves: (run) => run.condition(expandedPart(part)) !== 'open',
  }
}

function partWithoutEffect(part: Part): Claim {
  const { condition, scope, place, group, users } = part
  // What a group is without it.
  const neutral = group === 'all'
  const without = (world: World, { condition: whole }: Root) =>
    world.written(whole, scope, { part: condition, by: neutral })
  const [user] = users as [Root]
  return {
    code: 'part-without-effect',
    place,
    about: shown(condition),
    reads: users.flatMap((user) => leavesIn(user.condition, user.scope)).map(({ fact }) => fact),
    message: () =>
      group === 'all'
        ? {
            nl: `dit kan weg: het volgt al uit de rest (${shown(condition)})`,
            en: `this can be left out: it follows from the rest already (${shown(condition)})`,
          }
        : {
            nl: `dit kan weg: wat eraan voldoet, voldoet ook aan de rest (${shown(condition)})`,
            en: `this can be left out: what meets it also meets the rest (${shown(condition)})`,
          },
    applies: (world) =>
      world.written(condition, scope).kind === 'split' && !isNever(world.written(user.condition, user.scope)),
    holds: (world) => users.every((root) => without(world, root) === world.written(root.condition, scope)),
    shownBy: (world) => {
      const whole = world.written(user.condition, user.scope)
      const beside = world.cases.diagrams.all([world.written(condition, scope), whole])
      return isNever(beside) ? whole : beside
    },
    proves: (run) => run.condition(expandedRoot(user)) === 'met' && run.condition(expandedPart(part)) !== 'open',
  }
}

const expandedPart = ({ condition, scope }: Part): Expanded => expander(scope.conditions ?? {})(condition)
