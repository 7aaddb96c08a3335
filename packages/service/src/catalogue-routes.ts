import { exportForm, FORM_FORMATS, factsOf, type Locale, type RuleSet } from 'verwijswijzer'
import { asked, audienceOf, type Call, localeOf } from './call'
import { mayAnswerAs, ROLES } from './caller'
import { wordOf } from './json-body'
import { Refusal } from './problem'

export const CATALOGUES = ['rules', 'services', 'policy', 'sources', 'facts'] as const

/** What the rules of a tenant are about. It changes only with them. */
export function catalogue(name: (typeof CATALOGUES)[number], call: Call): object | undefined {
  const locale = localeOf(call, call.query.locale)
  if (unchanged(call, `${name}-${locale}-${call.tenant.name}`)) return undefined
  const { ruleSet } = call
  const { id, version } = ruleSet.manifest
  return { ruleSet: { id, version, fingerprint: ruleSet.fingerprint }, [name]: LISTS[name](ruleSet, locale, call) }
}

const LISTS: Readonly<Record<(typeof CATALOGUES)[number], (ruleSet: RuleSet, locale: Locale, call: Call) => object>> = {
  rules: ({ rules }, locale) =>
    rules.map(({ id, checklist, text, sources, tier }) => ({
      id,
      checklist,
      tier,
      ...(text ? { text: text[locale] } : {}),
      sources: sources ?? [],
    })),
  services: ({ services }, locale) =>
    services.map(({ id, title, level, effort, rank }) => ({ id, title: title[locale], level, effort, priority: rank })),
  policy: ({ parameters }, _locale, { tenant }) =>
    [...parameters].map(([name, parameter]) => ({
      ...parameter,
      name,
      ...(Object.hasOwn(tenant.policy, name) ? { own: tenant.policy[name] } : {}),
    })),
  sources: ({ sources }) => [...sources.values()],
  facts: (ruleSet, locale) =>
    [...factsOf(ruleSet).values()].map(({ id, type, tier, answeredBy, question }) => ({
      id,
      type,
      tier,
      answeredBy,
      question: question[locale],
    })),
}

/** The questions as a form, for one role or for an audience. */
export function form(call: Call): object | undefined {
  const { format } = call.request.params as { readonly format: string }
  const known = FORM_FORMATS.find((one) => one === format)
  if (known === undefined) throw new Refusal('not-found')
  const locale = localeOf(call, call.query.locale)
  const { ruleSet } = call
  if (call.query.role !== undefined) {
    const role = wordOf('role', call.query.role, ROLES)
    mayAnswerAs(call.caller, role)
    if (unchanged(call, `${known}-${locale}-${role}`)) return undefined
    return asked('', () => exportForm(known, { role, locale, ruleSet }))
  }
  const audience = audienceOf(call, call.query.audience ?? 'employer')
  if (unchanged(call, `${known}-${locale}-${audience}`)) return undefined
  return asked('', () => exportForm(known, { audience, locale, ruleSet }))
}

/** Whether the client has this already; the answer is told by its tag in any case. */
function unchanged({ tenant, ruleSet, request, reply }: Call, part: string): boolean {
  const tag = `"${[...tenant.digests(ruleSet), part].join('-')}"`
  reply.header('ETag', tag).header('Cache-Control', 'private, max-age=300')
  if (request.headers['if-none-match'] !== tag) return false
  reply.code(304)
  return true
}
