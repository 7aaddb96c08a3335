import type { Advice, Recommendation } from '../../core/advice'
import { adviceIssues } from '../../core/advice-shape'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { FhirRelease } from '../forms/fhir-types'
import { isUuid, nameUuid } from '../name-uuid'
import {
  concept,
  type FhirPart,
  type FhirResource,
  type FhirSubject,
  serviceRequestOf,
  subjectOf,
  URN,
} from './service-request'

/** The release of FHIR, whom it is about, and what only the host knows. */
export interface AdviceToFhirOptions {
  readonly release: FhirRelease
  /** The id of the decision, a UUID: resources are named by it, so that the same advice gives the same bytes. */
  readonly decision: string
  readonly subject: FhirSubject
  /** When it was given, an instant with its offset: then there is a Provenance too. Nothing here reads a clock. */
  readonly recordedAt?: string
  /** The QuestionnaireResponse that it rests on, as a reference. */
  readonly answers?: string
}

/** A Bundle, as JSON. */
export interface FhirBundle extends FhirResource {
  readonly resourceType: 'Bundle'
  readonly type: 'collection'
  readonly entry: readonly { readonly fullUrl: string; readonly resource: FhirResource }[]
}

/**
 * An advice as a Bundle of FHIR R4 or R5: a GuidanceResponse, a ServiceRequest for each recommendation, what groups them
 * (RequestGroup, in R5 RequestOrchestration), a Task for each step that somebody can take up, and a Provenance. All are
 * drafts and proposals: a person decides. It says what the advice says, and so what its audience may read.
 *
 * @throws TriageError for an advice that is none, and for every option that is wrong.
 */
export function adviceToFhir(advice: Advice, options: AdviceToFhirOptions): FhirBundle {
  const issues = [...adviceIssues(advice), ...optionIssues(options)]
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const { decision } = options
  const urlOf = (name: string): string => `urn:uuid:${nameUuid(decision, name)}`
  const requests = advice.recommendations.map((recommendation) => ({
    recommendation,
    fullUrl: urlOf(`ServiceRequest/${recommendation.service}`),
    resource: serviceRequestOf(recommendation, options),
  }))
  const group = requests.length === 0 ? [] : [{ fullUrl: urlOf('group'), resource: groupOf(requests, advice, options) }]
  const guidance = { fullUrl: urlOf('guidance'), resource: guidanceOf(advice, options, group[0]?.fullUrl) }
  const tasks = [
    ...requests
      .filter(({ recommendation }) => isToDo(recommendation))
      .map(({ recommendation, fullUrl }) => ({
        fullUrl: urlOf(`Task/${recommendation.service}`),
        resource: requestTask(recommendation, fullUrl, options),
      })),
    ...advice.ask.map((screen) => ({ fullUrl: urlOf(`Task/ask/${screen.id}`), resource: askTask(screen, options) })),
    ...advice.notices.flatMap((notice) =>
      notice.on === undefined
        ? []
        : [{ fullUrl: urlOf(`Task/notice/${notice.id}`), resource: noticeTask({ ...notice, on: notice.on }, options) }],
    ),
  ]
  const entries = [guidance, ...group, ...requests.map(({ fullUrl, resource }) => ({ fullUrl, resource })), ...tasks]
  const provenance =
    options.recordedAt === undefined
      ? []
      : [
          {
            fullUrl: urlOf('provenance'),
            resource: provenanceOf(
              entries.map(({ fullUrl }) => fullUrl),
              advice,
              options,
            ),
          },
        ]
  return {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${decision}` },
    type: 'collection',
    entry: [...entries, ...provenance],
  }
}

function guidanceOf(
  advice: Advice,
  { release, decision, subject }: AdviceToFhirOptions,
  group: string | undefined,
): FhirResource {
  const { ruleSet, asOf, complete, recommendations, openQuestions, locale } = advice
  const isCertain = recommendations.some(({ certainty }) => certainty === 'certain')
  const result = group === undefined ? undefined : { reference: group }
  return {
    resourceType: 'GuidanceResponse',
    language: locale,
    requestIdentifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${decision}` },
    moduleCanonical: `${URN}:rule-set:${ruleSet.id}|${ruleSet.version}`,
    status: complete ? 'success' : isCertain || recommendations.length === 0 ? 'data-requested' : 'data-required',
    subject: subjectOf(subject),
    occurrenceDateTime: asOf,
    note: [{ text: advice.next.text }],
    ...(result === undefined ? {} : { result: release === 'R5' ? [result] : result }),
    ...(openQuestions.length === 0
      ? {}
      : {
          dataRequirement: openQuestions.map(({ fact, question }) => ({
            type: 'QuestionnaireResponse',
            codeFilter: [{ path: 'item.linkId', code: [{ code: fact, display: question }] }],
          })),
        }),
  }
}

interface Request {
  readonly recommendation: Recommendation
  readonly fullUrl: string
}

function groupOf(
  requests: readonly Request[],
  { asOf, locale }: Advice,
  { release, subject }: AdviceToFhirOptions,
): FhirResource {
  return {
    resourceType: release === 'R5' ? 'RequestOrchestration' : 'RequestGroup',
    language: locale,
    status: 'draft',
    intent: 'proposal',
    subject: subjectOf(subject),
    authoredOn: asOf,
    action: requests.map(({ recommendation, fullUrl }) => ({
      title: recommendation.title,
      description: recommendation.timing.text,
      timingPeriod: { start: recommendation.timing.startFrom, end: recommendation.timing.startBy },
      resource: { reference: fullUrl },
    })),
  }
}

