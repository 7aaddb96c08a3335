import type { Interview, InterviewQuestion } from 'verwijswijzer/browser'
import type { Entry } from '../answer-entry'
import type { CaseState } from '../case-state'
import { PAGE_WORDS } from '../words/page-words'
import { type QuestionBox, questionBox } from './question-box'
import { type SectionView, sectionView } from './section-view'
import type { Standing } from './standing-view'

/** The questions of one role in one language. */
export interface QuestionList {
  readonly sections: readonly SectionView[]
  readonly update: (state: CaseState, view: Interview) => void
  /** Where the question about a fact stands; undefined where it is not asked here. */
  readonly find: (fact: string) => QuestionBox | undefined
}

export interface ListContext {
  readonly titleOf: (service: string) => string
  readonly onEntry: (fact: string, entry: Entry) => void
  /** Whether questions that cannot change the advice are shown too. */
  readonly showAll: () => boolean
}

export function questionList(state: CaseState, view: Interview, context: ListContext): QuestionList {
  const words = PAGE_WORDS[state.locale]
  const asked = view.sections.flatMap(({ questions }) => questions)
  const own = new Set(asked.map(({ fact }) => fact))
  const homeOf = ({ fact, within }: InterviewQuestion): string => (within && own.has(within) ? within : fact)
  const boxes = new Map(
    asked
      .filter((question) => homeOf(question) === question.fact)
      .map((question) => [question.fact, boxFor(question)] as const),
  )
  const homes = new Map(asked.map((question) => [question.fact, homeOf(question)]))
  const sections = view.sections.map(({ id, title, questions }) =>
    sectionView(
      id,
      title,
      questions.flatMap(({ fact }) => boxes.get(fact)?.element ?? []),
      words.questions,
    ),
  )

  function boxFor(question: InterviewQuestion): QuestionBox {
    return questionBox({
      question,
      flags: asked.filter((other) => other.within === question.fact),
      pending: state.pending.get(question.fact),
      words: words.questions,
      locale: state.locale,
      askOf: question.askedOf === state.role ? undefined : words.head.roles[question.askedOf],
      onEntry: context.onEntry,
    })
  }

  return {
    sections,
    find: (fact) => boxes.get(homes.get(fact) ?? fact),
    update: (now, { sections: standing, next }) => {
      const nextHome = next === null ? undefined : homes.get(next)
      for (const [index, { questions }] of standing.entries()) {
        const parts = questions.filter((question) => homeOf(question) === question.fact)
        const standings = parts.map((question) => {
          const flags = questions.filter(({ within }) => within === question.fact)
          return standingOf([question, ...(boxes.has(question.fact) ? flags : [])], now)
        })
        for (const [at, question] of parts.entries())
          boxes.get(question.fact)?.update({ ...(standings[at] as Standing), next: question.fact === nextHome })
        sections[index]?.update(standings, context.showAll())
      }
    },
  }

  /** Of a question with its flags: it stands open while one of them does. */
  function standingOf(parts: readonly InterviewQuestion[], { pending }: CaseState): Standing {
    const [question] = parts as [InterviewQuestion]
    const open = parts.find((part) => part.state === 'applicable')
    const held = pending.get(question.fact)
    const decided = [...new Set(parts.flatMap(({ decides }) => decides))]
    return {
      state: open?.state ?? question.state,
      irrelevant: question.irrelevant === true,
      next: false,
      filled: question.state === 'answered' || question.state === 'unknown' || held?.entry.shown !== undefined,
      decides: decided.map(context.titleOf),
      pending: held,
    }
  }
}
