import type { Citation } from '../../core/advice'
import type { RuleSet } from '../../core/rules/rule-set'
import { bullets, code, link, plain, sourceLink, type Writer } from './writer'

/** Each citation with the title of its section, where the source can be read, and what it says there. */
export function citationList(citations: readonly Citation[], { ruleSet: { sources }, locale }: Writer): string {
  return bullets(
    citations.map(({ id, section }) => {
      const source = sources.get(id)
      const place = source?.sections.find((found) => found.id === section)
      const url = place?.url ?? source?.url
      const says = place?.says ? `: ${plain(place.says[locale])}` : ''
      return `${source ? sourceLink(id) : code(id)} ${plain(section)}, “${plain(place?.title ?? '')}”${url === undefined ? '' : ` (${link('link', url)})`}${says}`
    }),
  )
}

/** The same on one line, without titles: for tables. A rule set of one's own may lack a source that is named here. */
export const citationLinks = (citations: readonly Citation[], { sources }: RuleSet): string =>
  citations.map(({ id, section }) => `${sources.has(id) ? sourceLink(id) : code(id)} ${plain(section)}`).join('; ')