/** What somebody can take up: not what is only possible, nor what another service covers. */
const isToDo = ({ certainty, coveredBy }: Recommendation): boolean =>
  certainty === 'certain' && !coveredBy.some((cover) => cover.certainty === 'certain')

function requestTask(
  { title, timing, heldBy, underway }: Recommendation,
  request: string,
  options: AdviceToFhirOptions,
): FhirResource {
  const hold = heldBy.find(({ certainty }) => certainty === 'certain')
  const status = underway ? (underway.state === 'planned' ? 'accepted' : 'requested') : hold ? 'on-hold' : 'draft'
  return {
    ...taskOf(status, 'request', `${title}: ${timing.text}`, options),
    ...(hold
      ? {
          statusReason:
            options.release === 'R5'
              ? { concept: concept('rule', hold.rule, hold.text) }
              : concept('rule', hold.rule, hold.text),
        }
      : {}),
    // R5 lets only a task that seeks fulfilment be restricted to a period (tsk-1).
    code: { coding: [{ system: `${URN}:task`, code: 'request' }, fulfil()] },
    focus: { reference: request },
    restriction: {
      period: { start: timing.startFrom, end: hold && hold.reviewOn > timing.startBy ? hold.reviewOn : timing.startBy },
    },
  }
}

function askTask({ id, title, text, facts }: Advice['ask'][number], options: AdviceToFhirOptions): FhirResource {
  return {
    ...taskOf('draft', 'answer', `${title}: ${text}`, options),
    input: facts.map((fact) => ({ type: concept('ask', id), valueString: fact })),
  }
}

function noticeTask(
  { id, text, on }: { readonly id: string; readonly text: string; readonly on: string },
  options: AdviceToFhirOptions,
): FhirResource {
  return {
    ...taskOf('draft', 'deadline', text, options),
    identifier: [{ system: `${URN}:notice`, value: id }],
    ...(options.release === 'R5' ? { requestedPeriod: { end: on } } : { restriction: { period: { end: on } } }),
  }
}

const fulfil = () => ({ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' })

const taskOf = (status: string, code: string, description: string, { subject }: AdviceToFhirOptions): FhirResource => ({
  resourceType: 'Task',
  status,
  intent: 'proposal',
  code: concept('task', code),
  description,
  for: subjectOf(subject),
})

function provenanceOf(
  targets: readonly string[],
  advice: Advice,
  { recordedAt, answers }: AdviceToFhirOptions,
): FhirResource {
  const { ruleSet } = advice
  const source = (what: FhirPart): FhirPart => ({ role: 'source', what })
  return {
    resourceType: 'Provenance',
    target: targets.map((reference) => ({ reference })),
    recorded: recordedAt,
    agent: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'assembler' }],
        },
        who: { type: 'Device', display: `verwijswijzer ${advice.package}` },
      },
    ],
    entity: [
      source({
        identifier: { system: `${URN}:digest`, value: ruleSet.digest },
        display: `${ruleSet.id} ${ruleSet.version}`,
      }),
      ...(answers === undefined ? [] : [source({ reference: answers })]),
    ],
  }
}

const NAMES = ['release', 'decision', 'subject', 'recordedAt', 'answers']
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
const REFERENCE = /^\S{1,256}$/

function optionIssues(given: unknown): readonly Issue[] {
  if (typeof given !== 'object' || given === null) return [wrong('release', 'give the options as an object')]
  const { release, decision, subject, recordedAt, answers, ...others } = given as Partial<AdviceToFhirOptions>
  return [
    ...Object.keys(others).map(
      (name): Issue => ({
        code: 'unknown-option',
        path: ['options', name.slice(0, 64)],
        message: `there is no such option: give ${NAMES.join(', ')}`,
      }),
    ),
    ...(release === 'R4' || release === 'R5' ? [] : [wrong('release', 'give R4 or R5')]),
    ...(isUuid(decision) ? [] : [wrong('decision', 'give the id of the decision, a UUID in small letters')]),
    ...subjectIssues(subject),
    ...(recordedAt === undefined || INSTANT.test(String(recordedAt))
      ? []
      : [wrong('recordedAt', 'give an instant with its offset, such as 2026-11-30T09:15:00Z')]),
    ...(answers === undefined || REFERENCE.test(String(answers))
      ? []
      : [wrong('answers', 'give a reference, such as QuestionnaireResponse/1')]),
  ]
}

/** Whether this can be who an advice is about. */
export const subjectIssues = (subject: unknown): readonly Issue[] => {
  const { system, value } = (subject ?? {}) as Partial<FhirSubject>
  const isRight =
    typeof system === 'string' && /^[a-z][a-z0-9+.-]*:\S{1,200}$/i.test(system) && /^[\w.-]{1,64}$/.test(String(value))
  return isRight ? [] : [wrong('subject', 'give a system (a URI) and a value, the pseudonym of the case')]
}

const wrong = (option: string, message: string): Issue => ({ code: 'wrong-type', path: ['options', option], message })
