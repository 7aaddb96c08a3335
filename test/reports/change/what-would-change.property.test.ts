import { describe, expect, it } from 'vitest'
import { createBriefTriage } from '../../../src/core/brief-advice'
import { TriageError } from '../../../src/core/issue/issue'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { factsOf } from '../../../src/core/rules/facts-of'
import { type ChangedAnswer, whatWouldChange } from '../../../src/reports/change/what-would-change'
import { loadFixtures } from '../../support/load-fixtures'

type Sections = Record<string, Record<string, unknown>>

const practice = (name: string) => {
  const found = loadFixtures().find(({ path }) => path.endsWith(`practice/${name}`))
  if (!found) throw new Error(`there is no practice case ${name}`)
  return found.snapshot
}
const withAnswers = (snapshot: object, answers: readonly ChangedAnswer[]): unknown => {
  const changed = structuredClone(snapshot) as Sections
  for (const { fact, to } of answers) {
    const [section = '', name = ''] = fact.split('.')
    changed[section] = { ...changed[section], [name]: to }
  }
  return changed
}
const stepOf = (snapshot: unknown, audience: 'full' | 'employer' = 'full'): string | undefined => {
  const { kind, service } = createBriefTriage({ audience })(snapshot).next
  return kind === 'wait' || kind === 'ask' ? undefined : service
}

describe('whatWouldChange', () => {
  it.each([
    ['small-employer-few-jobs', 'labour-expert-assessment'],
    ['waiting-employer-many-jobs', 'labour-expert-assessment'],
    ['administrator-tasks-dropped', 'workplace-assessment'],
  ])('of %s and %s names answers that do change the step', (name, service) => {
    const snapshot = practice(name)
    const { changes, isStep, step } = whatWouldChange(snapshot, { service, audience: 'full' })
    expect(step.service).toBe(stepOf(snapshot))
    for (const { answers, step: after } of changes) {
      const found = stepOf(withAnswers(snapshot, answers))
      expect(found === service).toBe(!isStep)
      expect(found).toBe(after.service)
      expect(answers.length).toBe(changes[0]?.answers.length)
    }
  })

  it('misses no single answer', () => {
    const snapshot = practice('small-employer-few-jobs') as unknown as Sections
    const { changes } = whatWouldChange(snapshot, { service: 'labour-expert-assessment', audience: 'full' })
    const named = changes.map(({ answers: [answer] }) => `${answer?.fact} ${answer?.to}`)
    for (const { id, type, options } of factsOf(shippedRuleSet()).values()) {
      const [section = '', name = ''] = id.split('.')
      const from = snapshot[section]?.[name]
      const values = type === 'boolean' ? [true, false] : type === 'choice' ? Object.keys(options ?? {}) : []
      if (!values.some((value) => value === from)) continue
      for (const to of values.filter((value) => value !== from)) {
        let changed: boolean
        try {
          changed =
            stepOf({ ...snapshot, [section]: { ...snapshot[section], [name]: to } }) !== 'labour-expert-assessment'
        } catch (error) {
          if (!(error instanceof TriageError)) throw error
          continue
        }
        expect([id, to, named.includes(`${id} ${to}`)]).toEqual([id, to, changed])
      }
    }
  })

  it('never changes a medical fact for the employer, and gives the same whatever the physician knows', () => {
    const snapshot = practice('small-employer-few-jobs') as unknown as Sections
    const options = { service: 'second-track', audience: 'employer' } as const
    const found = whatWouldChange(snapshot, options)
    for (const { answers } of found.changes)
      for (const { fact } of answers) expect(factsOf(shippedRuleSet()).get(fact)?.tier).toBe('employer')
    const other = { ...snapshot, health: { course: 'worsening', lengthyRecovery: true } }
    expect(JSON.stringify(whatWouldChange(other, options))).toBe(JSON.stringify(found))
  })

  it('refuses a service that there is none of, and a case that is wrong', () => {
    expect(() => whatWouldChange({ asOf: '2026-11-22' }, { service: 'massage' })).toThrow(TriageError)
    expect(() => whatWouldChange({}, { service: 'second-track' })).toThrow(TriageError)
    expect(() => whatWouldChange({ asOf: '2026-11-22' }, null as never)).toThrow(TriageError)
  })
})
