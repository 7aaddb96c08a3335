import { shippedRuleSet } from 'verwijswijzer/browser'
import { element, fold, list } from '../element'
import type { PageWords } from '../words/page-words'
import type { Citation, Recommendation } from './advice-context'

/** Why, with the sources that it rests on by name. A reason that is kept from the employer cites nothing. */
export function reasonItem(
  { text, sources }: Recommendation['reasons'][number],
  words: PageWords['advice'],
): HTMLElement {
  return element('div', { class: 'reason' }, element('p', {}, text), sourceList(sources, words))
}

export function sourceList(citations: readonly Citation[], words: PageWords['advice']): HTMLElement | undefined {
  if (citations.length === 0) return undefined
  const ids = [...new Set(citations.map(({ id }) => id))]
  const sources = fold(
    words.sources,
    list(
      ids.map((id) =>
        sourceLine(
          id,
          citations.flatMap((cited) => (cited.id === id ? [cited.section] : [])),
        ),
      ),
    ),
  )
  sources.classList.add('sources')
  return sources
}

/** A source by its title, in its own language; those on the web as a link, which is the reader's to follow. */
function sourceLine(id: string, cited: readonly string[]): HTMLElement {
  const source = shippedRuleSet().sources.get(id)
  if (!source) return element('span', {}, `${id} ${cited.join(', ')}`)
  const parts = cited.map((section) => {
    const title = source.sections.find((one) => one.id === section)?.title
    return /^\d|^[a-z]+\. /.test(section) && title ? `${section} ${title}` : (title ?? section)
  })
  const name = source.url
    ? element('a', { href: source.url, target: '_blank', rel: 'noopener noreferrer' }, source.title)
    : source.title
  return element('span', { lang: source.language }, element('cite', {}, name), `: ${parts.join('; ')}`)
}
