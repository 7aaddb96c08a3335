import type { Advice, Citation, Notice, OpenQuestion, Recommendation } from '../../core/advice'
import { capitalised, inSentence, listed } from '../../core/explain/prose'
import { wordsIn } from '../../core/explain/words'
import { briefSheet, underwayText } from './brief-sheet'
import { type Page, pageOf } from './page'
import { citationText, type Entry, type Line, type Part, type Sheet } from './sheet'

/** Enough of a digest to tell two rule sets apart by eye. */
const DIGEST_SHOWN = 12

/** A caveat of so many services is told once, beneath all of them. */
const SHARED_BY = 3

/** The brief page, and behind it all that the advice holds. */
export function fullSheet(advice: Advice): Sheet {
  const page = pageOf(advice)
  const { words } = page
  const brief = briefSheet(advice)
  const shared = sharedCaveats(page)
  return {
    ...brief,
    parts: [
      ...brief.parts,
      section(
        words.headings.services,
        advice.recommendations.map((one) => serviceEntry(one, shared, page)),
      ),
      section(
        words.headings.caveats,
        [...shared].map(([text, services]) => caveatEntry(text, services, page)),
      ),
      section(words.headings.release, releaseEntries(page)),
      section(
        words.headings.remarks,
        advice.notices.filter(isRemark).map((notice) => remarkEntry(notice, page)),
      ),
      section(words.headings.deadlines, deadlineEntries(page)),
      section(words.headings.questionsLeft, questionEntries(page)),
      section(words.headings.calendar, calendarEntries(page)),
      section(
        words.headings.checklists,
        advice.checklists.map(({ title, outcome }) => ({ title, when: words.outcome[outcome], lines: [] })),
      ),
    ].filter(({ entries }) => entries.length > 0),
    more: footOf(page),
  }
}

const section = (heading: string, entries: readonly Entry[]): Part => ({ heading, layout: 'section', entries })

function footOf({ advice, words }: Page): string {
  const { id, version, digest } = advice.ruleSet
  const short = digest.replace(/^sha-?256[:-]/, '').slice(0, DIGEST_SHOWN)
  return `${words.ruleSet(id, version, short)}${advice.exact ? '' : ` ${words.inexact}`}`
}

function serviceEntry(one: Recommendation, shared: Shared, page: Page): Entry {
  const { words, titles, date, questionsOf } = page
  const { labels } = words
  const { timing } = one
  const [certain, possible] = split(one.reasons)
  const [holds, perhapsHolds] = split(one.heldBy)
  const own = (text: string): boolean => !shared.has(text)
  const before = one.after.filter(({ certainty }) => certainty === 'certain').map(({ service }) => service)
  const covers = one.coveredBy.filter(({ certainty }) => certainty === 'certain').map(({ service }) => service)
  const line = (label: string, text: string, quiet = false): Line => ({ label, text, quiet })
  return {
    title: one.title,
    when: one.certainty === 'possible' ? `${words.maybe}, ${timing.text}` : timing.text,
    late: timing.state === 'overdue',
    lines: [
      ...(one.underway ? [{ text: `${capitalised(underwayText(one, page))}.` }] : []),
      ...holds.map(({ text, reviewOn }) => line(labels.held, `${text} ${words.reviewOn(date(reviewOn))}`)),
      ...(covers.length > 0 ? [line(labels.order, words.coveredBy(titles(covers)))] : []),
      ...(before.length > 0 ? [line(labels.order, `${capitalised(words.after(titles(before)))}.`)] : []),
      ...certain.flatMap((reason) => [line(labels.why, reason.text), ...sourceLine(reason.sources)]),
      ...possible.flatMap((reason) => [line(labels.perhapsWhy, reason.text), ...sourceLine(reason.sources)]),
      ...one.blockedBy.map(({ firstStep }) => line(labels.first, firstStep)),
      ...(one.meanwhile === undefined ? [] : [line(labels.meanwhile, `${page.titleOf(one.meanwhile)}.`)]),
      ...(timing.sooner
        ? [
            line(
              labels.sooner,
              `${capitalised(timing.sooner.text)}. ${words.dependsOn(
                questionsOf(timing.sooner.dependsOn)
                  .map(({ question }) => question)
                  .join(' '),
              )}`,
            ),
          ]
        : []),
      ...(timing.worthwhileUntil === undefined ? [] : [line(labels.worthwhile, `${date(timing.worthwhileUntil)}.`)]),
      ...perhapsHolds.filter(({ text }) => own(text)).map(({ text }) => line(labels.perhapsHeld, text)),
      ...one.waivedBy.filter(({ text }) => own(text)).map(({ text }) => line(labels.waived, text)),
      line(labels.effort, `${capitalised(words.effort[one.effort])}.`, true),
      ...(one.requestedBy.length > 0
        ? [
            line(
              labels.requestedBy,
              `${capitalised(
                listed(
                  one.requestedBy.map((role) => words.requestedBy[role] ?? role),
                  page.advice.locale,
                ),
              )}.`,
              true,
            ),
          ]
        : []),
      line(labels.basis, `${wordsIn(page.advice.locale).basis[timing.basis]}.`, true),
    ],
  }
}

