import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/decide/core'
import { deciderOf } from '../../../src/core/decide/decided'
import { needsOf } from '../../../src/core/decide/needs'
import { rulesByService, type ServiceRules } from '../../../src/core/decide/service-rules'
import { weighServices } from '../../../src/core/decide/weigh-services'
import { ownersOf } from '../../../src/core/diagram/diagram'
import type { Judgement } from '../../../src/core/evaluate/judgement'
import { shippedRuleSet } from '../../../src/index'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { judgementOf } from '../../support/judgement-of'

const isRecommended = (rank: number | null): boolean => rank !== null

const JUDGEMENTS: readonly Judgement[] = fc
  .sample(snapshotArbitrary(1), { numRuns: 1_000, seed: 20261122 })
  .map((snapshot) => judgementOf(snapshot, shippedRuleSet()))

/** By the definition: what decides the window, and each hold and each need while the service is recommended. */
function decidesIn(core: Core, { holdPlaces, needPlaces }: ServiceRules, judgement: Judgement): readonly string[] {
  const { forest } = judgement.facts
  const inPlace = needsOf(judgement)
  const is = forest.map(core.recommended, isRecommended)
  const parts = [
    core.recommended,
    ...holdPlaces.map((place) => forest.all([is, judgement.metAt(place)])),
    ...needPlaces.map((place) => forest.all([is, forest.not(inPlace(place))])),
  ]
  return [...new Set(parts.flatMap((part) => ownersOf(part)))].sort()
}

describe('the facts that decide a service', () => {
  it('are those of its window, and of each hold and each need while it is recommended', () => {
    for (const judgement of JUDGEMENTS)
      for (const { verdict } of weighServices(judgement, true))
        expect([...verdict.decided.facts].sort()).toEqual(decidesIn(verdict.core, verdict.rules, judgement))
  })

  it('are so too where holds share some facts with its reasons, and not all', () => {
    let shared = 0
    for (const judgement of JUDGEMENTS) {
      const services = rulesByService(judgement.ruleSet)
      for (const { verdict } of weighServices(judgement, true)) {
        const { core, rules } = verdict
        const own = ownersOf(core.recommended)
        // What speaks for the next service, as if it held this one.
        const next = services[(services.indexOf(rules) + 1) % services.length] as ServiceRules
        for (const { place } of next.reasons) {
          const hold = judgement.metAt(place)
          if (hold.kind === 'known') continue
          const held = { ...rules, holdPlaces: [place], needPlaces: [] }
          const numbers = [core.recommended.id, hold.id, -1]
          const decided = deciderOf(judgement, needsOf(judgement), { numbers, length: numbers.length })(core, held)
          expect([...decided.facts].sort()).toEqual(decidesIn(core, held, judgement))
          const common = ownersOf(hold).filter((fact) => own.includes(fact))
          if (common.length > 0 && common.length < ownersOf(hold).length) shared += 1
        }
      }
    }
    expect(shared).toBeGreaterThan(100)
  })
})
