import { describe, expect, it } from 'vitest'
import { checkRuleSet } from '../../../src/authoring/check/check-rule-set'
import { findChangedApprovals } from '../../../src/authoring/check/find-changed-approvals'
import { inlineHtml, markdownHtml } from '../../../src/authoring/review/markdown-html'
import { reviewPage } from '../../../src/authoring/review/review-page'
import { countStandings, ruleDigest, standingOf } from '../../../src/authoring/review/rule-digest'
import { documentsOf } from '../../../src/core/rules/build-rule-set'
import { factsOf } from '../../../src/core/rules/facts-of'
import type { Rule, RuleSet } from '../../../src/core/rules/rule-set'
import { LOCALES } from '../../../src/core/snapshot/fact'
import { loadRuleSet, SHIPPED_FILES, shippedRuleSet } from '../../../src/index'
import { loadFixtures } from '../../support/load-fixtures'

const SHIPPED = shippedRuleSet()
const FIXTURES = loadFixtures()
const RULE = 'conflict/established-unhandled'
const ruleOf = (ruleSet: RuleSet, id = RULE): Rule => ruleSet.rules.find((rule) => rule.id === id) as Rule

type Json = Record<string, unknown>
const approval = (digest: string, more: object = {}) => ({
  rule: RULE,
  digest,
  by: { role: 'labour-expert', pseudonym: 'ad-7' },
  on: '2026-11-30',
  ...more,
})

/** The shipped files with approvals, and with something else about the rule. */
function filesWith(approvals: readonly unknown[], change: (rule: Json) => void = () => {}): Json {
  const files = structuredClone(SHIPPED_FILES) as Json
  files['approvals.json'] = { approvals }
  const { rules } = files['checklists/conflict.json'] as { rules: Json[] }
  change(rules.find(({ id }) => id === RULE) as Json)
  return files
}

function loaded(files: unknown): RuleSet {
  const result = loadRuleSet(files)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.ruleSet
}

const issuesOf = (approvals: readonly unknown[]) => {
  const result = loadRuleSet(filesWith(approvals))
  return result.ok ? [] : result.issues
}

const NOW = ruleDigest(ruleOf(SHIPPED), SHIPPED)

describe('approvals.json', () => {
  it('of the shipped rules is there, and says that nobody approved of any', () => {
    expect(SHIPPED.approvals).toEqual([])
    expect(countStandings(SHIPPED)).toEqual({ approved: 0, changed: 0, unseen: SHIPPED.rules.length })
  })

  it('changes no advice and no digest of the rule set', () => {
    const approved = loaded(filesWith([approval(NOW)]))
    expect(approved.fingerprint).toBe(SHIPPED.fingerprint)
    expect(standingOf(ruleOf(approved), approved)).toMatchObject({
      state: 'approved',
      approvals: [{ on: '2026-11-30' }],
    })
  })

  it('is refused with a rule, a day, a role or a mark that cannot be, and with a name of a person', () => {
    expect(issuesOf([approval(NOW, { rule: 'conflict/established-unhandld' })])).toMatchObject([
      { code: 'unknown-rule', file: 'approvals.json', pointer: '/approvals/0/rule', nearest: RULE },
    ])
    for (const wrong of [
      { on: '2026-02-30' },
      { digest: 'abc' },
      { by: { role: 'labour-expert', pseudonym: 'Jan de Vries' } },
      { by: { role: 'friend', pseudonym: 'ad-7' } },
    ])
      expect(issuesOf([approval(NOW, wrong)]), JSON.stringify(wrong)).toMatchObject([{ code: 'invalid-document' }])
  })

  const CHANGES: Readonly<Record<string, (rule: Json) => void>> = {
    'its Dutch words': (rule) => {
      ;(rule.text as Json).nl = 'Er is een conflict.'
    },
    'its window': (rule) => {
      ;(rule.timing as Json).until = 'P4W'
    },
    'its source': (rule) => {
      rule.sources = [{ id: 'cahier-32', section: '3.3' }]
    },
    'its basis': (rule) => {
      rule.basis = rule.basis === 'product' ? 'practice' : 'product'
    },
  }
  it.each(Object.entries(CHANGES))('no longer holds once %s changed, and check says so', (_, change) => {
    const ruleSet = loaded(filesWith([approval(NOW)], change))
    expect(standingOf(ruleOf(ruleSet), ruleSet).state).toBe('changed')
    const findings = findChangedApprovals(documentsOf(ruleSet), ruleSet)
    expect(findings).toMatchObject([
      { code: 'changed-since-approved', file: 'approvals.json', pointer: '/approvals/0/digest', level: 'warning' },
    ])
    const mark = ruleDigest(ruleOf(ruleSet), ruleSet)
    for (const locale of LOCALES) {
      expect(findings[0]?.message[locale]).toContain(RULE)
      expect(findings[0]?.message[locale]).toContain(NOW)
      expect(findings[0]?.message[locale]).toContain(mark)
    }
    // Approved of anew, the old approval is history.
    const again = loaded(filesWith([approval(NOW), approval(mark, { on: '2026-12-01' })], change))
    expect(findChangedApprovals(documentsOf(again), again)).toEqual([])
  })

  it('no longer holds once a policy value or a question that the rule reads changed', () => {
    const rule = SHIPPED.rules.find(({ id }) => id === 'frequent-absence/frequent-at-work') as Rule
    const files = structuredClone(SHIPPED_FILES) as Json
    const { parameters } = files['policy.json'] as { parameters: Json[] }
    const parameter = parameters.find(({ name }) => name === 'frequentAbsence.minReports') as Json
    parameter.default = Number(parameter.default) + 1
    const changed = loaded(files)
    expect(ruleDigest(ruleOf(changed, rule.id), changed)).not.toBe(ruleDigest(rule, SHIPPED))
    expect(ruleDigest(ruleOf(changed), changed)).toBe(NOW)
  })

  it('still holds when a note for authors changed, or the order of keys', () => {
    const ruleSet = loaded(
      filesWith([approval(NOW)], (rule) => {
        rule.note = 'A note for those who write rules, and for nobody else.'
        const { id, ...rest } = rule
        delete rule.id
        Object.assign(rule, rest, { id })
      }),
    )
    expect(standingOf(ruleOf(ruleSet), ruleSet).state).toBe('approved')
  })

  it('is part of what check reads', () => {
    const { findings } = checkRuleSet(filesWith([approval('0123456789abcdef')]), { proceed: () => false })
    expect(findings.map(({ code }) => code)).toEqual(['changed-since-approved'])
  })
})

