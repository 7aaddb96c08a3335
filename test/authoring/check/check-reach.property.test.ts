import { describe, expect, it } from 'vitest'
import { checkRuleSet } from '../../../src/authoring/check/check-rule-set'
import { hiddenIn } from '../../../src/authoring/check/hidden-characters'
import { realiseAbsence } from '../../../src/authoring/check/realise-absence'
import { parseDay } from '../../../src/core/calendar/day'
import { openCase } from '../../../src/core/case/case'
import { countReports, effectiveFirstDay } from '../../../src/core/case/effective-first-day'
import { OWN_TEXT, ownManifest } from '../../support/own-rule-set'
import { type Change, patched } from '../../support/patch-rule-set'

const UNCLEAR = 'checklists/unclear-suitable-work.json'
const CONFLICT = 'checklists/conflict.json'

const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const codesOf = (files: unknown): readonly string[] => checkRuleSet(files).findings.map(({ code }) => code)

describe('what is said of every case', () => {
  const longerThan = (months: number, weeks: number): Change =>
    replace(UNCLEAR, '/rules/2/conditions', {
      all: [
        { condition: 'stagnation' },
        { fact: 'absence.completedMonths', operator: 'greaterThanInclusive', value: months },
        { fact: 'absence.completedWeeks', operator: 'lessThan', value: weeks },
      ],
    })

  it('is so on every day: three months are sometimes shorter than thirteen weeks, and never than twelve', () => {
    // On 1 January 2026 no case is three months old and not thirteen weeks: 1 October is 92 days ago.
    expect(codesOf(patched([longerThan(3, 13)]))).toEqual(['threshold-in-rule', 'threshold-in-rule'])
    expect(codesOf(patched([longerThan(3, 12)]))).toContain('rule-never-met')
  })

  it('is so of cases that are longer than the calendar knows', () => {
    const longCase = { fact: 'absence.completedWeeks', operator: 'greaterThan', value: 400 }
    // A notice: what is recommended is waived once wages are over.
    const codes = codesOf(patched([replace(UNCLEAR, '/rules/8/conditions/all/0', longCase)]))
    expect(codes).toEqual(['threshold-in-rule'])
  })

  it('is so whatever an organisation sets a switch to', () => {
    const { parameters } = patched([])['policy.json'] as { readonly parameters: readonly { readonly name: string }[] }
    const place = parameters.findIndex(({ name }) => name === 'conflict.holdIndividualAdvice')
    expect(codesOf(patched([replace('policy.json', `/parameters/${place}/default`, 0)]))).toEqual([])
  })
})

describe('an accepted finding', () => {
  const twice = add(CONFLICT, '/rules/0/accepted', [{ finding: 'rule-subsumed', reason: 'for later' }])

  it('is accepted where it stands, and nowhere else', () => {
    const checked = checkRuleSet(patched([twice]))
    expect(checked.findings.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['accepted-without-finding', '/rules/0/accepted/0'],
    ])
    expect(checked.accepted).toEqual(checkRuleSet(patched([])).accepted)
    expect(new Set(checked.accepted.map(({ file }) => file))).toEqual(
      new Set(['checklists/no-return-to-own-work.json', 'checklists/task-load.json', 'services.json']),
    )
  })

  it('on a checklist covers its rules', () => {
    const threshold = replace(CONFLICT, '/rules/0/timing/until', 'P10D')
    const accepted = add(CONFLICT, '/accepted', [{ finding: 'threshold-in-rule', reason: 'agreed in May' }])
    expect(codesOf(patched([threshold]))).toEqual(['threshold-in-rule'])
    const checked = checkRuleSet(patched([threshold, accepted]))
    expect(checked.findings).toEqual([])
    expect(checked.accepted.map(({ reason }) => reason)).toContain('agreed in May')
  })

  it('needs a reason', () => {
    expect(codesOf(patched([add(CONFLICT, '/accepted', [{ finding: 'gap', reason: ' ' }])]))).toEqual([
      'invalid-document',
    ])
  })
})

