import { inside, type Place } from '../../core/rules/finding'
import type { Documents } from '../../core/rules/read-documents'
import { type Finding, findingAt } from './finding'

/** A finding that stands on purpose. */
export interface AcceptedFinding extends Finding {
  readonly reason: string
}

interface Acceptance {
  /** What is accepted in: a rule, a checklist, a service or a policy parameter. */
  readonly of: Place
  readonly place: Place
  readonly finding: string
  readonly reason: string
}

/** Sets apart what the files accept; what they accept and is not found any more, is a finding itself. */
export function acceptFindings(
  findings: readonly Finding[],
  documents: Documents,
  undecided: ReadonlySet<string> = new Set(),
): { readonly findings: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] } {
  const acceptances = acceptancesIn(documents)
  const accepted: AcceptedFinding[] = []
  const open: Finding[] = []
  const used = new Set<Acceptance>()
  for (const finding of findings) {
    const acceptance = acceptances.find((one) => one.finding === finding.code && isInside(finding, one.of))
    if (acceptance) {
      used.add(acceptance)
      accepted.push({ ...finding, reason: acceptance.reason })
    } else open.push(finding)
  }
  const idle = acceptances
    .filter((acceptance) => !used.has(acceptance) && !undecided.has(acceptance.finding))
    .map(({ place, finding }) =>
      findingAt('accepted-without-finding', place, {
        nl: `wat hier is aanvaard, wordt niet gevonden: verwijder ${finding}`,
        en: `what is accepted here is not found: remove ${finding}`,
      }),
    )
  return { findings: [...open, ...idle], accepted }
}

const isInside = ({ file, path }: Finding, of: Place): boolean =>
  file === of.file && of.path.every((step, index) => path[index] === step)

/** The innermost first, so that each finding is told by the reason that is nearest to it. */
function acceptancesIn({ checklists, policy, services }: Documents): readonly Acceptance[] {
  const places = [
    ...policy.parameters.map((parameter, index) => ({
      of: { file: 'policy.json', path: ['parameters', index] },
      accepted: parameter.accepted,
    })),
    ...services.services.map((service, index) => ({
      of: { file: 'services.json', path: ['services', index] },
      accepted: service.accepted,
    })),
    ...[...checklists].flatMap(([file, checklist]) => [
      ...checklist.rules.map((rule, index) => ({ of: { file, path: ['rules', index] }, accepted: rule.accepted })),
      { of: { file, path: [] }, accepted: checklist.accepted },
    ]),
  ]
  return places.flatMap(({ of, accepted }) =>
    (accepted ?? []).map((entry, index) => ({ of, place: inside(of, 'accepted', index), ...entry })),
  )
}
