import type { Interview } from 'verwijswijzer/browser'
import type { PageWords } from '../words/page-words'

/** What is other in the advice than it was, in a few sentences. */
export function whatChanged(before: Interview, after: Interview, { advice, changes }: PageWords): string {
  const was = new Map(before.recommendations.certain.map((one) => [one.service, one]))
  const is = new Map(after.recommendations.certain.map((one) => [one.service, one]))
  const moved = [...is.values()].flatMap((one) => {
    const old = was.get(one.service)
    return old ? [{ title: one.title, by: Math.sign(compare(one.timing.startBy, old.timing.startBy)) }] : []
  })
  const titles = (list: readonly { readonly title: string }[]): string => list.map(({ title }) => title).join(', ')
  const said: readonly (readonly [(text: string) => string, string])[] = [
    [changes.certain, titles([...is.values()].filter(({ service }) => !was.has(service)))],
    [changes.gone, titles([...was.values()].filter(({ service }) => !is.has(service)))],
    [changes.earlier, titles(moved.filter(({ by }) => by < 0))],
    [changes.later, titles(moved.filter(({ by }) => by > 0))],
  ]
  const possible = after.recommendations.possible.length
  const sentences = [
    ...(before.advice.status === after.advice.status
      ? []
      : [changes.status(advice.status[after.advice.status].headline.toLowerCase())]),
    ...said.filter(([, text]) => text !== '').map(([say, text]) => say(text)),
    ...(possible === before.recommendations.possible.length ? [] : [changes.possible(possible)]),
  ]
  return [
    ...(sentences.length === 0 ? [changes.none] : sentences),
    after.doneBecause ? after.doneBecause.text : changes.left(after.progress.open),
  ].join(' ')
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