describe('a rule set that extends another', () => {
  const own = (rules: readonly unknown[]) => ({
    'manifest.json': ownManifest({ checklists: ['our-agreements'] }),
    'sources.json': {
      sources: [
        {
          id: 'our-agreements',
          title: 'Afspraken',
          publisher: 'Wij',
          date: '2026',
          checkedOn: '2026-11-22',
          language: 'nl',
          sections: [{ id: '1', title: 'Verwijzen' }],
        },
      ],
    },
    'checklists/our-agreements.json': {
      id: 'our-agreements',
      order: 900,
      title: OWN_TEXT,
      description: OWN_TEXT,
      sources: [{ id: 'our-agreements', section: '1' }],
      questions: ['absence.spells', 'absence.leaves', 'employment.jobGroupElevatedAbsence'],
      positive: { fact: 'absence.ongoing', operator: 'equal', value: true },
      rules: rules.map((rule, index) => ({
        id: `our-agreements/rule-${index}`,
        text: OWN_TEXT,
        basis: 'product',
        sources: [{ id: 'our-agreements', section: '1' }],
        ...(rule as object),
      })),
    },
  })
  const ongoing = { fact: 'absence.ongoing', operator: 'equal', value: true }

  it('is told what is new in it, and not what is so without it', () => {
    expect(codesOf(own([{ conditions: ongoing, event: { type: 'notice', params: { notice: 'ours' } } }]))).toEqual([])
  })

  it('is told what it does to the rules that it extends', () => {
    const waiver = { type: 'waive', params: { rules: ['early-process-moments/early-wvp-check'] } }
    const { findings } = checkRuleSet(own([{ conditions: ongoing, event: waiver }]))
    expect(findings.map(({ code, file, pointer }) => [code, file, pointer])).toEqual([
      ['rule-always-waived', 'manifest.json', '/extends'],
    ])
    expect(findings[0]?.message.en).toMatch(/^early-process-moments\/early-wvp-check early-wvp-check: whenever/)
    expect(findings[0]?.witness).toMatchObject({ absence: { spells: [{}] } })
  })

  it('is told of a rule that the other has already', () => {
    const timing = {
      anchor: 'asOf',
      from: 'P0D',
      until: { policy: 'promptReferral' },
      whenPassed: 'overdue',
      basis: 'product',
    }
    const again = {
      conditions: { all: [ongoing, { fact: 'employment.jobGroupElevatedAbsence', operator: 'equal', value: true }] },
      event: { type: 'recommend', params: { services: ['job-group-advice'] } },
      timing,
    }
    const { findings } = checkRuleSet(
      own([again, { conditions: ongoing, event: { type: 'notice', params: { notice: 'ours' } } }]),
    )
    expect(findings.map(({ code, pointer }) => [code, pointer])).toEqual([['rule-subsumed', '/rules/0']])
  })
})

describe('spells that come to a first day and a number of reports', () => {
  const asOf = parseDay('2026-01-01') as number

  it.each([null, 0, 1, 3, 20, 40, 300, 340, 364, 365, 366, 400, 1_092, 40_000])('are found for %s days ago', (days) => {
    for (const count of [0, 1, 2, 3, 5, 8]) {
      const value = days === null ? null : asOf - days
      const found = realiseAbsence({
        asOf,
        firstDays: [{ by: 28, value }],
        reports: [{ by: 'P12M', value: count }],
        longSpells: 0,
      })
      const opened = openCase({ asOf: '2026-01-01', absence: { ...found, leaves: [] } as never })
      expect(
        effectiveFirstDay(opened, { mergeWithin: 28, mostGapDays: 3, leaveBreaksGap: true })?.presumed ?? null,
      ).toBe(value)
      expect(countReports(opened, { months: 12, days: 0 })).toMatchObject({ least: count, most: count })
    }
  })
})

describe('a hidden character', () => {
  it.each([
    ['Dossier\u200Bcheck', ['U+200B']],
    ['\u202Eabc', ['U+202E']],
    ['\u00A0\u00A0', ['U+00A0']],
    ['\u0430', ['U+0430']],
    ['e\u0301', ['U+0301']],
    ['\u0007', ['U+0007']],
  ])('%j is told by its code', (text, codes) => {
    expect(hiddenIn(text).map(({ code }) => code)).toEqual(codes)
  })

  it('is none of what Dutch and English are written with', () => {
    expect(hiddenIn('Één coördinator, „zo” — vóór €\u20AC 3½ °C… ‘ij’ § 7:629')).toEqual([])
  })
})
