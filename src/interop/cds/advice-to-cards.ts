import type { Advice, Recommendation } from '../../core/advice'
import { adviceIssues } from '../../core/advice-shape'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { Locale } from '../../core/snapshot/fact'
import { subjectIssues } from '../fhir/advice-to-fhir'
import { type FhirResource, type FhirSubject, serviceRequestOf, URN } from '../fhir/service-request'
import type { FhirRelease } from '../forms/fhir-types'
import { isUuid, nameUuid } from '../name-uuid'
import { CARD_WORDS, type CardOverrideCode } from './card-words'

/** What the cards need to know of their host. */
export interface AdviceToCardsOptions {
  /** The id of the decision, a UUID: cards and suggestions are named by it. */
  readonly decision: string
  /** Where the host asks the open questions, and where it requests a service: absolute addresses of its own. */
  readonly links?: { readonly questions?: string; readonly request?: string }
  /** Of a host that speaks FHIR: what a suggestion creates is then a ServiceRequest. */
  readonly fhir?: { readonly release: FhirRelease; readonly subject: FhirSubject; readonly answers?: string }
}

/** A card of CDS Hooks 2.0; nothing in it is new in the ballot of 3.0, so that it serves both. */
export interface Card {
  readonly uuid: string
  /** At most 139 characters. */
  readonly summary: string
  /** Markdown, without HTML. */
  readonly detail: string
  /** `critical` is for safety, and never used. */
  readonly indicator: 'info' | 'warning'
  readonly source: { readonly label: string; readonly topic?: Coding }
  readonly suggestions?: readonly Suggestion[]
  readonly selectionBehavior?: 'any'
  readonly overrideReasons?: readonly Coding[]
  readonly links?: readonly { readonly label: string; readonly url: string; readonly type: 'absolute' }[]
}

/** What a card offers to do. */
export interface Suggestion {
  readonly label: string
  readonly uuid: string
  readonly actions?: readonly {
    readonly type: 'create'
    readonly description: string
    readonly resource: FhirResource
  }[]
}

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string
}

/** The answer of a CDS service. */
export interface Cards {
  readonly cards: readonly Card[]
}

const LONGEST_SUMMARY = 139

/**
 * An advice as cards of CDS Hooks: one for each service that is certain, one for all that are only possible, and one for
 * what to ask. No referral is no card. They say what the advice says, and so what its audience may read.
 *
 * @throws TriageError for an advice that is none, and for every option that is wrong.
 */
export function adviceToCards(advice: Advice, options: AdviceToCardsOptions): Cards {
  const issues = [...adviceIssues(advice), ...optionIssues(options)]
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const { recommendations } = advice
  const certain = recommendations.filter(
    ({ certainty, coveredBy }) => certainty === 'certain' && !coveredBy.some((cover) => cover.certainty === 'certain'),
  )
  const possible = recommendations.filter(({ certainty }) => certainty === 'possible')
  return {
    cards: [
      ...certain.map((recommendation) => serviceCard(recommendation, advice, options)),
      ...(possible.length > 0 ? [possibleCard(possible, advice, options)] : []),
      ...(advice.ask.length > 0 ? [askCard(advice, options)] : []),
    ],
  }
}

function serviceCard(recommendation: Recommendation, advice: Advice, options: AdviceToCardsOptions): Card {
  const { service, title, timing, heldBy, underway } = recommendation
  const words = CARD_WORDS[advice.locale]
  const held = heldBy.some(({ certainty }) => certainty === 'certain')
  const isPressing = timing.state !== 'planned' && !held && !(underway && !underway.late)
  const [suggestion, link] = stepOf(recommendation, options, words)
  return {
    uuid: nameUuid(options.decision, service),
    summary: cut(`${title}: ${timing.text}`),
    detail: detailOf(recommendation, words),
    indicator: isPressing ? 'warning' : 'info',
    source: sourceOf(advice, recommendation),
    ...(suggestion ? { suggestions: [suggestion], selectionBehavior: 'any' as const } : {}),
    overrideReasons: overrideReasons(advice.locale),
    ...(link ? { links: [link] } : {}),
  }
}

/** What to do: request it; what must be there first where it must; nothing where it is under way. */
function stepOf(
  recommendation: Recommendation,
  { decision, fhir, links }: AdviceToCardsOptions,
  words: Words,
): readonly [Suggestion | undefined, NonNullable<Card['links']>[number] | undefined] {
  const { service, title, blockedBy, heldBy, underway } = recommendation
  if (underway || heldBy.some(({ certainty }) => certainty === 'certain')) return [undefined, undefined]
  const uuid = nameUuid(decision, `${service}/suggestion`)
  const first = blockedBy.find(({ before }) => before)
  if (first) return [{ label: first.firstStep, uuid }, undefined]
  const label = `${words.request}: ${title}`
  if (fhir) {
    const resource = serviceRequestOf(recommendation, fhir)
    return [{ label, uuid, actions: [{ type: 'create', description: label, resource }] }, undefined]
  }
  const url = links?.request
  return [{ label, uuid }, url === undefined ? undefined : { label, url, type: 'absolute' }]
}

