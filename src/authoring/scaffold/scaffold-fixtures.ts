import { type Day, parseDay } from '../../core/calendar/day'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { tryCase } from '../coverage/coverage-of'
import { goalText } from '../coverage/goal'
import { impossibleGoals } from '../coverage/impossible-goals'
import type { SeenCase } from '../coverage/seen-in'
import type { Fixture } from '../testing/fixture'
import { look } from '../testing/run-fixture'
import { type Aim, aimsFor, isShown } from './aim'
import { expectedOf } from './expected-of'
import { findCase } from './find-case'
import { fixtureName, sideOf, WINDOW_NAMES } from './fixture-name'

/** Fixtures that were missing, and what no fixture could be written for. */
export interface Scaffolded {
  readonly written: readonly ScaffoldedFixture[]
  /** In words; without what is proved impossible. */
  readonly unshown: readonly string[]
}

/** A fixture before it is a file: what it expects is what the advice says now, for a person to confirm. */
export interface ScaffoldedFixture {
  /** Below the folder of fixtures, without extension. */
  readonly path: string
  readonly document: Pick<Fixture, 'note' | 'generated' | 'snapshot' | 'options' | 'expect'>
}

/**
 * The fixtures that some rules lack: cases on either side of each mark and window, and one in which each comparison
 * decides on its own. What a fixture shows already, confirmed or not, is not written again.
 *
 * @param on The day of the cases, `YYYY-MM-DD`; the first day on which the rule set is valid unless given.
 */
export function scaffoldFixtures(
  rules: readonly Rule[],
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  on: string = ruleSet.manifest.validFrom,
): Scaffolded {
  const asOf = parseDay(on) as Day
  const aims = rules.flatMap((rule) => aimsFor(rule, ruleSet))
  let left = aims
  const see = (seen: SeenCase | undefined): void => {
    if (seen) left = left.filter((aim) => !isShown(aim, seen))
  }
  for (const { snapshot, options } of fixtures) {
    if (left.length > 0) see(tryCase(snapshot, { ruleSet, policy: options?.policy ?? {} }))
  }
  const taken = new Set(fixtures.map(({ path }) => path))
  const written: ScaffoldedFixture[] = []
  const unshown: Aim[] = []
  for (let [aim] = left; aim; [aim] = left) {
    left = left.slice(1)
    const found = findCase(aim, ruleSet, asOf)
    if (!found) {
      unshown.push(aim)
      continue
    }
    const path = fixtureName(aim, (one) => taken.has(one))
    taken.add(path)
    const { snapshot, policy } = found
    const { advice, seen } = look(snapshot, { ruleSet, policy, locale: 'en' })
    written.push({
      path,
      document: {
        note: `Generated for ${aimText(aim)}. Confirm what is expected, say here why, and take "generated" away.`,
        generated: true,
        snapshot: snapshot as Fixture['snapshot'],
        ...(Object.keys(policy).length > 0 && { options: { policy } }),
        expect: expectedOf(aim.rule, advice, seen.outcomes, ruleSet),
      },
    })
    see(tryCase(snapshot, { ruleSet, policy }))
  }
  return { written, unshown: textsOf(unshown, ruleSet) }
}

/** A boundary that no case shows is none: a count may not reach it, or another comparison stands before it. */
function textsOf(unshown: readonly Aim[], ruleSet: RuleSet): readonly string[] {
  const goals = unshown.flatMap((aim) => (aim.kind === 'goal' ? [aim.goal] : []))
  const impossible = impossibleGoals(goals, ruleSet)
  return goals.filter((goal) => !impossible.has(goal)).map(goalText)
}

function aimText(aim: Aim): string {
  if (aim.kind === 'goal') return goalText(aim.goal)
  const { rule, boundary } = aim
  return boundary.kind === 'window'
    ? `${rule.id}: ${WINDOW_NAMES[boundary.day].replaceAll('-', ' ')}`
    : `${rule.id}: ${boundary.leaf.fact} ${sideOf(boundary).replace('-', ' ')} the mark`
}
