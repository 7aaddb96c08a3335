import { outcomeOf } from '../../core/evaluate/settle'
import type { ResolvedOptions } from '../../core/options'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import type { MilestoneRule } from '../../core/rules/rule-set'
import type { Text } from '../../core/snapshot/fact'
import { judgeCase, openSnapshot } from '../../core/triage'
import { citationLinks, citationList } from './citation-list'
import { conditionText } from './condition-text'
import { DOCS_DUTCH } from './docs-dutch'
import { DOCS_ENGLISH } from './docs-english'
import { subjectText } from './leaf-text'
import { anchorText, lengthText } from './length-text'
import { parameterList } from './parameter-text'
import { code, deadlineLink, markdownPage, plain, table, type Writer } from './writer'

/** The statutory calendar: for whom each deadline is, with the day it falls on and its sources; and when duties end. */
export function renderDeadlines(writer: Writer): string {
  return markdownPage(writer.words.headings.deadlines, [
    writer.words.intro.deadlines,
    `## ${writer.words.headings.forWhom}`,
    forWhomTable(writer),
    ...dutiesPart(writer),
    ...writer.ruleSet.milestones.map((milestone) => deadlineSection(milestone, writer)),
    `## ${writer.words.headings.doubts}`,
    ...Object.entries(writer.ruleSet.doubts).flatMap(([id, { text, basis, sources }]) => [
      `### ${code(id)}`,
      `${writer.words.columns.basis}: ${writer.words.basis[basis]}.`,
      plain(text[writer.locale]),
      citationList(sources, writer),
    ]),
  ])
}

const REGIME = 'employment.regime'

/** A kind of employee, as its conditions see them. */
interface Kind {
  readonly label: Text
  readonly employment: { readonly regime: string; readonly pastStatePensionAge: boolean }
}

function kindsOf(writer: Writer): readonly Kind[] {
  const regimes = Object.entries(factsOf(writer.ruleSet).get(REGIME)?.options ?? {})
  const pastPensionAge = { nl: DOCS_DUTCH.pastPensionAge, en: DOCS_ENGLISH.pastPensionAge }
  return [
    ...regimes.map(([regime, label]) => ({ label, employment: { regime, pastStatePensionAge: false } })),
    { label: pastPensionAge, employment: { regime: 'employee', pastStatePensionAge: true } },
  ]
}

/** Which deadline is whose: what the conditions come to when nothing else is known. */
function forWhomTable(writer: Writer): string {
  const policy = new Map([...writer.ruleSet.parameters.values()].map(({ name, default: value }) => [name, value]))
  const { ruleSet } = writer
  const settings: ResolvedOptions = { ruleSet, policy, audience: 'full', locale: 'nl' }
  const kinds = kindsOf(writer).map(({ label, employment }) => {
    const asOf = writer.ruleSet.manifest.validFrom
    return { label, judgement: judgeCase(openSnapshot({ asOf, employment }, settings), settings) }
  })
  const said = { met: '✓', 'not-met': '–', open: writer.words.perhaps }
  return table(
    [
      writer.words.columns.deadline,
      ...kinds.map(({ label }) => plain(label[writer.locale])),
      writer.words.columns.sources,
    ],
    writer.ruleSet.milestones.map(({ id, title, appliesWhen, sources }) => [
      `${deadlineLink(id)} ${plain(title[writer.locale])}`,
      ...kinds.map(({ judgement }) => said[outcomeOf(judgement.holds(appliesWhen))]),
      citationLinks(sources, writer.ruleSet),
    ]),
  )
}

const WAGES = 'wages.period'
const PAST_PENSION_AGE = 'wages.periodPastPensionAge'

/** Only where a deadline ends with the duties of the employer, and the periods are in the rule set. */
function dutiesPart(writer: Writer): readonly string[] {
  const { milestones, parameters } = writer.ruleSet
  if (!milestones.some(({ appliesUntil }) => appliesUntil !== undefined) || !parameters.has(WAGES)) return []
  return [
    `## ${writer.words.headings.dutiesEnd}`,
    writer.words.dutiesEnd(
      lengthText({ policy: WAGES }, writer),
      lengthText({ policy: parameters.has(PAST_PENSION_AGE) ? PAST_PENSION_AGE : WAGES }, writer),
    ),
    parameterList([WAGES, PAST_PENSION_AGE], writer),
  ]
}

function deadlineSection(milestone: MilestoneRule, writer: Writer): string {
  const { id, title, text, appliesWhen, basis, sources } = milestone
  return [
    `## ${code(id)}`,
    `**${plain(title[writer.locale])}**. ${writer.words.columns.basis}: ${writer.words.basis[basis]}.`,
    [conditionText(appliesWhen, writer), dayText(milestone, writer), `> ${plain(text[writer.locale])}`].join('\n\n'),
    `${writer.words.columns.sources}:`,
    citationList(sources, writer),
  ].join('\n\n')
}

function dayText({ after, otherwise, windowFrom, appliesFrom, appliesUntil, doneBy }: MilestoneRule, writer: Writer) {
  const { words } = writer
  const anchored = (anchor: string): string => anchorText(anchor, writer)
  return [
    after.length === 'P0D'
      ? words.deadlineOn(anchored(after.anchor))
      : words.deadline(lengthText(after.length, writer), anchored(after.anchor)),
    otherwise &&
      words.deadlineOtherwise(
        lengthText(otherwise.length, writer),
        anchored(otherwise.anchor),
        words.basis[otherwise.basis],
      ),
    windowFrom && words.deadlineFrom(lengthText(windowFrom, writer)),
    appliesFrom && words.deadlineOnlyFrom(lengthText(appliesFrom.length, writer), anchored(appliesFrom.anchor)),
    appliesUntil && words.deadlineUntil(anchored(appliesUntil)),
    doneBy && conditionFactsOf(writer.ruleSet).has(doneBy) && words.doneBy(subjectText(doneBy, writer)),
  ]
    .filter(Boolean)
    .join(' ')
}