describe('the review pack', () => {
  const checklist = SHIPPED.checklists.find(({ id }) => id === 'conflict')
  if (!checklist) throw new Error('the conflict checklist is gone')

  it.each(LOCALES)(
    'in %s holds every rule with its words, its sources, cases and room to judge, and no script',
    (locale) => {
      const page = reviewPage(checklist, SHIPPED, FIXTURES, locale)
      const rules = SHIPPED.rules.filter((rule) => rule.checklist === 'conflict')
      const sections = page.split('<section ').slice(1)
      expect(sections).toHaveLength(rules.length)
      rules.forEach((rule, index) => {
        const section = sections[index] ?? ''
        expect(section).toContain(`id="${rule.id}"`)
        expect(section).toContain(ruleDigest(rule, SHIPPED))
        for (const { id } of rule.sources) expect(section).toContain(escaped(SHIPPED.sources.get(id)?.title ?? id))
        expect(section.match(/class="case"/g)?.length, rule.id).toBeGreaterThanOrEqual(2)
        expect(section.match(/☐/g)).toHaveLength(3)
        expect(section).toContain('class="room"')
      })
      expect(page).toContain(locale === 'nl' ? 'Nog niemand heeft' : 'Nobody has approved')
      expect(page).not.toMatch(/<script|undefined|\[object|NaN|https?:\/\/[^<"]*\.(?:js|css)/)
      expect(page.startsWith(`<!doctype html>\n<html lang="${locale}">`)).toBe(true)
    },
  )

  it('tells a case by its questions and answers, the step, and what this rule says to it', () => {
    const page = reviewPage(checklist, SHIPPED, FIXTURES, 'nl')
    const section = page.split('<section ').find((one) => one.includes(`id="${RULE}"`)) ?? ''
    const question = factsOf(SHIPPED).get('conflict.status')?.question.nl ?? ''
    expect(section).toContain(`<dt>${escaped(question)}</dt>`)
    expect(section).toMatch(/Advies in dit geval: <\/strong>[A-Z]/)
    expect(section).toContain('Deze regel zegt daarbij: ')
  })

  it('is the same whatever was asked before, and works without any fixture', () => {
    const page = reviewPage(checklist, SHIPPED, [], 'nl')
    expect(reviewPage(checklist, SHIPPED, [], 'nl')).toBe(page)
    expect(page.match(/class="case"/g)?.length).toBeGreaterThan(5)
  })
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;')

describe('sentences as HTML', () => {
  it('keep nesting, marks and text, and nothing of the text becomes a tag', () => {
    expect(markdownHtml('Als:\n\n- **een**\n- twee\n  - drie `id`\n- [vier](x.md#y)')).toBe(
      '<p>Als:</p>\n<ul><li><strong>een</strong></li><li>twee<ul><li>drie <code>id</code></li></ul></li><li>vier</li></ul>',
    )
    expect(markdownHtml('> gezegd')).toBe('<blockquote>gezegd</blockquote>')
    expect(inlineHtml('\\*niet\\* \\<b\\>')).toBe('*niet* &lt;b&gt;')
  })
})
