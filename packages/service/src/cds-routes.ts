import { type Audience, adviceToCards, OVERRIDE_REASONS, snapshotFromFhir } from 'verwijswijzer'
import { asked, type Call, pinned } from './call'
import { mayRead } from './caller'
import { membersOf, wordOf } from './json-body'
import { issuesAt, type ProblemIssue, Refusal } from './problem'

/** A hook of our own, for case systems without a FHIR server: the case is in its context, under a pseudonym. */
export const CASE_VIEW = 'nl.verwijswijzer.case-view'

interface Service {
  readonly id: string
  readonly hook: string
  readonly audience: Audience
  readonly title: string
  readonly description: string
  readonly prefetch?: Readonly<Record<string, string>>
  readonly usageRequirements?: string
}

const NEEDS_CASE = 'The case is in context.snapshot, or the answers are in prefetch.answers as a QuestionnaireResponse.'

/** An employer's system and a physician's call different services, so that no flag decides who reads what. */
const SERVICES: readonly Service[] = [
  {
    id: 'triage-employer',
    hook: CASE_VIEW,
    audience: 'employer',
    title: 'Referral triage, for the employer’s side',
    description: 'Which service of a labour expert to request, by when and why, as the employer may know it.',
    usageRequirements: NEEDS_CASE,
  },
  {
    id: 'triage-full',
    hook: CASE_VIEW,
    audience: 'full',
    title: 'Referral triage, for the physician’s side',
    description: 'Which service of a labour expert to request, by when and why.',
    usageRequirements: NEEDS_CASE,
  },
  {
    id: 'triage-patient-view',
    hook: 'patient-view',
    audience: 'full',
    title: 'Referral triage, in a physician’s system with FHIR',
    description: 'Which service of a labour expert to request for this patient, by when and why.',
    prefetch: {
      answers:
        'QuestionnaireResponse?subject=Patient/{{context.patientId}}&questionnaire=urn:x-verwijswijzer:questionnaire:nl-early-referral&_sort=-authored&_count=1',
    },
  },
]

/** What a client discovers; `version` and `hookVersion` are of the ballot of 3.0, and passed over by 2.0. */
export const discovery = (): object => ({
  services: SERVICES.map(({ audience: _, ...service }) => ({ ...service, version: '1.0.0', hookVersion: '1.0' })),
})

function serviceIn({ request }: Call): Service {
  const { id } = request.params as { readonly id: string }
  const service = SERVICES.find((one) => one.id === id)
  if (!service) throw new Refusal('not-found')
  return service
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const FHIR_ID = /^[A-Za-z0-9.-]{1,64}$/

/** A hook that was called: the cards of the advice on its case. */
export function cards(call: Call): object {
  const service = serviceIn(call)
  mayRead(call.caller, service.audience)
  const body = membersOf(
    call.body,
    ['hook', 'hookInstance', 'context'],
    ['fhirServer', 'fhirAuthorization', 'prefetch', 'extension'],
  )
  const { tenant, ruleSet, decision } = call
  const context = (body.context ?? {}) as Readonly<Record<string, unknown>>
  const issues = requestFaults(body, context, service)
  if (issues.length > 0) throw new Refusal('refused', issues)
  const snapshot = caseIn(call, service.audience, context, body.prefetch)
  const advice = asked('context', () => tenant.advise(ruleSet, service.audience, tenant.locale)(snapshot))
  pinned(call, advice)
  const { patientId } = context
  const fhir =
    service.hook === 'patient-view'
      ? {
          fhir: {
            release: 'R4',
            subject: { system: 'urn:x-verwijswijzer:patient', value: String(patientId) },
          } as const,
        }
      : {}
  return adviceToCards(advice, { decision, ...(tenant.links ? { links: tenant.links } : {}), ...fhir })
}

function requestFaults(
  { hook, hookInstance, context: given, fhirServer, fhirAuthorization }: Readonly<Record<string, unknown>>,
  context: Readonly<Record<string, unknown>>,
  service: Service,
): readonly ProblemIssue[] {
  const isSafe = typeof fhirServer === 'string' && fhirServer.startsWith('https://')
  const checks: readonly (readonly [boolean, string, ...string[]])[] = [
    [hook === service.hook, 'unknown-value', 'hook'],
    [UUID.test(String(hookInstance)), 'wrong-type', 'hookInstance'],
    [typeof given === 'object' && given !== null && !Array.isArray(given), 'wrong-type', 'context'],
    [typeof context.userId === 'string', 'missing-key', 'context', 'userId'],
    // What authorizes to a server is worth nothing without it, and is not sent in the clear (cds-r-1).
    [fhirAuthorization === undefined || isSafe, 'missing-key', 'fhirServer'],
    service.hook === 'patient-view'
      ? [FHIR_ID.test(String(context.patientId)), 'missing-key', 'context', 'patientId']
      : [typeof context.caseId === 'string', 'missing-key', 'context', 'caseId'],
  ]
  return checks.flatMap(([right, code, ...path]) => (right ? [] : [{ code, path }]))
}

/** The case of the context, or the answers that were fetched. @throws Refusal where there is neither. */
function caseIn(
  call: Call,
  audience: Audience,
  { snapshot }: Readonly<Record<string, unknown>>,
  prefetch: unknown,
): unknown {
  if (snapshot !== undefined) return snapshot
  const { answers } = (prefetch ?? {}) as { readonly answers?: unknown }
  const response = responseIn(answers)
  if (response === undefined)
    throw new Refusal('data-missing', [{ code: 'missing-key', path: ['prefetch', 'answers'] }])
  return snapshotOf(call, response, audience, ['prefetch', 'answers'])
}

/** A response by itself, or the first of a Bundle. */
function responseIn(answers: unknown): unknown {
  const { resourceType, entry } = (answers ?? {}) as { readonly resourceType?: unknown; readonly entry?: unknown }
  if (resourceType === 'QuestionnaireResponse') return answers
  if (resourceType !== 'Bundle' || !Array.isArray(entry)) return undefined
  return entry
    .map((one: unknown) => (one as { readonly resource?: unknown } | null)?.resource)
    .find((one) => (one as { readonly resourceType?: unknown } | undefined)?.resourceType === 'QuestionnaireResponse')
}

/** The case that a response tells, read for who calls. */
export function snapshotOf(
  { tenant, ruleSet }: Call,
  response: unknown,
  audience: Audience,
  at: readonly string[],
): unknown {
  const read = snapshotFromFhir(response, { ruleSet, audience, locale: tenant.locale })
  if (!read.ok)
    throw new Refusal(
      'refused',
      issuesAt('', read.issues).map((issue) =>
        issue.code === 'physicians-answer' ? issue : { ...issue, path: [...at, ...issue.path] },
      ),
    )
  return read.snapshot
}

const OUTCOMES = ['accepted', 'overridden'] as const
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+]00:00)$/
const MOST_FEEDBACK = 100

