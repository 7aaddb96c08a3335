import type { Advice, Recommendation } from '../../core/advice'
import { capitalised, firstSentence, inSentence } from '../../core/explain/prose'
import { wordsIn } from '../../core/explain/words'
import { type Page, pageOf, standingOf } from './page'
import type { Entry, Line, Part, Sheet } from './sheet'

/** How much a page may hold. What does not fit is counted, never dropped without a word. */
export interface Allowance {
  /** First steps, caveats and the like beneath the step. */
  readonly beneath: number
  readonly others: number
  readonly later: number
  readonly deadlines: number
  readonly questions: number
  readonly remarks: number
}

export const USUAL: Allowance = { beneath: 6, others: 3, later: 5, deadlines: 2, questions: 3, remarks: 2 }

/** What a case manager acts on: the step, what is due beside it, what comes later, deadlines, and what to ask. */
export function briefSheet(advice: Advice, allowed: Allowance = USUAL): Sheet {
  const page = pageOf(advice)
  const { words } = page
  const steps = [...stepOf(page, allowed), ...othersDue(page, allowed)]
  return {
    locale: advice.locale,
    headline: advice.statusText,
    stand: standOf(page),
    ...(steps.length === 0 || advice.next.kind === 'wait' ? { lead: advice.next.text } : {}),
    steps,
    parts: [
      laterPart(page, allowed),
      deadlinePart(page, allowed),
      remarkPart(page, allowed),
      questionPart(page, allowed),
    ].filter(({ entries }) => entries.length > 0),
    audience: words.audience[advice.audience],
    more: words.more,
    personDecides: words.personDecides,
  }
}

/** "week 9 of the absence, 14 September 2026". */
function standOf({ advice, words, date }: Page): string {
  const { calendar } = advice
  const asksForSpells = advice.openQuestions.some(({ fact }) => fact === 'absence.spells')
  const far = !calendar
    ? asksForSpells
      ? words.stand.unknown
      : words.stand.noAbsence
    : calendar.onLeave
      ? words.stand.onLeave
      : words.stand.week(calendar.ordinalWeek)
  return `${far}, ${date(advice.asOf)} ${advice.asOf.slice(0, 4)}`
}

/** The one step, with why, what comes first and what can be done meanwhile. */
function stepOf(page: Page, { beneath }: Allowance): readonly Entry[] {
  const { advice, words, titleOf, date } = page
  const { next } = advice
  if (next.kind === 'request' || next.kind === 'plan') {
    const step = advice.recommendations.find(({ service }) => service === next.service)
    if (!step) return []
    const group = next.level === 'group' ? [{ text: `${capitalised(words.forGroup)}.` }] : []
    const first = step.blockedBy.map(
      ({ state, firstStep }): Line => ({
        label: state === 'unmet' ? words.labels.first : words.labels.findOut,
        text: inSentence(firstStep),
      }),
    )
    const meanwhile =
      step.meanwhile === undefined
        ? []
        : [{ label: words.labels.meanwhile, text: `${inSentence(titleOf(step.meanwhile))}.` }]
    return [
      {
        title: step.title,
        when: step.timing.text,
        late: step.timing.state === 'overdue',
        lines: [
          ...group,
          ...whyLines(step, page),
          ...[...first, ...meanwhile, ...soonerLines(step, page), ...caveatLines(step, page)].slice(0, beneath),
        ],
      },
    ]
  }
  if (next.kind !== 'arrange') return []
  const forService = advice.recommendations.find(({ service }) => service === next.for)
  const block = forService?.blockedBy.find(({ need }) => need === next.need)
  return [
    {
      title: block?.title ?? forService?.title ?? next.for,
      when: `${words.labels.first.toLowerCase()}, ${byWhen(page, next.by)}`,
      lines: [{ text: next.text }, ...(forService && block ? whyLines(forService, page) : [])].slice(0, 1 + beneath),
    },
  ]

  function byWhen({ advice: { locale } }: Page, day: string): string {
    return locale === 'nl' ? `uiterlijk ${date(day)}` : `by ${date(day)}`
  }
}

/** Its first certain reason; a possible one is a question. */
const whyLines = ({ reasons, certainty }: Recommendation, { advice }: Page): readonly Line[] => {
  const [first] = reasons
  if (certainty === 'certain' && first?.certainty === 'possible') return [{ text: wordsIn(advice.locale).eitherWay }]
  return first ? [{ text: first.certainty === 'certain' ? firstSentence(first.text) : first.text }] : []
}

function soonerLines({ timing }: Recommendation, { words, questionsOf }: Page): readonly Line[] {
  if (!timing.sooner) return []
  const [question] = questionsOf(timing.sooner.dependsOn)
  const why = question ? ` ${words.dependsOn(question.question)}` : ''
  return [{ text: `${capitalised(timing.sooner.text)}.${why}` }]
}

/** What could still hold the step. */
function caveatLines({ heldBy }: Recommendation, { words }: Page): readonly Line[] {
  const [first] = heldBy.filter(({ certainty }) => certainty === 'possible')
  return first ? [{ label: words.labels.unless, text: first.text, quiet: true }] : []
}

/** What else is due now, one line each. */
function othersDue(page: Page, { others }: Allowance): readonly Entry[] {
  const { advice, words, titleOf } = page
  const { next } = advice
  const own = next.kind === 'request' ? [next.service, next.meanwhile] : next.kind === 'arrange' ? [next.for] : []
  const due = advice.recommendations.filter(
    (one) => standingOf(one) === 'due' && one.level === 'person' && !own.includes(one.service),
  )
  const shown = due.slice(0, due.length > others ? others - 1 : others).map((one): Entry => {
    const before = one.after.find(({ certainty }) => certainty === 'certain')
    if (!before)
      return {
        title: `${one.title}, ${words.beside}`,
        when: one.timing.text,
        late: one.timing.state === 'overdue',
        lines: [],
      }
    const isStep = 'service' in next && before.service === next.service
    return {
      title: one.title,
      when: isStep ? words.afterwards : words.after(inSentence(titleOf(before.service))),
      lines: [],
    }
  })
  const more = due.length - shown.length
  return more > 0 ? [...shown, { title: capitalised(words.andMore(more)), lines: [] }] : shown
}

