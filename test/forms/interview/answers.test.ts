import { describe, expect, it } from 'vitest'
import { knownTo } from '../../../src/core/audience/known-to'
import {
  type Answer,
  type Answers,
  answersUnder,
  answerTo,
  askedIn,
  noAnswers,
  openCase,
  slotsFor,
} from '../../../src/core/case/case'
import { readCase } from '../../../src/core/case/read-case'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { factsOf } from '../../../src/core/rules/facts-of'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'
import { loadRuleSet } from '../../../src/index'
import { ownFiles } from '../../support/own-rule-set'

const extended = loadRuleSet(ownFiles())
if (!extended.ok) throw new Error(JSON.stringify(extended.issues))
const OWN = extended.ruleSet

const INPUT = {
  asOf: '2026-09-14',
  signals: { employeeAsks: false, tasksDropped: true },
  taskLoad: { lifting: 'high', pushPull: 'unknown' },
  health: { course: 'recovering' },
  absence: { workedShare: 50 },
}
const EXTENDED = { ...INPUT, own: { nightShifts: 8, rosterAgreed: true, sleepAdvice: 'rest' } }

function bothWays(input: unknown, ruleSet = shippedRuleSet()): readonly Answers[] {
  const parsed = checkSnapshot(input, { ruleSet })
  const read = readCase(input, ruleSet.facts)
  if (!parsed.ok || !read) throw new Error('a wrong input')
  return [openCase(parsed.snapshot, ruleSet.facts).answers, read.answers]
}

describe('the answers of a case', () => {
  it('stand in authored order: those of the vocabulary, then those of the own facts', () => {
    expect([...slotsFor().keys()]).toEqual([...BASE_FACTS.keys()])
    expect([...slotsFor(OWN.facts).keys()]).toEqual([...factsOf(OWN).keys()])
    expect(slotsFor(OWN.facts)).toBe(slotsFor(OWN.facts))
    expect(slotsFor(new Map())).toBe(slotsFor())
    for (const [id, slot] of slotsFor()) expect(slotsFor(OWN.facts).get(id)).toBe(slot)
  })

  it('are found by fact, by slot and one after the other', () => {
    for (const answers of bothWays(EXTENDED, OWN)) {
      const { slots, given } = answers
      expect(given).toHaveLength(slots.size)
      for (const [id, slot] of slots) expect(answers.given[slot]).toBe(answerTo(answers, id))
      expect(askedIn(answers).map(([id]) => id)).toEqual([...slots.keys()].filter((id) => answerTo(answers, id)))
      expect(answerTo(answers, 'taskLoad.pushPull')).toEqual({ state: 'unknown', said: 'unknown' })
      expect(answerTo(answers, 'own.nightShifts')).toEqual({ state: 'known', value: 8, option: -1 })
      expect(answerTo(answers, 'conflict.status')).toBeUndefined()
      expect(answerTo(answers, 'no.fact')).toBeUndefined()
    }
    expect(askedIn(noAnswers(OWN.facts))).toEqual([])
    expect(noAnswers(OWN.facts).given).toHaveLength(slotsFor(OWN.facts).size)
  })

  it('say the place of a value among its options, in one object for each', () => {
    const [opened, read] = bothWays(EXTENDED, OWN) as [Answers, Answers]
    for (const id of ['signals.employeeAsks', 'signals.tasksDropped', 'taskLoad.lifting', 'own.sleepAdvice']) {
      const fact = factsOf(OWN).get(id)
      const answer = answerTo(read, id) as Extract<Answer, { readonly state: 'known' }>
      expect(answer).toBe(answerTo(opened, id))
      const values = fact?.type === 'boolean' ? [true, false] : Object.keys(fact?.options ?? {})
      expect(values[answer.option]).toBe(answer.value)
    }
  })

  it('are the same under a rule set with other own facts, but for those', () => {
    const [under, plain] = [bothWays(EXTENDED, OWN)[0], bothWays(INPUT)[0]] as [Answers, Answers]
    expect(answersUnder(under, OWN.facts)).toBe(under)
    expect(answersUnder(under, new Map())).toEqual(plain)
    expect(askedIn(answersUnder(plain, OWN.facts))).toEqual(askedIn(plain))
  })

  it('are known to the employer where the fact is, whatever rule set the case was opened under', () => {
    for (const ruleSet of [shippedRuleSet(), OWN]) {
      const opened = openCase({ asOf: '2026-09-14' })
      for (const answers of [...bothWays(INPUT), ...bothWays(EXTENDED, OWN)]) {
        const seen = knownTo('employer', { ...opened, answers }, ruleSet).answers
        const isEmployers = ([id]: readonly [string, unknown]): boolean => factsOf(ruleSet).get(id)?.tier === 'employer'
        expect(askedIn(seen).filter(isEmployers)).toEqual(askedIn(answers).filter(isEmployers))
        // Whatever was said of the others, nothing of it is there.
        const others = askedIn(seen).filter((asked) => !isEmployers(asked))
        for (const [, answer] of others) expect(answer).toEqual({ state: 'known', value: null, option: -1 })
        expect(seen.slots).toBe(slotsFor(ruleSet.facts))
      }
    }
  })
})
