import { inside, type Place } from '../../core/rules/finding'
import type { Rule } from '../../core/rules/rule-set'
import { type Claim, isNever, readsOf } from './claim'
import type { World } from './world'

/** Rules whose window is never open in a case that meets their conditions: always too early, or always too late. */
export function findClosedWindows(rules: readonly Rule[], placeOf: (rule: Rule) => Place): readonly Claim[] {
  return rules.filter(({ timing }) => timing !== undefined).map((rule) => windowNeverOpen(rule, placeOf(rule)))
}

function windowNeverOpen(rule: Rule, place: Place): Claim {
  const open = (world: World) => world.cases.diagrams.all([world.rules.condition(rule), world.rules.isOpen(rule)])
  return {
    code: 'window-never-open',
    place: inside(place, 'timing'),
    about: rule.id,
    reads: readsOf([rule]),
    message: () => ({
      nl: 'in elk geval dat aan de voorwaarden voldoet, is dit venster nog niet open of al voorbij',
      en: 'in every case that meets the conditions, this window has not opened yet or is over',
    }),
    applies: (world) => !isNever(world.rules.condition(rule)),
    holds: (world) => isNever(open(world)),
    shownBy: (world) => world.rules.condition(rule),
    proves: (run) =>
      run.condition(rule.when) === 'met' &&
      run.advice.recommendations
        .filter(({ reasons }) => reasons.every((reason) => reason.rule === rule.id))
        .every(({ timing }) => timing.state !== 'due'),
  }
}
