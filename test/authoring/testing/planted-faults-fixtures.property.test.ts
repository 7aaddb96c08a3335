import { describe, expect, it } from 'vitest'
import type { Fixture } from '../../../src/authoring/testing/fixture'
import { runFixture } from '../../../src/authoring/testing/run-fixture'
import { SHIPPED_FILES } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import { loadFixtures } from '../../support/load-fixtures'
import { type Change, patched, valueAt } from '../../support/patch-rule-set'

const FIXTURES = loadFixtures()

const NO_RETURN = 'checklists/no-return-to-own-work.json'

type Plain = Record<string, unknown>

/** The pointer to an item of a list in a file, by its id or name. */
function pointerTo(file: string, list: string, name: string): string {
  const items = (SHIPPED_FILES[file] as Record<string, Plain[]>)[list] ?? []
  const index = items.findIndex((item) => item.id === name || item.name === name)
  if (index < 0) throw new RangeError(`no ${name} in ${file}`)
  return `/${list}/${index}`
}

/** A change inside a rule. */
function inRule(id: string, pointer: string, value: unknown, op: Change['op'] = 'replace'): Change {
  const file = `checklists/${id.split('/')[0]}.json`
  return { op, file, pointer: `${pointerTo(file, 'rules', id)}${pointer}`, value }
}

const inPolicy = (name: string, value: unknown): Change => ({
  op: 'replace',
  file: 'policy.json',
  pointer: `${pointerTo('policy.json', 'parameters', name)}/default`,
  value,
})

/** What someone could do to a rule set that the loader cannot see, and the folder in which a fixture should catch it. */
const FAULTS: readonly (readonly [string, Change, folder: string])[] = [
  [
    'more than the least number of reports is asked in the place of that number',
    inRule('frequent-absence/frequent-while-absent', '/conditions/all/0/operator', 'greaterThan'),
    'frequent-absence/',
  ],
  ['a threshold is a week later', inPolicy('assessment.firstYearFromWeek', 43), 'no-return-to-own-work/'],
  ['a referral may wait a day longer', inPolicy('promptReferral', 'P15D'), 'conflict/'],
  ['a window opens a day later', inPolicy('fileCheck.from', 'P43D'), 'early-process-moments/'],
  [
    'a condition is dropped',
    inRule('conflict/established-unhandled', '/conditions/all/1', undefined, 'remove'),
    'conflict/',
  ],
  [
    'either condition is enough in the place of both',
    {
      op: 'replace',
      file: NO_RETURN,
      pointer: '/conditions/no-suitable-work-here',
      value: { any: valueAt(SHIPPED_FILES[NO_RETURN], '/conditions/no-suitable-work-here/all') },
    },
    'no-return-to-own-work/',
  ],
  [
    'another service is recommended',
    inRule('locomotor-complaints/workplace', '/event/params/services/0', 'light-advice'),
    'locomotor-complaints/',
  ],
  [
    'a hold leaves a service out',
    inRule('conflict/established-hold', '/event/params/services/0', undefined, 'remove'),
    'conflict/',
  ],
  [
    'a waiver waives the other rule only',
    inRule('frequent-absence/frequency-explained', '/event/params/rules/0', undefined, 'remove'),
    'frequent-absence/',
  ],
  [
    'what is over is said to be overdue',
    inRule('early-process-moments/early-wvp-check', '/timing/whenPassed', 'overdue'),
    'early-process-moments/',
  ],
  ['a deadline is a week early', inPolicy('milestone.problemAnalysis', 'P5W'), 'deadlines/'],
  [
    'a service needs nothing any more',
    {
      op: 'replace',
      file: 'services.json',
      pointer: `${pointerTo('services.json', 'services', 'labour-expert-assessment')}/needs`,
      value: [],
    },
    'needs/',
  ],
]

function load(files: unknown): RuleSet {
  const loaded = loadRuleSet(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  return loaded.ruleSet
}

/** The first fixture of a folder that does not hold under a rule set. */
const caughtBy = (ruleSet: RuleSet, folder: string): Fixture | undefined =>
  FIXTURES.find((fixture) => fixture.path.startsWith(folder) && !runFixture(fixture, ruleSet).ok)

describe('a fault planted in a copy of the rule set', () => {
  const shipped = load(SHIPPED_FILES)

  it.each(FAULTS)('is caught by a fixture: %s', (_, change, folder) => {
    const faulty = load(patched([change]))
    expect(faulty.fingerprint).not.toBe(shipped.fingerprint)
    const witness = caughtBy(faulty, folder)
    if (!witness) throw new Error(`no fixture in ${folder} catches it`)
    const { mismatches, issues, strangers } = runFixture(witness, faulty)
    expect({ issues, strangers, claims: mismatches.length > 0 }).toEqual({ issues: [], strangers: [], claims: true })
    expect(runFixture(witness, shipped)).toMatchObject({ ok: true })
  })

  it('is none in the rule set itself', () => {
    const folders = [...new Set(FAULTS.map(([, , folder]) => folder))]
    expect(folders.map((folder) => caughtBy(shipped, folder)?.path)).toEqual(folders.map(() => undefined))
  })
})
