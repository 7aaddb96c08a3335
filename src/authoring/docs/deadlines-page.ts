import { outcomeOf } from '../../core/evaluate/settle'
import type { ResolvedOptions } from '../../core/options'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import type { MilestoneRule, RuleSet } from '../../core/rules/rule-set'
import type { Text } from '../../core/snapshot/fact'
import { judgeCase, openSnapshot } from '../../core/triage'
import { citationLinks, citationList } from './citation-list'
import { conditionText } from './condition-text'
import { DOCS_DUTCH } from './docs-dutch'
import { DOCS_ENGLISH } from './docs-english'
import { subjectText } from './leaf-text'
import { anchorText, lengthText } from './length-text'
import { parameterList } from './parameter-text'
import { both, code, deadlineLink, inEachLanguage, markdownPage, plain, table, type Writer, word } from './writer'

/** The statutory calendar: for whom each deadline is, with the day it falls on and its sources; and when duties end. */
export function renderDeadlines(ruleSet: RuleSet): string {
  return markdownPage(
    word((words) => words.headings.deadlines),
    [
      inEachLanguage(ruleSet, ({ words }) => words.intro.deadlines),
      `## ${word((words) => words.headings.forWhom)}`,
      forWhomTable(ruleSet),
      ...dutiesPart(ruleSet),
      ...ruleSet.milestones.map((milestone) => deadlineSection(milestone, ruleSet)),
      `## ${word((words) => words.headings.doubts)}`,
      ...Object.entries(ruleSet.doubts).flatMap(([id, { text, basis, sources }]) => [
        `### ${code(id)}`,
        `${word((words) => words.columns.basis)}: ${word((words) => words.basis[basis])}.`,
        inEachLanguage(ruleSet, ({ locale }) => plain(text[locale])),
        citationList(sources, ruleSet),
      ]),
    ],
  )
}

const REGIME = 'employment.regime'

/** A kind of employee, as its conditions see them. */
interface Kind {
  readonly label: Text
  readonly employment: { readonly regime: string; readonly pastStatePensionAge: boolean }
}

function kindsOf(ruleSet: RuleSet): readonly Kind[] {
  const regimes = Object.entries(factsOf(ruleSet).get(REGIME)?.options ?? {})
  const pastPensionAge = { nl: DOCS_DUTCH.pastPensionAge, en: DOCS_ENGLISH.pastPensionAge }
  return [
    ...regimes.map(([regime, label]) => ({ label, employment: { regime, pastStatePensionAge: false } })),
    { label: pastPensionAge, employment: { regime: 'employee', pastStatePensionAge: true } },
  ]
}

/** Which deadline is whose: what the conditions come to when nothing else is known. */
function forWhomTable(ruleSet: RuleSet): string {
  const policy = new Map([...ruleSet.parameters.values()].map(({ name, default: value }) => [name, value]))
  const settings: ResolvedOptions = { ruleSet, policy, audience: 'full', locale: 'nl' }
  const kinds = kindsOf(ruleSet).map(({ label, employment }) => {
    const asOf = ruleSet.manifest.validFrom
    return { label, judgement: judgeCase(openSnapshot({ asOf, employment }, settings), settings) }
  })
  const said = { met: '✓', 'not-met': '–', open: word((words) => words.perhaps) }
  return table(
    [
      word((words) => words.columns.deadline),
      ...kinds.map(({ label }) => plain(both(label))),
      word((words) => words.columns.sources),
    ],
    ruleSet.milestones.map(({ id, title, appliesWhen, sources }) => [
      `${deadlineLink(id)} ${plain(both(title))}`,
      ...kinds.map(({ judgement }) => said[outcomeOf(judgement.holds(appliesWhen))]),
      citationLinks(sources, ruleSet),
    ]),
  )
}

const WAGES = 'wages.period'
const PAST_PENSION_AGE = 'wages.periodPastPensionAge'

/** Only where a deadline ends with the duties of the employer, and the periods are in the rule set. */
function dutiesPart(ruleSet: RuleSet): readonly string[] {
  const { milestones, parameters } = ruleSet
  if (!milestones.some(({ appliesUntil }) => appliesUntil !== undefined) || !parameters.has(WAGES)) return []
  return [
    `## ${word((words) => words.headings.dutiesEnd)}`,
    inEachLanguage(ruleSet, (writer) =>
      writer.words.dutiesEnd(
        lengthText({ policy: WAGES }, writer),
        lengthText({ policy: parameters.has(PAST_PENSION_AGE) ? PAST_PENSION_AGE : WAGES }, writer),
      ),
    ),
    parameterList([WAGES, PAST_PENSION_AGE], ruleSet),
  ]
}

function deadlineSection(milestone: MilestoneRule, ruleSet: RuleSet): string {
  const { id, title, text, appliesWhen, basis, sources } = milestone
  return [
    `## ${code(id)}`,
    `**${plain(both(title))}**. ${word((words) => words.columns.basis)}: ${word((words) => words.basis[basis])}.`,
    inEachLanguage(ruleSet, (writer) =>
      [conditionText(appliesWhen, writer), dayText(milestone, writer), `> ${plain(text[writer.locale])}`].join('\n\n'),
    ),
    `${word((words) => words.columns.sources)}:`,
    citationList(sources, ruleSet),
  ].join('\n\n')
}

function dayText({ after, otherwise, windowFrom, appliesFrom, appliesUntil, doneBy }: MilestoneRule, writer: Writer) {
  const { words, ruleSet } = writer
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
    doneBy && conditionFactsOf(ruleSet).has(doneBy) && words.doneBy(subjectText(doneBy, writer)),
  ]
    .filter(Boolean)
    .join(' ')
}
