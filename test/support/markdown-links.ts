import { anchorOf } from '../../src/authoring/docs/writer'

/** The headings of a page, without their marks. */
export const headingsOf = (page: string): string[] =>
  [...page.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => (heading as string).replaceAll('`', ''))

/** The anchors that the headings of a page give. */
export const anchorsOf = (page: string): string[] => headingsOf(page).map(anchorOf)

/** The targets of the links in a page. */
export const linksIn = (page: string): string[] =>
  [...page.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target as string)

/** The links of pages that lead nowhere: to no page, or to no heading in it. */
export function brokenLinks(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([name, page]) =>
    linksIn(page)
      .filter((target) => !target.startsWith('https://') && !target.startsWith('http://'))
      .filter((target) => {
        const [file = '', anchor] = target.split('#')
        const found = pages.get(file === '' ? name : file)
        return found === undefined || (anchor !== undefined && !anchorsOf(found).includes(anchor))
      })
      .map((target) => `${name}: ${target}`),
  )
}