/** Planned, held, under way, for the job group, possible, covered: one line each. */
function laterPart(page: Page, { later }: Allowance): Part {
  const { advice, words, titles } = page
  const { next } = advice
  const step = 'service' in next ? next.service : undefined
  const rest = advice.recommendations.filter(({ service }) => service !== step)
  const of = (standing: ReturnType<typeof standingOf>): readonly Recommendation[] =>
    rest.filter((one) => one.level === 'person' && standingOf(one) === standing)
  const line = (text: string): Entry => ({ title: text, lines: [] })
  const group = rest.filter((one) => one.level === 'group' && one.certainty === 'certain')
  const [possible, covered] = [rest.filter((one) => standingOf(one) === 'possible'), of('covered')]
  const cover = covered[0]?.coveredBy[0]?.service
  const entries = [
    ...of('planned').map(({ title, timing }) => line(`${title}: ${timing.text}`)),
    ...of('underway').map((one) => line(`${one.title}: ${underwayText(one, page)}`)),
    ...heldGroups(of('held'), page).map(line),
    ...group.map(({ title, timing }) => line(`${title}, ${words.forGroup}: ${timing.text}`)),
    ...(covered.length > 0 && cover !== undefined
      ? [
          line(
            words.covered(
              titles(
                covered.map(({ service }) => service),
                4,
              ),
              titles([cover]),
            ),
          ),
        ]
      : []),
    ...(possible.length > 0
      ? [
          line(
            words.perhaps(
              titles(
                possible.map(({ service }) => service),
                3,
              ),
            ),
          ),
        ]
      : []),
  ]
  return { heading: words.headings.later, layout: 'margin', entries: cut(entries, later, page) }
}

export function underwayText({ underway }: Recommendation, { words, date }: Page): string {
  if (!underway) return ''
  const stands = words.underway[underway.state](date(underway.since))
  return underway.late ? `${stands}; ${words.late}` : stands
}

/** Services that wait until the same day for the same reason, together. */
function heldGroups(held: readonly Recommendation[], { words, date, titles }: Page): readonly string[] {
  const groups = new Map<string, Recommendation[]>()
  for (const one of held) {
    const hold = one.heldBy.find(({ certainty }) => certainty === 'certain')
    const key = `${hold?.reviewOn} ${hold?.text}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((group) => {
    const hold = group[0]?.heldBy.find(({ certainty }) => certainty === 'certain')
    const names = capitalised(
      titles(
        group.map(({ service }) => service),
        3,
      ),
    )
    return hold ? `${names}: ${words.heldUntil(group.length, date(hold.reviewOn))}. ${firstSentence(hold.text)}` : names
  })
}

/** What is late and asks for something, then the next statutory ones. */
function deadlinePart({ advice, words }: Page, { deadlines }: Allowance): Part {
  const milestones = [...(advice.calendar?.milestones ?? [])].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const open = milestones.filter(({ state }) => state === 'upcoming' || state === 'due')
  const late = milestones.filter(({ state }) => state === 'late' || state === 'late-motivation-unknown')
  const chosen = [...late.slice(-1), ...open.slice(0, deadlines)]
  return {
    heading: words.headings.deadlines,
    layout: 'margin',
    entries: chosen.map(({ text, state }) => ({
      title: text,
      late: state.startsWith('late'),
      lines: [],
    })),
  }
}

/** What rules say beside services, where it holds for certain. */
function remarkPart({ advice, words }: Page, { remarks }: Allowance): Part {
  const texts = advice.notices
    .filter((notice) => notice.state === 'applies' && !STANDING.has(notice.id))
    .map(({ text }) => text)
  const said = [...new Set(texts)]
  return {
    heading: words.headings.remarks,
    layout: 'margin',
    entries: said.slice(0, remarks).map((title) => ({ title, lines: [] })),
  }
}

/** Said to every employer; on this page the line that tells for whom it is says the same. */
const STANDING: ReadonlySet<string> = new Set(['physician-knows-more'])

/** The most telling question of each screen that can still change the step, and what it could change. */
function questionPart(page: Page, { questions }: Allowance): Part {
  const { advice, words, questionsOf, titles } = page
  const { ask, openQuestions, settled } = advice
  if (ask.length === 0) {
    if (!settled && openQuestions.length > 0) return { heading: '', layout: 'margin', entries: [] }
    return {
      heading: words.headings.questionsLeft,
      layout: 'margin',
      entries: [{ title: words.settled(openQuestions.length), lines: [] }],
    }
  }
  const byRound = [0, 1, 2].flatMap((round) => ask.flatMap(({ facts }) => facts.slice(round, round + 1)))
  const chosen = byRound.flatMap((fact) => questionsOf([fact])).slice(0, questions)
  return {
    heading: words.questions(chosen.length),
    layout: 'list',
    entries: chosen.map(({ question, decides }) => ({
      title: question,
      lines: decides.length === 0 ? [] : [{ text: titles(decides, 2) }],
    })),
  }
}

function cut(entries: readonly Entry[], most: number, { words }: Page): readonly Entry[] {
  if (entries.length <= most) return entries
  const shown = entries.slice(0, Math.max(most - 1, 0))
  return [...shown, { title: `${capitalised(words.andMore(entries.length - shown.length))}.`, lines: [] }]
}
