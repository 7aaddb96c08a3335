import { type Advice, type Locale, renderTimeline } from 'verwijswijzer/browser'
import { element, setText } from '../element'

/** What `renderTimeline` can draw, in pixels; and what fits a sheet of paper. */
const [LEAST, MOST, PAPER] = [320, 1600, 760]
/** Labels beside the bars leave too little room for time on a place narrower than this: then they stand above. */
const [ROOMY, LABELS_ABOVE] = [760, 599]

export interface TimelineFigure {
  readonly element: HTMLElement
  readonly update: (advice: Advice, locale: Locale, title: string) => void
}

/** The picture of the 104 weeks, as wide as its place, drawn after the rest: nobody waits for it while typing. */
export function timelineFigure(): TimelineFigure {
  const heading = element('h3', {})
  const place = element('div', { class: 'picture' })
  let wanted: { readonly advice: Advice; readonly locale: Locale } | undefined
  let drawn = ''
  let asked = false
  let printing = false

  function draw(width: number): void {
    if (!wanted) return
    const { advice, locale } = wanted
    const fitting = width < ROOMY ? Math.min(width, LABELS_ABOVE) : width
    const svg = renderTimeline(advice, { locale, width: Math.min(Math.max(Math.floor(fitting), LEAST), MOST) })
    if (svg === drawn) return
    drawn = svg
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
    place.replaceChildren(document.importNode(documentElement, true))
  }
  function drawSoon(): void {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      if (!printing) draw(place.clientWidth)
    })
  }
  new ResizeObserver(drawSoon).observe(place)
  addEventListener('beforeprint', () => {
    printing = true
    draw(PAPER)
  })
  addEventListener('afterprint', () => {
    printing = false
    drawSoon()
  })
  return {
    element: element('div', { class: 'part timeline' }, heading, place),
    update: (advice, locale, title) => {
      setText(heading, title)
      wanted = { advice, locale }
      drawSoon()
    },
  }
}