function possibleCard(possible: readonly Recommendation[], advice: Advice, options: AdviceToCardsOptions): Card {
  const words = CARD_WORDS[advice.locale]
  const lines = possible.map((recommendation) => {
    const { service, title, reasons } = recommendation
    const deciding = advice.openQuestions.filter(({ decides }) => decides.includes(service)).slice(0, 3)
    return [
      `- **${plain(title)}**`,
      ...reasons.slice(0, 1).map(({ text }) => `  - ${plain(text)}`),
      ...deciding.map(({ question }) => `  - ${words.decides}: ${plain(question)}`),
    ].join('\n')
  })
  return {
    uuid: nameUuid(options.decision, 'possible'),
    summary: cut(words.possible(possible.length)),
    detail: lines.join('\n'),
    indicator: 'info',
    source: sourceOf(advice),
    ...linkToQuestions(options, words),
  }
}

function askCard(advice: Advice, options: AdviceToCardsOptions): Card {
  const words = CARD_WORDS[advice.locale]
  return {
    uuid: nameUuid(options.decision, 'ask'),
    summary: cut(advice.next.kind === 'ask' ? advice.next.text : words.ask(advice.ask.length)),
    detail: advice.ask.map(({ title, text }) => `- **${plain(title)}** ${plain(text)}`).join('\n'),
    indicator: 'info',
    source: sourceOf(advice),
    ...linkToQuestions(options, words),
  }
}

type Words = (typeof CARD_WORDS)[Locale]

function linkToQuestions({ links }: AdviceToCardsOptions, words: Words): Pick<Card, 'links'> {
  const url = links?.questions
  return url === undefined ? {} : { links: [{ label: words.questions, url, type: 'absolute' }] }
}

function detailOf({ reasons, heldBy, blockedBy, waivedBy, underway }: Recommendation, words: Words): string {
  const sources = ({ sources: cited }: Recommendation['reasons'][number]): string =>
    cited.map(({ id, section }) => `${plain(id)} ${plain(section)}`).join('; ')
  return [
    ...reasons.map((reason) => `- ${plain(reason.text)} (${sources(reason)})`),
    ...(underway ? [`- ${words.underway(underway.since)}`] : []),
    ...heldBy.map(({ text }) => `- ${words.held}: ${plain(text)}`),
    ...blockedBy.map(({ firstStep }) => `- ${words.first}: ${plain(firstStep)}`),
    ...waivedBy.map(({ text }) => `- ${words.caveat}: ${plain(text)}`),
  ].join('\n')
}

function sourceOf({ ruleSet, checklists }: Advice, recommendation?: Recommendation): Card['source'] {
  const code = recommendation?.reasons[0]?.checklist
  const display = checklists.find(({ id }) => id === code)?.title
  return {
    label: `${ruleSet.id} ${ruleSet.version}`,
    ...(code === undefined || display === undefined ? {} : { topic: { system: `${URN}:checklist`, code, display } }),
  }
}

const overrideReasons = (locale: Locale): readonly Coding[] =>
  (Object.entries(CARD_WORDS[locale].override) as [CardOverrideCode, string][]).map(([code, display]) => ({
    system: `${URN}:override-reason`,
    code,
    display,
  }))

/** At most as long as a summary may be, ending on a word. */
function cut(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text
  const head = text.slice(0, LONGEST_SUMMARY - 1)
  const end = head.lastIndexOf(' ')
  return `${(end > 0 ? head.slice(0, end) : head).replace(/[,;:.]$/, '')}…`
}

/** Texts of an organisation's own rules are texts: nothing in them is markup. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ')

const NAMES = ['decision', 'links', 'fhir']

function optionIssues(given: unknown): readonly Issue[] {
  if (typeof given !== 'object' || given === null) return [wrong(['decision'], 'give the options as an object')]
  const { decision, links = {}, fhir, ...others } = given as Partial<AdviceToCardsOptions>
  return [
    ...Object.keys(others).map(
      (name): Issue => ({
        code: 'unknown-option',
        path: ['options', name.slice(0, 64)],
        message: `there is no such option: give ${NAMES.join(', ')}`,
      }),
    ),
    ...(isUuid(decision) ? [] : [wrong(['decision'], 'give the id of the decision, a UUID in small letters')]),
    ...Object.entries(links ?? { links }).flatMap(([name, url]) =>
      (name === 'questions' || name === 'request') && /^https?:\/\/\S{1,2000}$/.test(String(url))
        ? []
        : [wrong(['links', name.slice(0, 64)], 'give questions and request, as absolute addresses')],
    ),
    ...(fhir === undefined
      ? []
      : fhir?.release === 'R4' || fhir?.release === 'R5'
        ? subjectIssues(fhir.subject)
        : [wrong(['fhir', 'release'], 'give R4 or R5')]),
  ]
}

const wrong = (path: readonly string[], message: string): Issue => ({
  code: 'wrong-type',
  path: ['options', ...path],
  message,
})
