import type { Rule } from '../../core/rules/rule-set'
import { anchorText, lengthText, windowText } from './length-text'
import { code, plain, ruleLink, ruleLinks, serviceLink, type Writer } from './writer'

/** What a rule does when its conditions hold, in sentences. */
export function effectText(rule: Rule, writer: Writer): string {
  const { words, ruleSet } = writer
  const { event, timing } = rule
  switch (event.type) {
    case 'recommend':
      return [
        words.recommends(servicesText(event.params.services, writer)),
        ...event.params.services.flatMap((id) => needsText(id, writer)),
        ...(timing ? [windowText(timing, writer)] : []),
        ...(rule.fixedMoment ? [words.fixedMoment] : []),
      ].join(' ')
    case 'hold':
      return words.holds(servicesText(event.params.services, writer), reviewText(event.params, writer))
    case 'waive':
      return 'services' in event.params
        ? words.waivesServices(servicesText(event.params.services, writer))
        : words.waivesRules(ruleLinks(event.params.rules, ruleSet))
    case 'notice': {
      const { notice, withHold } = event.params
      const only = withHold === undefined ? [] : [words.withHold(ruleLink(withHold, ruleSet))]
      return [words.notices(code(notice)), ...only].join(' ')
    }
  }
}

type HoldParams = Extract<Rule['event'], { readonly type: 'hold' }>['params']

/** After how long a hold is looked at again, or on which day. */
const reviewText = (params: HoldParams, writer: Writer): string =>
  'reviewAfter' in params ? lengthText(params.reviewAfter, writer) : anchorText(params.reviewOn, writer)

const servicesText = (ids: readonly string[], writer: Writer): string =>
  writer.words.and(ids.map((id) => serviceLink(id, titleOf(id, writer))))

function needsText(id: string, writer: Writer): string[] {
  const { ruleSet, words, locale } = writer
  const needs = (ruleSet.services.find((service) => service.id === id)?.needs ?? []).map(({ need }) =>
    plain(need.title[locale].toLowerCase()),
  )
  return needs.length === 0 ? [] : [words.needs(titleOf(id, writer), words.and(needs))]
}

const titleOf = (id: string, { ruleSet, locale }: Writer): string =>
  plain(ruleSet.services.find((service) => service.id === id)?.title[locale] ?? id)
