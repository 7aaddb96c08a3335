import { describe, expect, it } from 'vitest'
import { conformanceOf, REFUSED_INPUTS } from '../../../src/authoring/conformance/conformance'
import type { Advice } from '../../../src/core/advice'
import { triageSync } from '../../../src/core/create-triage'
import type { TriageOptions } from '../../../src/core/options'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { fingerprint } from '../../../src/core/rules/digest'

const RULE_SET = shippedRuleSet()
const { files, manifest } = conformanceOf(RULE_SET)

interface AdvisedCase {
  readonly id: string
  readonly snapshot: unknown
  readonly options: TriageOptions
  readonly digest: string
  readonly advice: Advice
}
const cases = files.get('cases.jsonl') as readonly AdvisedCase[]

describe('the files that a host tests itself against', () => {
  it('are the same each time, and plain JSON', () => {
    const [one, again] = [conformanceOf(RULE_SET, 12), conformanceOf(RULE_SET, 12)]
    expect(JSON.stringify(again)).toBe(JSON.stringify(one))
    expect(JSON.stringify([...again.files])).toBe(JSON.stringify([...one.files]))
    expect(manifest).toMatchObject({ conformanceVersion: 1, ruleSet: { id: RULE_SET.manifest.id } })
    for (const lines of files.values()) expect(JSON.parse(JSON.stringify(lines))).toEqual(lines)
  })

  it('hold whole advices with their digests, for each reader', () => {
    expect(cases.length).toBeGreaterThan(150)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    for (const { snapshot, options, digest, advice } of cases.slice(0, 60)) {
      expect(triageSync(snapshot, { audience: 'full', ...options, ruleSet: RULE_SET })).toEqual(advice)
      expect(fingerprint(advice)).toBe(digest)
    }
  })

  it('show nearly every service, and steps of several kinds', () => {
    const services = new Set(cases.flatMap(({ advice }) => advice.recommendations.map(({ service }) => service)))
    expect(services.size).toBeGreaterThan(15)
    const kinds = new Set(cases.map(({ advice }) => advice.next.kind))
    for (const kind of ['request', 'ask', 'arrange'] as const) expect(kinds).toContain(kind)
  })

  it('hold inputs that are refused, each with a code', () => {
    const refused = files.get('refused.jsonl') as readonly {
      readonly id: string
      readonly issues: readonly unknown[]
    }[]
    expect(refused.length).toBe(REFUSED_INPUTS.length)
    expect(refused.filter(({ issues }) => issues.length === 0).map(({ id }) => id)).toEqual([])
  })

  it('hold days, and forms that come to an end', () => {
    const dates = files.get('dates.jsonl') as readonly Record<string, unknown>[]
    expect(dates).toContainEqual(
      expect.objectContaining({ kind: 'sum', from: '2024-01-31', length: 'P1M', to: '2024-02-29' }),
    )
    expect(dates.filter(({ kind }) => kind === 'first-day').some(({ firstDay }) => firstDay !== null)).toBe(true)
    const forms = files.get('interviews.jsonl') as readonly { readonly digest: unknown; readonly screens: unknown[] }[]
    for (const { digest, screens } of forms) {
      expect(digest).toMatch(/^[0-9a-f]{64}$/)
      expect(screens.length).toBeGreaterThan(1)
    }
  })
})
