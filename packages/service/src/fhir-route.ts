import { adviceToFhir, type FhirBundle } from 'verwijswijzer'
import { asked, audienceOf, type Call, localeOf, pinned } from './call'
import { snapshotOf } from './cds-routes'
import { membersOf } from './json-body'
import { Refusal } from './problem'

const NAMES = ['answers', 'audience', 'subject', 'locale'] as const

/**
 * The operation `$advice`: Parameters with a QuestionnaireResponse, for whom the advice is and whose case it is, under a
 * pseudonym; a Bundle back.
 */
export function fhirAdvice(call: Call): FhirBundle {
  const { release } = call.request.params as { readonly release: string }
  if (release !== 'R4' && release !== 'R5') throw new Refusal('not-found')
  const given = parametersIn(call.body)
  const audience = audienceOf(call, given.audience)
  const locale = localeOf(call, given.locale)
  const { tenant, ruleSet, decision } = call
  const snapshot = snapshotOf(call, given.answers, audience, ['answers'])
  const advice = asked('answers', () => tenant.advise(ruleSet, audience, locale)(snapshot))
  pinned(call, advice)
  const subject = given.subject as { readonly system: string; readonly value: string }
  const recordedAt = new Date().toISOString()
  const bundle = asked('', () => adviceToFhir(advice, { release, decision, subject, recordedAt }))
  call.reply.type('application/fhir+json')
  return bundle
}

/** Each parameter by its name: its resource, or its value. @throws Refusal. */
function parametersIn(body: unknown): Readonly<Record<(typeof NAMES)[number], unknown>> {
  const { resourceType, parameter } = membersOf(body, ['resourceType', 'parameter'])
  if (resourceType !== 'Parameters' || !Array.isArray(parameter))
    throw new Refusal('refused', [{ code: 'wrong-type', path: ['resourceType'] }])
  const found = new Map<string, unknown>()
  parameter.forEach((one: unknown, at) => {
    const { name, resource, valueCode, valueIdentifier } = membersOf(
      one,
      ['name'],
      ['resource', 'valueCode', 'valueIdentifier'],
    )
    if (!NAMES.some((known) => known === name) || found.has(String(name)))
      throw new Refusal('refused', [{ code: 'unknown-key', path: ['parameter', at] }])
    found.set(String(name), resource ?? valueCode ?? valueIdentifier)
  })
  const missing = NAMES.filter((name) => name !== 'locale' && found.get(name) === undefined)
  if (missing.length > 0)
    throw new Refusal(
      'refused',
      missing.map((name) => ({ code: 'missing-key', path: [name] })),
    )
  return Object.fromEntries(NAMES.map((name) => [name, found.get(name)])) as Readonly<
    Record<(typeof NAMES)[number], unknown>
  >
}
