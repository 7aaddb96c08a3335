import type { Citation } from '../../core/advice'
import { factsOf } from '../../core/rules/facts-of'
import type { Checklist, Rule, RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import { content, element } from '../../reports/picture/svg'
import { conditionText } from '../docs/condition-text'
import { effectText } from '../docs/effect-text'
import { durationText } from '../docs/length-text'
import { noteIn, quoted } from '../docs/rule-section'
import { parametersOf } from '../docs/uses'
import { code, plain, type Writer, writerFor } from '../docs/writer'
import type { Fixture } from '../testing/fixture'
import { inlineHtml, markdownHtml } from './markdown-html'
import { type Answered, type ReviewCase, reviewCases, storyOf } from './review-cases'
import { REVIEW_WORDS, type ReviewWords } from './review-words'
import { ruleDigest, standingOf } from './rule-digest'

/**
 * One checklist on paper, for somebody who answers for its rules and reads no JSON: each rule as sentences with what it
 * rests on, cases with the advice that comes of them, and room to agree, to change or to remark. One HTML document that
 * asks nothing of a network.
 */
export function reviewPage(
  checklist: Checklist,
  ruleSet: RuleSet,
  fixtures: readonly Fixture[],
  locale: Locale,
): string {
  const writer = writerFor(ruleSet, locale)
  const words = REVIEW_WORDS[locale]
  const rules = ruleSet.rules.filter((rule) => rule.checklist === checklist.id)
  const title = words.title(checklist.title[locale])
  const { id, version, title: named } = ruleSet.manifest
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, content(title)),
    element('style', {}, REVIEW_STYLE),
  ].join('')
  const body = [
    element('h1', {}, content(title)),
    element('p', { class: 'quiet' }, content(`${named[locale]}, ${id} ${version}.`)),
    element('p', {}, content(checklist.description[locale])),
    element('p', { class: 'standing' }, element('strong', {}, content(standingText(rules, ruleSet, words)))),
    ...words.intro.map((text) => element('p', {}, content(text))),
    element('p', {}, content(words.howTo)),
    element('h2', {}, content(words.headings.asks)),
    questionList(checklist, writer),
    ...rules.map((rule, index) =>
      ruleHtml(
        rule,
        words.headings.rule(index + 1, rules.length),
        reviewCases(rule, ruleSet, fixtures, locale),
        writer,
      ),
    ),
    element('h2', {}, content(words.headings.whole)),
    element('p', {}, content(words.missing)),
    room(),
    signature(words),
    element('p', { class: 'quiet' }, inlineHtml(words.afterwards)),
  ].join('\n')
  return `<!doctype html>\n<html lang="${locale}"><head>${head}</head>\n<body>${body}</body></html>\n`
}

function standingText(rules: readonly Rule[], ruleSet: RuleSet, words: ReviewWords): string {
  const states = rules.map((rule) => standingOf(rule, ruleSet).state)
  const count = (state: (typeof states)[number]): number => states.filter((one) => one === state).length
  return words.standing(count('approved'), count('changed'), count('unseen'))
}

function questionList({ questions }: Checklist, { ruleSet, locale, words }: Writer): string {
  const facts = factsOf(ruleSet)
  const items = questions.flatMap((id) => {
    const fact = facts.get(id)
    if (!fact) return []
    const roles = words.or(fact.answeredBy.map((role) => words.role[role]))
    return [element('li', {}, content(`${fact.question[locale]} `), element('small', {}, content(`(${roles})`)))]
  })
  return element('ul', {}, ...items)
}

