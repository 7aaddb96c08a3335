import {
  type Advice,
  type AnsweredBy,
  type BriefAdvice,
  compareAdvice,
  decisionRecord,
  interview,
  migrateSnapshot,
  type PolicyOverrides,
  renderTimeline,
  takeAnswers,
  triageTimeline,
} from 'verwijswijzer'
import { asked, audienceOf, type Call, localeOf, pinned } from './call'
import { mayAnswerAs, ROLES } from './caller'
import { membersOf, wordOf } from './json-body'
import { issuesAt, Refusal } from './problem'

/** An advice on one case, whole or in brief, with a record of it where that is wanted. */
export function advise(call: Call): object {
  const body = membersOf(call.body, ['snapshot', 'audience'], ['locale', 'detail', 'record'])
  const audience = audienceOf(call, body.audience)
  const locale = localeOf(call, body.locale)
  const detail = body.detail === undefined ? 'full' : wordOf('detail', body.detail, ['full', 'brief'])
  const record = body.record === undefined ? 'none' : wordOf('record', body.record, ['none', 'minimal', 'replayable'])
  const { tenant, ruleSet, decision } = call
  if (detail === 'brief') {
    if (record !== 'none')
      throw new Refusal('refused', [{ code: 'contradiction', path: ['record'], other: ['detail'] }])
    const advice = asked('snapshot', () => tenant.adviseInBrief(ruleSet, audience, locale)(body.snapshot))
    pinned(call, advice)
    return { decision, advice }
  }
  const advice = asked('snapshot', () => tenant.advise(ruleSet, audience, locale)(body.snapshot))
  pinned(call, advice)
  return { decision, advice, ...(record === 'none' ? {} : { record: recordOf(call, advice, body.snapshot, record) }) }
}

function recordOf(
  { tenant, ruleSet, decision }: Call,
  advice: Advice,
  snapshot: unknown,
  detail: 'minimal' | 'replayable',
): object {
  const { recordKey, policy } = tenant
  if (recordKey === undefined) throw new Refusal('refused', [{ code: 'no-record-key', path: ['record'] }])
  return decisionRecord(advice, {
    id: decision,
    recordedAt: new Date().toISOString(),
    key: recordKey,
    snapshot,
    detail,
    policy: policy as PolicyOverrides,
    ruleSet,
    tenant: tenant.name,
  })
}

/** What a person would call a change since an earlier advice on the case, and the brief advice to keep for the next time. */
export function changes(call: Call): object {
  const body = membersOf(call.body, ['snapshot', 'audience', 'previous'], ['locale'])
  const audience = audienceOf(call, body.audience)
  const locale = localeOf(call, body.locale)
  const { tenant, ruleSet, decision } = call
  const advice = asked('snapshot', () => tenant.adviseInBrief(ruleSet, audience, locale)(body.snapshot))
  pinned(call, advice)
  const found = asked('previous', () => compareAdvice(body.previous as BriefAdvice, advice))
  return { decision, changes: found, advice }
}

export function timeline(call: Call): object | string {
  const body = membersOf(call.body, ['snapshot', 'audience'], ['locale', 'until'])
  const audience = audienceOf(call, body.audience)
  const locale = localeOf(call, body.locale)
  const { tenant, ruleSet, decision, request, reply } = call
  const { policy } = tenant
  const until = body.until === undefined ? {} : { until: body.until as string }
  const wanted = String(request.headers.accept ?? '')
  if (wanted.includes('image/svg+xml')) {
    const advice = asked('snapshot', () => tenant.advise(ruleSet, audience, locale)(body.snapshot))
    pinned(call, advice)
    const picture = asked('', () => renderTimeline(advice, until))
    reply.type('image/svg+xml; charset=utf-8')
    return picture
  }
  const found = asked('snapshot', () => triageTimeline(body.snapshot, { audience, locale, ruleSet, policy, ...until }))
  return { decision, timeline: found }
}

export function interviewOf(call: Call): object {
  const body = membersOf(call.body, ['snapshot', 'role'], ['locale', 'order', 'answeredBy'])
  const role = wordOf('role', body.role, ROLES)
  mayAnswerAs(call.caller, role)
  const locale = localeOf(call, body.locale)
  const { tenant, ruleSet, decision } = call
  const order = body.order === undefined ? {} : { order: wordOf('order', body.order, ['decision', 'authored']) }
  const answeredBy = body.answeredBy === undefined ? {} : { answeredBy: body.answeredBy as AnsweredBy }
  const found = asked('snapshot', () =>
    interview(body.snapshot, { role, locale, ruleSet, policy: tenant.policy, ...order, ...answeredBy }),
  )
  pinned(call, found.advice)
  return { decision, interview: found }
}

/** Takes in what a role answered: the case to keep, and who answered what. */
export function answers(call: Call): object {
  const body = membersOf(call.body, ['answers', 'role'], ['kept', 'locale', 'whole'])
  const role = wordOf('role', body.role, ROLES)
  mayAnswerAs(call.caller, role)
  const locale = localeOf(call, body.locale)
  const { ruleSet, decision } = call
  const kept = body.kept === undefined ? undefined : membersOf(body.kept, ['snapshot'], ['answeredBy'])
  const whole = body.whole === undefined ? {} : { whole: body.whole as boolean }
  const found = asked('answers', () =>
    takeAnswers(kept as Parameters<typeof takeAnswers>[0], body.answers, role, { locale, ruleSet, ...whole }),
  )
  return { decision, kept: found }
}

/** A case of an earlier version of the rules, in today's words. */
export function migrations(call: Call): object {
  const body = membersOf(call.body, ['snapshot', 'from', 'audience'], ['locale'])
  const audience = audienceOf(call, body.audience)
  const locale = localeOf(call, body.locale)
  const { ruleSet, decision } = call
  const found = asked('snapshot', () =>
    migrateSnapshot(body.snapshot, { from: body.from as string, ruleSet, audience, locale }),
  )
  if (!found.ok) throw new Refusal('refused', issuesAt('snapshot', found.issues))
  return { decision, snapshot: found.snapshot, changes: found.changes }
}
