import type { Advice, Audience, Recommendation } from '../../core/advice'
import type { Said } from '../../core/case/case'
import type { FactType, Role } from '../../core/snapshot/fact'

/**
 * A half-filled case as a form shows it: what is certain, what is still possible, what to ask next and when to stop.
 * Days are `YYYY-MM-DD`; texts are in the locale of the call. The same input gives the same bytes.
 */
export interface Interview {
  readonly asOf: string
  /** Whose questions these are; null for everyone's. */
  readonly role: Role | null
  readonly audience: Audience
  readonly order: 'decision' | 'authored'
  /** What to ask next. Null when there is nothing left to ask. */
  readonly next: InterviewScreen | null
  /** All screens that still have something to ask, in their order; empty in authored order. */
  readonly screens: readonly InterviewScreen[]
  /** Every question, in authored order. */
  readonly sections: readonly InterviewSection[]
  /** What others must still answer, without what it is about. */
  readonly requests: readonly AnswerRequest[]
  readonly recommendations: RecommendationsSoFar
  readonly progress: Progress
  /** No open answer can replace the step: a form may stop here. */
  readonly settled: boolean
  /** "The step is settled; the rest completes the file", while that is so. */
  readonly settledText: string | null
  readonly done: boolean
  /** Null until done. */
  readonly doneBecause: { readonly reason: DoneReason; readonly text: string } | null
  /** The advice on what is answered so far, as the audience may read it. */
  readonly advice: Advice
}

/** Questions that a person answers together. */
export interface InterviewScreen {
  readonly id: string
  readonly title: string
  /** Fact ids, each a question of `sections` that is applicable. */
  readonly facts: readonly string[]
  /** Whether an answer can still change the step. */
  readonly decides: boolean
  readonly why: string
}

/** Questions that belong together, under a title. */
export interface InterviewSection {
  readonly id: string
  readonly title: string
  readonly questions: readonly InterviewQuestion[]
}

/**
 * `applicable`: not asked yet, and some answer can still change the advice. `answered`: known. `unknown`: asked, and
 * not known for the reason in `said`. `skipped`: not asked, and no answer can change the advice any more.
 */
export type QuestionState = 'applicable' | 'answered' | 'unknown' | 'skipped'

/** One question as it is asked now, with its words, its answers and its state. */
export interface InterviewQuestion {
  /** The fact, by id: its path in the snapshot. */
  readonly fact: string
  /** For a flag of each item of a list: the fact that is the list. */
  readonly within?: string
  readonly question: string
  readonly help?: string
  readonly type: FactType
  /** In the order in which to show them; empty where the answer is not one of a list. */
  readonly options: readonly AnswerOption[]
  /** What the answer "none" means, where there is one. */
  readonly none?: string
  readonly unit?: string
  /** Inclusive. */
  readonly range?: readonly [number, number]
  readonly answeredBy: readonly Role[]
  /** The first to ask. */
  readonly askedOf: Role
  readonly state: QuestionState
  readonly said?: Said
  /** As the snapshot holds it; of a flag, the list that it is in. What the reader may not set or read is left out. */
  readonly value?: unknown
  /** On an answer on which nothing depends any more. It is kept. */
  readonly irrelevant?: true
  /** The services whose recommendation, timing, holds or needs an answer can still change. */
  readonly decides: readonly string[]
}

/** One answer to choose, with its words. */
export interface AnswerOption {
  readonly value: string | boolean
  readonly label: string
}

/** A request to answer, for another role. */
export interface AnswerRequest {
  readonly role: Role
  /** How many questions. */
  readonly count: number
  readonly text: string
}

/** Everything that a completion of the snapshot can recommend is certain or possible. */
export interface RecommendationsSoFar {
  readonly certain: readonly Recommendation[]
  readonly possible: readonly Recommendation[]
  /** The services that no completion recommends, in the order of the rule set. */
  readonly excluded: readonly ExcludedService[]
}

/** A service that no open answer can bring back, and why. */
export interface ExcludedService {
  readonly service: string
  readonly title: string
  /** For each rule that could have recommended it, why it does not. */
  readonly because: readonly Exclusion[]
}

/**
 * Why a rule does not recommend a service. `not-met`: the facts exclude it. `moment-over`: its window is over.
 * `waived`: another rule withdraws it. `delivered`: it was, too recently. `no-rule`: no rule recommends it at all.
 * `physician-only`: only rules over medical facts recommend it, which are none of the employer's business.
 */
export interface Exclusion {
  readonly kind: 'not-met' | 'moment-over' | 'waived' | 'delivered' | 'no-rule' | 'physician-only'
  /** The rule that does not recommend or, of a waiver, the one that withdraws. */
  readonly rule?: string
  readonly text: string
  /** The known facts that decide it. */
  readonly facts: readonly KnownFact[]
}

/** A fact in words: `volle ziekteweken`, `12`. */
export interface KnownFact {
  readonly fact: string
  readonly label: string
  readonly answer: string
}

/** Of the questions that the role may answer and that matter. */
export interface Progress {
  /** Known. */
  readonly answered: number
  /** Asked, and not known. */
  readonly unknown: number
  /** Still to ask. */
  readonly open: number
  /** All three together; it changes as answers make questions matter or not. */
  readonly total: number
}

/**
 * `nothing-open`: no answer can change the advice. `only-unknown`: what can still change it was asked, and is not known.
 * `only-other-roles`: what can still change it is for others to answer.
 */
export type DoneReason = 'nothing-open' | 'only-unknown' | 'only-other-roles'