function ruleHtml(rule: Rule, heading: string, cases: readonly ReviewCase[], writer: Writer): string {
  const { ruleSet, locale } = writer
  const words = REVIEW_WORDS[locale]
  const { headings } = words
  const part = (title: string, ...html: readonly string[]): string =>
    html.some((one) => one !== '') ? [element('h3', {}, content(title)), ...html].join('\n') : ''
  return element(
    'section',
    { class: 'rule', id: rule.id },
    element('h2', {}, content(heading)),
    markLine(rule, writer),
    part(headings.says, markdownHtml([conditionText(rule.when, writer), effectText(rule, writer)].join('\n\n'))),
    part(headings.reader, markdownHtml(quoted(rule, writer))),
    part(headings.asQuestion, rule.whenOpen ? element('p', {}, content(rule.whenOpen[locale])) : ''),
    part(headings.passage, passages(rule, writer)),
    part(headings.choices, choices(rule, writer)),
    part(headings.relations, relations(rule, writer)),
    part(headings.note, rule.note === undefined ? '' : element('p', {}, content(noteIn(rule.note, writer)))),
    part(
      headings.cases,
      ...(cases.length === 0 ? [element('p', {}, content(words.noCases))] : []),
      ...cases.map((one) => caseHtml(one, rule, writer)),
    ),
    part(headings.judgement, judgement(words)),
  ).replace('<section', `\n<section`)

  function markLine(one: Rule, { words: own }: Writer): string {
    const { state, approvals } = standingOf(one, ruleSet)
    const by = approvals.map(({ by: { role, pseudonym }, on, remark }) => {
      const who = words.approvedBy(words.approver[role], pseudonym, on)
      return remark === undefined ? who : `${who}: ${remark}`
    })
    const standing = [words.state[state], ...by].join('; ')
    const tier = one.tier === 'medical' ? ` ${own.medicalRule}` : ''
    return element(
      'p',
      { class: 'quiet' },
      element('code', {}, content(one.id)),
      content(` · ${words.mark} `),
      element('code', {}, content(ruleDigest(one, ruleSet))),
      content(` · ${standing}.${tier}`),
    )
  }
}

/** Each source with the section, where it can be read, and what it says there where somebody wrote that down. */
function passages({ sources, basis }: Rule, { ruleSet, locale, words }: Writer): string {
  const items = sources.map(({ id, section }: Citation) => {
    const source = ruleSet.sources.get(id)
    const place = source?.sections.find((one) => one.id === section)
    const url = place?.url ?? source?.url
    return element(
      'li',
      {},
      content(`${source?.title ?? id}, ${section}: “${place?.title ?? ''}”`),
      ...(place?.says ? [element('br', {}), content(place.says[locale])] : []),
      ...(url === undefined ? [] : [element('br', {}), element('small', {}, content(url))]),
    )
  })
  return [
    element('p', {}, content(`${words.columns.basis}: ${words.basis[basis]}.`)),
    element('ul', {}, ...items),
  ].join('')
}

function choices(rule: Rule, writer: Writer): string {
  const { ruleSet, locale, words } = writer
  const own = REVIEW_WORDS[locale]
  const items = [...new Set(parametersOf(rule))].flatMap((name) => {
    const parameter = ruleSet.parameters.get(name)
    if (!parameter) return []
    const { default: value, unit, range, description, basis } = parameter
    const days = unit === 'duration' ? ` ${words.unit['day-count']}` : ''
    const now = typeof value === 'string' ? durationText(value, writer) : String(value)
    return [
      element(
        'li',
        {},
        content(`${description[locale]} `),
        content(`(${own.choice(now, `${range[0]}`, `${range[1]}${days}`)}; ${words.basis[basis]}) `),
        element('code', {}, content(name)),
      ),
    ]
  })
  return items.length === 0 ? '' : element('ul', {}, ...items)
}

/** The rules that hold or waive what this one recommends, and the services that it covers or is covered by. */
function relations({ id, event }: Rule, writer: Writer): string {
  const { ruleSet, locale } = writer
  const own = REVIEW_WORDS[locale]
  if (event.type === 'waive' && 'rules' in event.params) {
    const { rules } = event.params
    const waived = ruleSet.rules.filter((rule) => rules.includes(rule.id))
    return element(
      'ul',
      {},
      ...waived.map((rule) => element('li', {}, inlineHtml(`${own.waives}: ${plainSaid(rule)}`))),
    )
  }
  if (event.type !== 'recommend') return ''
  const { services } = event.params
  const title = (service: string): string =>
    ruleSet.services.find((one) => one.id === service)?.title[locale] ?? service
  const touches = (rule: Rule): boolean =>
    'services' in rule.event.params
      ? rule.event.params.services.some((service) => services.includes(service))
      : 'rules' in rule.event.params && rule.event.params.rules.includes(id)
  const covers = ruleSet.services.flatMap((service) =>
    service.covers.flatMap((cover) => {
      if (services.includes(service.id))
        return [`${plain(title(service.id))} ${own.covers}: ${plain(title(cover.service))}`]
      if (services.includes(cover.service))
        return [`${plain(title(cover.service))} ${own.coveredBy}: ${plain(title(service.id))}`]
      return []
    }),
  )
  const items = [
    ...ruleSet.rules
      .filter((rule) => rule.event.type === 'hold' && touches(rule))
      .map((rule) => `${own.heldBy}: ${plainSaid(rule)}`),
    ...ruleSet.rules
      .filter((rule) => rule.event.type === 'waive' && touches(rule))
      .map((rule) => `${own.waivedBy}: ${plainSaid(rule)}`),
    ...covers,
  ]
  return items.length === 0 ? '' : element('ul', {}, ...items.map((item) => element('li', {}, inlineHtml(item))))

  /** Its sentence for the reader, with a gap where the case fills in a number. */
  function plainSaid(rule: Rule): string {
    return `${plain(rule.text[locale].replace(/\{[^}]*\}/g, '…'))} (${code(rule.id)})`
  }
}

