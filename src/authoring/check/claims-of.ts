import { inside, type Place } from '../../core/rules/finding'
import type { Documents } from '../../core/rules/read-documents'
import type { Rule, RuleSet, Service } from '../../core/rules/rule-set'
import type { Claim } from './claim'
import { partsOf, type Root, rootsOf, serviceRoots } from './condition-parts'
import { findClosedWindows } from './find-closed-windows'
import { findConstantRules } from './find-constant-rules'
import { findCoveredRules } from './find-covered-rules'
import { findDisabledGaps, findGap } from './find-gaps'
import { findIdleHolds } from './find-idle-holds'
import { findIdleParts } from './find-idle-parts'
import { findIdleRelations } from './find-idle-relations'
import { findIdleWaivers } from './find-idle-waivers'
import { findPolicyParts } from './find-policy-parts'

/** Where an extension stands for a rule of the rule set that it extends. */
const EXTENDS: Place = { file: 'manifest.json', path: ['extends'] }

/** The parts of a rule set's files that say something about cases. */
export type OwnDocuments = Pick<Documents, 'checklists' | 'milestones' | 'services'>

/**
 * Everything that may be wrong with the meaning of a rule set. `own` are the files at hand: what they extend is
 * looked at as a whole, and not in the way in which it is written.
 */
export function claimsOf(own: OwnDocuments, ruleSet: RuleSet, extended?: RuleSet): readonly Claim[] {
  const places = placesOf(own)
  const placeOf = (rule: Rule): Place => places.get(rule.id) ?? EXTENDS
  const checklists = [...own.checklists]
  const placeOfService = ({ id }: Service): Place => {
    const at = own.services.services.findIndex((service) => service.id === id)
    return at === -1 ? EXTENDS : { file: 'services.json', path: ['services', at] }
  }
  const inherited = ruleSet.rules.filter(({ id }) => !places.has(id))
  const roots: readonly Root[] = [
    ...checklists.flatMap(([file, checklist]) => rootsOf(file, checklist)),
    ...own.milestones.milestones.flatMap(({ id, conditions }, index) => {
      const place = { file: 'milestones.json', path: ['milestones', index, 'conditions'] }
      return conditions ? [{ scope: { id: 'milestones' }, of: id, condition: conditions, place }] : []
    }),
    ...own.services.services.flatMap((service, index) =>
      serviceRoots(service, { file: 'services.json', path: ['services', index] }),
    ),
    ...inherited.map(({ id, when }) => ({ scope: { id }, of: id, condition: when, place: EXTENDS })),
  ]
  const claims = [
    ...findConstantRules(roots),
    ...checklists.flatMap(([file, checklist]) => {
      const parts = partsOf(file, checklist)
      return [...findIdleParts(parts), ...findPolicyParts(parts, ruleSet)]
    }),
    ...findClosedWindows(ruleSet.rules, placeOf),
    ...findIdleWaivers(ruleSet, placeOf),
    ...findIdleHolds(ruleSet, placeOf),
    ...findCoveredRules(ruleSet, placeOf),
    ...findIdleRelations(ruleSet, placeOf, placeOfService),
    ...checklists.map(([file, checklist]) => findGap(checklist, { file, path: [] })),
  ]
  return [
    ...claims.map((claim) => (claim.place.file === EXTENDS.file ? inherit(claim) : claim)),
    ...(extended ? findDisabledGaps(ruleSet, extended) : []),
  ]
}

/** A rule that is not written in the files at hand has no place in them: it is named. */
const inherit = (claim: Claim): Claim => ({
  ...claim,
  place: EXTENDS,
  message: (world) => {
    const { nl, en } = claim.message(world)
    return { nl: `${claim.about}: ${nl}`, en: `${claim.about}: ${en}` }
  },
})

const placesOf = ({ checklists }: Pick<Documents, 'checklists'>): ReadonlyMap<string, Place> =>
  new Map(
    [...checklists].flatMap(([file, { rules }]) =>
      rules.map(({ id }, index) => [id, inside({ file, path: [] }, 'rules', index)] as const),
    ),
  )
