import type { Advice } from '../../core/advice'
import type { Issue } from '../../core/issue/issue'
import { TriageError } from '../../core/issue/triage-error'
import { fingerprint } from '../../core/rules/digest'
import { placeOf } from './axis'
import { describe, spanWords, titleWords } from './describe'
import { drawAxis, isTodayOutside, weekMarks } from './draw-axis'
import { drawLegend } from './draw-legend'
import { drawMilestones } from './draw-milestones'
import { drawWindows } from './draw-windows'
import { drawLines, INK, type Line, rule, SMALL, TITLE } from './ink'
import { hatchingPattern } from './marks'
import { MARGIN, type Part, type Picture, pictureOf } from './picture'
import { type PictureOptions, resolvePictureOptions } from './picture-options'
import { content, element } from './svg'
import { wrapText } from './text-width'

const SECTION_GAP = 12

/**
 * The 104 weeks of a case as one SVG: today, the milestones of the calendar, and the window of each recommendation
 * with how sure it is. For letters, case systems and web pages: it scales, reads in black and white, and needs
 * nothing from outside (no fonts, no style sheet, no script). A `title` and a `desc` tell all of it in words.
 *
 * @param advice As `triage` returns it; it shows what this advice holds, and so fits the audience of the advice.
 * @param options `locale` of the picture's own words; `width` in pixels, of which the layout depends; `until`, the
 *   last day of the axis. The axis starts on the effective first day, or today where there is no calendar, and spans
 *   104 weeks, longer in steps of 26 where today lies past them, and at most 208.
 * @returns An `svg` element with a view box, without an XML declaration. The same advice gives the same bytes.
 * @throws TriageError with every option that is wrong, or an advice that is none.
 */
export function renderTimeline(advice: Advice, options?: PictureOptions): string {
  const settings = resolvePictureOptions(options)
  const issues = [...(isAdvice(advice) ? [] : [noAdvice]), ...('issues' in settings ? settings.issues : [])]
  if ('issues' in settings || issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const picture = pictureOf(advice, settings)
  const [title, description] = [titleWords(picture), describe(picture)]
  // Pictures in one page must not share ids; those of the same picture may.
  const id = `tijdlijn-${fingerprint([title, description, settings.width]).slice(0, 12)}`
  const drawn = draw(picture, `${id}-hatching`)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${settings.width} ${Math.ceil(drawn.bottom)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      lang: settings.locale,
      'font-family': 'Arial, Helvetica, sans-serif',
    },
    element('title', { id: `${id}-title` }, content(title)),
    element('desc', { id: `${id}-desc` }, content(description)),
    element('defs', {}, hatchingPattern(`${id}-hatching`)),
    element('rect', { width: settings.width, height: Math.ceil(drawn.bottom), fill: INK.paper }),
    ...drawn.under,
    ...drawn.over,
  ).concat('\n')
}

/** The parts from top to bottom, and through them the grid and the line of today. */
function draw(picture: Picture, hatching: string): Part {
  const { axis } = picture
  const heading = drawHeading(picture, MARGIN)
  const scale = drawAxis(picture, heading.bottom + SECTION_GAP)
  const milestones = drawMilestones(picture, scale.bottom + SECTION_GAP)
  const windows = drawWindows(picture, hatching, milestones.bottom + SECTION_GAP)
  const legend = drawLegend(picture, hatching, windows.bottom + SECTION_GAP)
  const grid = weekMarks(axis)
    .map((day) => placeOf(day, axis))
    .map((x) => rule(x, scale.bottom, x, windows.bottom, INK.grid))
  const x = placeOf(axis.today, axis)
  const today = isTodayOutside(picture) ? [] : [rule(x, scale.bottom, x, windows.bottom, INK.text, 2)]
  const parts = [heading, scale, milestones, windows, legend]
  return {
    bottom: legend.bottom + MARGIN,
    under: [...grid, ...today, ...parts.flatMap(({ under }) => under)],
    over: parts.flatMap(({ over }) => over),
  }
}

function drawHeading(picture: Picture, top: number): Part {
  const room = picture.width - 2 * MARGIN
  const lines: readonly Line[] = [
    ...wrapText(titleWords(picture), room, TITLE).map((text) => ({ text, face: TITLE })),
    ...wrapText(spanWords(picture), room, SMALL).map((text) => ({ text, face: SMALL })),
  ]
  const height = lines.reduce((sum, { face }) => sum + Math.round(face.size * 1.3), 0)
  return { bottom: top + height, under: [], over: drawLines(lines, MARGIN, top) }
}

const isAdvice = (advice: unknown): boolean =>
  typeof advice === 'object' && advice !== null && (advice as Partial<Advice>).adviceVersion === 2

const noAdvice: Issue = { code: 'wrong-type', path: ['advice'], message: 'give an advice as triage returns it' }