function split<One extends { readonly certainty: string }>(
  all: readonly One[],
): readonly [readonly One[], readonly One[]] {
  return [
    all.filter(({ certainty }) => certainty === 'certain'),
    all.filter(({ certainty }) => certainty !== 'certain'),
  ]
}

const sourceLine = (sources: readonly Citation[]): readonly Line[] =>
  sources.length === 0 ? [] : [{ text: citationText(sources), quiet: true }]

/** The text of a caveat, with the services that share it. */
type Shared = ReadonlyMap<string, readonly string[]>

function sharedCaveats({ advice }: Page): Shared {
  const services = new Map<string, string[]>()
  for (const { service, waivedBy, heldBy } of advice.recommendations) {
    const texts = [...waivedBy, ...heldBy.filter(({ certainty }) => certainty === 'possible')].map(({ text }) => text)
    for (const text of new Set(texts)) services.set(text, [...(services.get(text) ?? []), service])
  }
  return new Map([...services].filter(([, those]) => those.length >= SHARED_BY))
}

function caveatEntry(text: string, services: readonly string[], { advice, words, titles }: Page): Entry {
  const all = services.length === advice.recommendations.length
  return { title: text, lines: [{ text: all ? words.allServices : words.appliesTo(titles(services)), quiet: true }] }
}

function releaseEntries({ advice, words, date, titleOf }: Page): readonly Entry[] {
  const { toRelease } = advice
  if (!toRelease) return []
  return [
    ...toRelease.advises.map(({ service, by }) => ({ title: words.release(titleOf(service), date(by)), lines: [] })),
    ...(toRelease.waitUntil === undefined ? [] : [{ title: words.releaseWait(date(toRelease.waitUntil)), lines: [] }]),
  ]
}

const isRemark = ({ state }: Notice): boolean => state === 'applies' || state === 'may-apply'

function remarkEntry({ state, on, text, sources }: Notice, { words, date }: Page): Entry {
  const when = [
    ...(on === undefined ? [] : [date(on)]),
    ...(state === 'may-apply' ? [words.noticeState['may-apply']] : []),
  ]
  return { title: text, ...(when.length > 0 ? { when: when.join(', ') } : {}), lines: sourceLine(sources) }
}

/** Every deadline of the calendar, the earliest first, with what its notice says where it calls for attention. */
function deadlineEntries({ advice, words, date }: Page): readonly Entry[] {
  const milestones = [...(advice.calendar?.milestones ?? [])].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const notices = advice.notices.filter((notice) => !isRemark(notice))
  return milestones.map(({ id, from, state, text, basis }) => {
    const notice = notices.find((one) => one.id === id)
    return {
      title: text,
      late: state === 'late' || state === 'late-motivation-unknown',
      lines: [
        ...(from === undefined || state !== 'upcoming' ? [] : [{ text: `${capitalised(words.since(date(from)))}.` }]),
        ...(notice ? [{ text: notice.text }, ...sourceLine(notice.sources)] : []),
        { text: `${capitalised(words.basis[basis])}.`, quiet: true },
      ],
    }
  })
}

/** What to ask, by whom to ask it of; questions that follow on each other and decide the same are one entry. */
function questionEntries({ advice, words, titles }: Page): readonly Entry[] {
  const { openQuestions } = advice
  return [...new Set(openQuestions.map(({ askedOf }) => askedOf))].flatMap((role) => {
    const own = openQuestions.filter(({ askedOf }) => askedOf === role)
    return [
      {
        title: words.role[role],
        lines: runsOf(own).flatMap((run): readonly Line[] => [
          ...run.map(({ question, state }) => ({ text: `- ${question} ${words.questionState[state]}`.trimEnd() })),
          ...(run[0]?.decides.length
            ? [{ text: `${capitalised(words.decides(titles(run[0].decides)))}.`, quiet: true }]
            : []),
        ]),
      },
    ]
  })
}

function runsOf(questions: readonly OpenQuestion[]): OpenQuestion[][] {
  const runs: OpenQuestion[][] = []
  for (const question of questions) {
    const run = runs.at(-1)
    if (run?.[0]?.decides.join() === question.decides.join()) run.push(question)
    else runs.push([question])
  }
  return runs
}

/** How far the absence is, and how far it would be on another answer. */
function calendarEntries({ advice, words, date, questionsOf }: Page): readonly Entry[] {
  const { calendar } = advice
  if (!calendar) return [{ title: words.noCalendar, lines: [] }]
  const { effectiveFirstDay, completedWeeks, ordinalWeek, completedMonths, alternatives } = calendar
  return [
    { title: words.calendar(date(effectiveFirstDay), completedWeeks, ordinalWeek, completedMonths), lines: [] },
    ...alternatives.map((other) => ({
      title: words.otherwise(
        questionsOf(other.dependsOn)
          .map(({ question }) => question)
          .join(' '),
        inSentence(words.calendar(date(other.effectiveFirstDay), other.completedWeeks, other.ordinalWeek)),
      ),
      lines: [],
    })),
  ]
}
