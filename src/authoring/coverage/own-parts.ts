import type { RuleSet } from '../../core/rules/rule-set'

/** What a rule set says itself: all of it, or of one that extends another what it adds or says otherwise. */
export interface OwnParts {
  readonly rules: ReadonlySet<string>
  readonly services: ReadonlySet<string>
  readonly parameters: ReadonlySet<string>
  readonly milestones: ReadonlySet<string>
  readonly checklists: ReadonlySet<string>
}

/** @param base What the rule set extends; what it has from there is for the fixtures of that one to show. */
export function ownParts(ruleSet: RuleSet, base: RuleSet | undefined): OwnParts {
  const inherited = ruleSet.extension && base?.fingerprint === ruleSet.extension.fingerprint ? base : undefined
  const own = <Part>(parts: (ruleSet: RuleSet) => Iterable<readonly [string, Part]>): ReadonlySet<string> => {
    const earlier = new Map([...(inherited ? parts(inherited) : [])].map(([id, part]) => [id, JSON.stringify(part)]))
    return new Set([...parts(ruleSet)].flatMap(([id, part]) => (earlier.get(id) === JSON.stringify(part) ? [] : [id])))
  }
  return {
    rules: own(({ rules }) =>
      rules.map((rule) => [rule.id, [rule.when, rule.event, rule.timing, rule.fixedMoment, rule.needs, rule.priority]]),
    ),
    services: own(({ services }) =>
      services.map(({ id, kind, needs, rank, beside, covers, meanwhile, notFor, answersQuestion }) => [
        id,
        [kind, needs, rank, beside, covers, meanwhile?.service, notFor?.regimes, answersQuestion?.reopenedBy],
      ]),
    ),
    parameters: own(({ parameters }) => [...parameters].map(([name, parameter]) => [name, parameter.default])),
    milestones: own(({ milestones }) => milestones.map(({ id, title: _title, text: _text, ...rest }) => [id, rest])),
    checklists: own(({ checklists }) => checklists.map(({ id, positive }) => [id, positive])),
  }
}
