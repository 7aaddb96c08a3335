import type { Recommendation } from '../../core/advice'
import type { FhirRelease } from '../forms/fhir-types'

/** Any resource or part of one: what is in it differs by release, and the releases' own types say whether it is right. */
export type FhirPart = Readonly<Record<string, unknown>>
/** A resource of FHIR, as JSON. */
export interface FhirResource extends FhirPart {
  readonly resourceType: string
}

/** Who an advice is about, to the host: a pseudonym, never a citizen service number. */
export interface FhirSubject {
  readonly system: string
  readonly value: string
}

export const URN = 'urn:x-verwijswijzer'

export const concept = (system: string, code: string, words?: string): FhirPart => ({
  coding: [{ system: `${URN}:${system}`, code, ...(words === undefined ? {} : { display: words }) }],
  ...(words === undefined ? {} : { text: words }),
})

export const subjectOf = (subject: FhirSubject): FhirPart => ({ identifier: { ...subject } })

/** Of a job group no person is the subject. */
const groupOf = (): FhirPart => ({ type: 'Group', display: 'job group' })

const extension = (name: string, value: FhirPart): FhirPart => ({ url: `${URN}:fhir:${name}`, ...value })
const nested = (name: string, parts: readonly FhirPart[]): FhirPart => ({
  url: `${URN}:fhir:${name}`,
  extension: parts,
})

/**
 * A recommendation as a ServiceRequest that nobody made yet: a draft. `occurrencePeriod` is the window in which the service
 * must start. What FHIR has no place for stands in extensions: the sooner window, what must be there first, holds, caveats.
 */
export function serviceRequestOf(
  recommendation: Recommendation,
  {
    release,
    subject,
    answers,
  }: { readonly release: FhirRelease; readonly subject: FhirSubject; readonly answers?: string | undefined },
): FhirResource {
  const { service, title, level, certainty, timing, reasons } = recommendation
  const said = reasons.map((reason) => concept('rule', reason.rule, reason.text))
  const extensions = extensionsOf(recommendation)
  const isR5 = release === 'R5'
  const requested = concept('service', service, title)
  const supporting = answers === undefined ? [] : [{ reference: answers }]
  return {
    resourceType: 'ServiceRequest',
    ...(extensions.length > 0 ? { extension: extensions } : {}),
    status: 'draft',
    intent: certainty === 'certain' ? 'plan' : 'proposal',
    priority: certainty === 'certain' && timing.state !== 'planned' ? 'urgent' : 'routine',
    code: isR5 ? { concept: requested } : requested,
    subject: level === 'group' ? groupOf() : subjectOf(subject),
    occurrencePeriod: { start: timing.startFrom, end: timing.startBy },
    performerType: concept('performer', 'labour-expert'),
    ...(said.length === 0 ? {} : isR5 ? { reason: said.map((one) => ({ concept: one })) } : { reasonCode: said }),
    ...(supporting.length === 0
      ? {}
      : { supportingInfo: isR5 ? supporting.map((reference) => ({ reference })) : supporting }),
  }
}

function extensionsOf({
  certainty,
  timing,
  blockedBy,
  heldBy,
  waivedBy,
  coveredBy,
  after,
}: Recommendation): FhirPart[] {
  const { sooner, worthwhileUntil } = timing
  return [
    extension('certainty', { valueCode: certainty }),
    ...(sooner
      ? [
          nested('sooner', [
            extension('window', { valuePeriod: { start: sooner.startFrom, end: sooner.startBy } }),
            ...sooner.dependsOn.map((fact) => extension('depends-on', { valueString: fact })),
          ]),
        ]
      : []),
    ...(worthwhileUntil === undefined ? [] : [extension('worthwhile-until', { valueDate: worthwhileUntil })]),
    ...blockedBy.map(({ need, state, firstStep }) =>
      nested('needs-first', [
        extension('need', { valueString: need }),
        extension('state', { valueCode: state }),
        extension('first-step', { valueString: firstStep }),
      ]),
    ),
    ...heldBy.map((hold) =>
      nested('hold', [
        extension('rule', { valueString: hold.rule }),
        extension('certainty', { valueCode: hold.certainty }),
        extension('review-on', { valueDate: hold.reviewOn }),
        extension('text', { valueString: hold.text }),
      ]),
    ),
    ...waivedBy.map(({ rule, text }) =>
      nested('caveat', [extension('rule', { valueString: rule }), extension('text', { valueString: text })]),
    ),
    ...[...coveredBy.map((one) => ['covered-by', one] as const), ...after.map((one) => ['after', one] as const)].map(
      ([name, relation]) =>
        nested(name, [
          extension('service', { valueCode: relation.service }),
          extension('certainty', { valueCode: relation.certainty }),
        ]),
    ),
  ]
}