function caseHtml(told: ReviewCase, rule: Rule, writer: Writer): string {
  const { outcome, advice, fixture } = told
  const words = REVIEW_WORDS[writer.locale]
  const story = storyOf(told, rule, writer)
  const { moment, besides, more, unasked } = story
  const speaks = [
    ...advice.recommendations.flatMap(({ reasons, heldBy, waivedBy }) => [...reasons, ...heldBy, ...waivedBy]),
    ...advice.notices.map(({ id, text }) => ({ rule: id, text })),
  ].find((one) => one.rule === rule.id || (rule.event.type === 'notice' && one.rule === rule.event.params.notice))
  const silent = { met: words.ruleUnseen, 'not-met': words.ruleSilent, open: words.ruleWaits }[outcome]
  return element(
    'div',
    { class: 'case' },
    element('h4', {}, content(words.cases[outcome])),
    element('p', {}, content(moment)),
    answers(story.told),
    ...(unasked.length === 0 ? [] : [element('p', {}, content(`${words.unasked}: ${unasked.join(' ')}`))]),
    ...(besides.length === 0
      ? []
      : [element('p', { class: 'quiet' }, content(`${words.besides}: ${besides.map(inLine).join(' · ')}`))]),
    ...(more === 0 ? [] : [element('p', { class: 'quiet' }, content(words.more(more)))]),
    element('p', {}, element('strong', {}, content(`${words.advice}: `)), content(advice.next.text)),
    element('p', {}, content(speaks ? `${words.because}: ${speaks.text}` : silent)),
    ...(fixture === undefined ? [] : [element('p', { class: 'quiet' }, element('code', {}, content(fixture)))]),
  )
}

const inLine = ({ question, answer }: Answered): string => `${question} ${answer}`

const answers = (told: readonly Answered[]): string =>
  told.length === 0
    ? ''
    : element(
        'dl',
        {},
        ...told.map(({ question, answer }) =>
          [element('dt', {}, content(question)), element('dd', {}, content(answer))].join(''),
        ),
      )

const judgement = (words: ReviewWords): string =>
  [
    element(
      'p',
      { class: 'boxes' },
      ...[words.agree, words.change, words.unclear].map((text) => content(`☐ ${text}   `)),
    ),
    element('p', { class: 'quiet' }, content(`${words.remark}:`)),
    room(),
  ].join('')

const room = (): string => element('div', { class: 'room' }, '')

const signature = (words: ReviewWords): string =>
  [
    element('h2', {}, content(words.signed)),
    element('p', {}, content(`${words.reviewer}: ______________________   ${words.day}: ______________`)),
  ].join('')

/** For a screen and for paper: a rule is not parted from its heading, a case stays whole. */
const REVIEW_STYLE = `
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.25rem;margin:2rem 0 .3rem}h3{font-size:1rem;margin:1.1rem 0 .2rem}
h4{font-size:1rem;margin:0}p{margin:.35rem 0}ul{margin:.3rem 0;padding-left:1.3rem}
code{font-size:.8rem;color:#4a4a4a;overflow-wrap:anywhere}small,.quiet{color:#4a4a4a;font-size:.85rem}
blockquote{margin:.4rem 0;padding:.1rem 1rem;border-left:4px solid #777}
.rule{border-top:2px solid #1a1a1a;margin-top:2rem}
.case{border:1px solid #999;border-radius:4px;padding:.6rem .9rem;margin:.6rem 0}
dl{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.15rem .8rem;margin:.3rem 0}dd{margin:0;font-weight:600}
.boxes{white-space:pre-wrap;font-size:1.05rem}.room{border:1px solid #777;height:6rem;margin:.2rem 0 1rem}
@page{margin:18mm}
@media print{body{font-size:10.5pt;max-width:none;margin:0;padding:0}.rule{break-before:page}.case,.room,dl,blockquote{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`
