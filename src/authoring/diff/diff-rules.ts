import type { Diagram } from '../../core/diagram/diagram'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { decodeWindow } from '../../core/time/window'
import type { AllCases } from '../check/all-cases'
import type { OTHERS } from '../check/case-difference'
import type { WindowCode } from '../check/case-facts'
import type { RuleCases } from '../check/rule-cases'
import type { RunCase } from '../check/run-case'
import type { Suspected } from '../check/suspected'

type Kind = (typeof OTHERS)[number]

/** In which cases a rule, a checklist or a milestone that both rule sets have is met in one and not in the other. */
export function diffRules(before: RuleCases, after: RuleCases, { diagrams }: AllCases): readonly Suspected<Kind>[] {
  const [old, now] = [before.facts.ruleSet, after.facts.ruleSet]
  return [
    ...shared(old.rules, now.rules).flatMap(([one, other]) => [
      ...metOtherwise(
        one.id,
        before.met(one),
        after.met(other),
        ['rule-met-more', 'rule-met-less'],
        (run) => run.rule(one.id) === 'met',
        (run) => run.rule(one.id) === 'not-met',
      ),
      ...windowOtherwise(one, other),
    ]),
    ...shared(old.checklists, now.checklists).flatMap(([{ id, positive }, other]) =>
      metOtherwise(
        id,
        before.facts.holds(positive),
        after.facts.holds(other.positive),
        ['checklist-positive-more', 'checklist-positive-less'],
        (run) => checklistIn(run, id) === 'positive',
        (run) => checklistIn(run, id) === 'negative',
      ),
    ),
    ...shared(old.milestones, now.milestones).flatMap(([{ id, appliesWhen }, other]) =>
      metOtherwise(
        id,
        before.facts.holds(appliesWhen),
        after.facts.holds(other.appliesWhen),
        ['milestone-more', 'milestone-less'],
        (run) => run.condition(milestoneIn(run.ruleSet, id)) === 'met',
        (run) => run.condition(milestoneIn(run.ruleSet, id)) === 'not-met',
      ),
    ),
  ]

  function metOtherwise(
    of: string,
    one: Diagram<boolean>,
    other: Diagram<boolean>,
    [more, less]: readonly [Kind, Kind],
    isMet: (run: RunCase) => boolean,
    isNotMet: (run: RunCase) => boolean,
  ): readonly Suspected<Kind>[] {
    const only = (met: Diagram<boolean>, not: Diagram<boolean>) => diagrams.all([met, diagrams.not(not)])
    return [
      { kind: more, of, shownBy: only(other, one), proves: (a: RunCase, b: RunCase) => isNotMet(a) && isMet(b) },
      { kind: less, of, shownBy: only(one, other), proves: (a: RunCase, b: RunCase) => isMet(a) && isNotMet(b) },
    ]
  }

  /** While both are met: the window of a rule can change where another, more urgent one hides it. */
  function windowOtherwise(one: Rule, other: Rule): readonly Suspected<Kind>[] {
    const both = diagrams.all([before.met(one), after.met(other)])
    const proves = (a: RunCase, b: RunCase): boolean => a.rule(one.id) === 'met' && b.rule(one.id) === 'met'
    const windows = (isSo: typeof isEarlier): Diagram<boolean> =>
      diagrams.all([both, diagrams.combine(before.window(one), after.window(other), isSo)])
    return [
      { kind: 'rule-window-earlier', of: one.id, shownBy: windows(isEarlier), proves },
      { kind: 'rule-window-later', of: one.id, shownBy: windows(isLater), proves },
    ]
  }
}

const shared = <Item extends { readonly id: string }>(
  old: readonly Item[],
  now: readonly Item[],
): readonly (readonly [Item, Item])[] =>
  old.flatMap((one) => {
    const other = now.find(({ id }) => id === one.id)
    return other ? [[one, other] as const] : []
  })

const isEarlier = (before: WindowCode | null, after: WindowCode | null): boolean => daysOf(after) < daysOf(before)
const isLater = (before: WindowCode | null, after: WindowCode | null): boolean => daysOf(after) > daysOf(before)

/** No window is like no window. */
function daysOf(window: WindowCode | null): string {
  if (window === null) return ''
  const { by, from } = decodeWindow(window)
  return `${by} ${from}`
}

const checklistIn = ({ advice }: RunCase, id: string) =>
  advice.checklists.find((checklist) => checklist.id === id)?.outcome

const milestoneIn = ({ milestones }: RuleSet, id: string) =>
  milestones.find((milestone) => milestone.id === id)?.appliesWhen ?? { all: [] }
