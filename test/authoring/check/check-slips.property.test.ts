import { describe, expect, it } from 'vitest'
import { checkRuleSet } from '../../../src/authoring'
import { diffRuleSets } from '../../../src/authoring/diff/diff-rule-sets'
import { renderDifference } from '../../../src/authoring/diff/diff-text'
import { triageSync } from '../../../src/core/create-triage'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/index'
import { PLAIN } from '../../../src/reports/text/lay-out'
import type { Change } from '../../support/patch-rule-set'
import {
  DATES_AHEAD,
  DEAD_BY_POLICY,
  GAPS_BY_DISABLES,
  HOLDS,
  IMPOSSIBLE_NAMES,
  LEFT_IN,
  NO_LAW,
  OTHER_NUMBERS,
  type PlantedSlip,
  smallFiles,
  UNITS,
} from '../../support/planted-slips'

function load(files: unknown, base?: RuleSet): RuleSet {
  const loaded = loadRuleSet(files, base && { base })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  return loaded.ruleSet
}

const SMALL = load(smallFiles())
/** What is written needs no look at any case. */
const asWritten = { proceed: () => false }
const CLEAN = checkRuleSet(smallFiles(), asWritten).findings.map(
  ({ code, file, pointer }) => `${code} ${file}${pointer}`,
)

/** An organisation that extends the small rule set has its name and version. */
function onSmall(files: Record<string, unknown>): Record<string, unknown> {
  const { id, version } = SMALL.manifest
  return { ...files, 'manifest.json': { ...(files['manifest.json'] as object), extends: { id, version } } }
}

function caught({ files, code, file, pointer, says, shows }: PlantedSlip, base?: RuleSet): void {
  const given = base ? onSmall(files()) : files()
  const { findings } = checkRuleSet(given, { ...(base && { base }), ...(!shows && asWritten) })
  const found = findings.find((one) => one.code === code && one.file === file && one.pointer === pointer)
  expect(found, JSON.stringify(findings.map((one) => [one.code, one.file, one.pointer]))).toBeDefined()
  expect(found?.message.en).toMatch(says)
  expect(found?.message.nl).toMatch(/^\S.{15,}/)
  expect(CLEAN).not.toContain(`${code} ${file}${pointer}`)
  if (!shows) return
  const advice = triageSync(found?.witness, { audience: 'full', ruleSet: load(given, base) })
  expect(shows(advice), JSON.stringify(found?.witness)).toBe(true)
}

describe('A5: a comparison of what an organisation sets, alike for all that it may set', () => {
  it.each(DEAD_BY_POLICY)('is told with a case that shows it: $slip', (slip) => caught(slip))

  it('is none where the default alone decides: that is for the organisation', () => {
    const off = { fact: 'policy.fileCheck.forEveryone', operator: 'equal', value: 1 }
    const conditions = { all: [{ fact: 'conflict.status', operator: 'equal', value: 'signal' }, off] }
    const { findings } = checkRuleSet(
      smallFiles([{ op: 'replace', file: 'checklists/tiny.json', pointer: '/rules/0/conditions', value: conditions }]),
    )
    expect(findings.filter(({ code, pointer }) => code === 'constant-part' && pointer.startsWith('/rules/0'))).toEqual(
      [],
    )
  })
})

describe('A5: a gap that an organisation makes', () => {
  it.each(GAPS_BY_DISABLES)('is told with a case that shows it: $slip', (slip) => caught(slip, SMALL))

  it('is none where nothing is disabled', () => {
    const { findings } = checkRuleSet(onSmall({ 'manifest.json': { ...manifestOf(), disables: [] } }), { base: SMALL })
    expect(findings.filter(({ code }) => code === 'gap')).toEqual([])
  })
})

const manifestOf = (): object => GAPS_BY_DISABLES[0]?.files()['manifest.json'] as object

describe('A6: a name that can never be answered', () => {
  it.each(IMPOSSIBLE_NAMES)('is refused where it stands: $slip', (slip) => caught(slip, SMALL))
})

describe.each([
  ['numbers that differ between the languages', OTHER_NUMBERS],
  ['a duty by statute that cites no law', NO_LAW],
  ['a day that has not been yet', DATES_AHEAD],
  ['a text that was to be filled in', LEFT_IN],
  ['weeks compared with months', UNITS],
  ['a hold on everything', HOLDS],
] as const)('A9: %s', (_, slips) => {
  it.each(slips as readonly PlantedSlip[])('is told where it stands: $slip', (slip) => caught(slip))
})

describe('A9: a change under the same version', () => {
  const file = 'checklists/tiny.json'
  const changed = (more: readonly Change[]): RuleSet => load(smallFiles([...more]))
  const text: Change = { op: 'replace', file, pointer: '/rules/0/text', value: { nl: 'Anders.', en: 'Otherwise.' } }
  const another: Change = { op: 'replace', file: 'manifest.json', pointer: '/version', value: '9.0.0' }
  const kept = /version was kept.*manifest\.json#\/version/

  it.each<readonly [string, readonly Change[], boolean]>([
    ['a text', [text], true],
    ['a condition', [{ op: 'replace', file, pointer: '/rules/0/conditions/value', value: 'none' }], true],
    ['a text, and the version', [text, another], false],
    ['nothing', [], false],
  ])('is told by diff, with the place to mend: %s', (_, changes, isKept) => {
    const difference = diffRuleSets(SMALL, changed(changes))
    expect(difference.versionKept).toBe(isKept)
    expect(kept.test(renderDifference(difference, undefined, { locale: 'en', paint: PLAIN }))).toBe(isKept)
  })
})

describe('they', () => {
  it('are at least thirty', () => {
    const all = [DEAD_BY_POLICY, GAPS_BY_DISABLES, IMPOSSIBLE_NAMES, OTHER_NUMBERS, NO_LAW, DATES_AHEAD, LEFT_IN, UNITS]
    expect([...all, HOLDS].flat().length).toBeGreaterThanOrEqual(30)
  })
})