/**
 * What became of cards. A comment is free text, in which anything may stand: it is neither kept nor logged, and nor is
 * anything else but how many were followed and the codes of why not.
 */
export function feedback(call: Call): { readonly outcomes: Readonly<Record<string, number>> } {
  const service = serviceIn(call)
  mayRead(call.caller, service.audience)
  const { feedback: given } = membersOf(call.body, ['feedback'])
  if (!Array.isArray(given) || given.length > MOST_FEEDBACK)
    throw new Refusal('refused', [{ code: 'wrong-type', path: ['feedback'] }])
  const outcomes: Record<string, number> = {}
  given.forEach((one: unknown, at) => {
    const key = outcomeOf(one, ['feedback', at])
    outcomes[key] = (outcomes[key] ?? 0) + 1
  })
  return { outcomes }
}

function outcomeOf(given: unknown, at: ProblemIssue['path']): string {
  try {
    const one = membersOf(
      given,
      ['card', 'outcome', 'outcomeTimestamp'],
      ['acceptedSuggestions', 'overrideReason', 'extension'],
    )
    const outcome = wordOf('outcome', one.outcome, OUTCOMES)
    const { acceptedSuggestions: accepted, overrideReason } = one
    const reason = (overrideReason ?? {}) as {
      readonly reason?: { readonly code?: unknown }
      readonly userComment?: unknown
    }
    const areIds =
      Array.isArray(accepted) &&
      accepted.length > 0 &&
      accepted.every((item) => UUID.test(String((item as { id?: unknown } | null)?.id)))
    const checks: readonly (readonly [boolean, string])[] = [
      [UUID.test(String(one.card)), 'card'],
      [INSTANT.test(String(one.outcomeTimestamp)), 'outcomeTimestamp'],
      [outcome === 'accepted' ? areIds : accepted === undefined || areIds, 'acceptedSuggestions'],
      [
        overrideReason === undefined ||
          (typeof overrideReason === 'object' &&
            overrideReason !== null &&
            (reason.reason !== undefined || typeof reason.userComment === 'string')),
        'overrideReason',
      ],
    ]
    const issues = checks.flatMap(([right, name]) => (right ? [] : [{ code: 'wrong-type', path: [name] }]))
    if (issues.length > 0) throw new Refusal('refused', issues)
    const code = OVERRIDE_REASONS.find((known) => known === reason.reason?.code)
    return outcome === 'accepted' ? outcome : `${outcome} ${code ?? 'unsaid'}`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(
      error.code,
      error.issues.map(({ code, path }) => ({ code, path: [...at, ...path] })),
    )
  }
}
