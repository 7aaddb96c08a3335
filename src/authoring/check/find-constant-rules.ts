import type { Diagram } from '../../core/diagram/diagram'
import type { Condition } from '../../core/rules/document'
import { expander } from '../../core/rules/expand-condition'
import type { Expanded } from '../../core/rules/rule-set'
import { type Claim, isAlways, isNever } from './claim'
import { leavesIn, type Root, shown } from './condition-parts'
import type { World } from './world'

/** Whole conditions that no case can meet, or that every case meets. */
export function findConstantRules(roots: readonly Root[]): readonly Claim[] {
  return roots.flatMap((root) => [neverMet(root), alwaysMet(root)])
}

function neverMet(root: Root): Claim {
  return {
    code: 'rule-never-met',
    place: root.place,
    about: root.of,
    reads: leavesIn(root.condition, root.scope).map(({ fact }) => fact),
    message: (world) => {
      const parts = greatestPart(world, root).left.map(shown).join('; ')
      return {
        nl: `geen enkel geval kan hieraan voldoen: niet te verenigen met de rest is ${parts}`,
        en: `no case can meet this: what cannot be so beside the rest is ${parts}`,
      }
    },
    holds: (world) => isNever(world.written(root.condition, root.scope)),
    // The nearest case: it meets as many of the conditions as can be met together.
    shownBy: (world) => greatestPart(world, root).met,
    proves: (run) => run.condition(expandedRoot(root)) === 'not-met',
  }
}

function alwaysMet(root: Root): Claim {
  return {
    code: 'rule-always-met',
    place: root.place,
    about: root.of,
    reads: leavesIn(root.condition, root.scope).map(({ fact }) => fact),
    message: () => ({
      nl: 'elk geval voldoet hieraan, wat er ook is geantwoord',
      en: 'every case meets this, whatever was answered',
    }),
    holds: (world) => isAlways(world.written(root.condition, root.scope)),
    shownBy: (world) => world.cases.diagrams.known(true),
    proves: (run) => run.condition(expandedRoot(root)) === 'met',
  }
}

/** As many members of a condition as some case can meet together, and those that are left. */
function greatestPart(world: World, root: Root) {
  const { diagrams } = world.cases
  const left: Condition[] = []
  let met: Diagram<boolean> = diagrams.known(true)
  for (const member of membersOf(root.condition, root)) {
    const more = diagrams.all([met, world.written(member, root.scope)])
    if (isNever(more)) left.push(member)
    else met = more
  }
  return { met, left }
}

function membersOf(condition: Condition, root: Root): readonly Condition[] {
  if ('all' in condition) return condition.all.flatMap((member) => membersOf(member, root))
  if (!('condition' in condition)) return [condition]
  return membersOf(root.scope.conditions?.[condition.condition] as Condition, root)
}

export const expandedRoot = ({ condition, scope }: Root): Expanded => expander(scope.conditions ?? {})(condition)
