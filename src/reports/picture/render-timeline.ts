import type { Advice } from '../../core/advice'
import { adviceIssues } from '../../core/advice-shape'
import type { Issue } from '../../core/issue/issue'
import { TriageError } from '../../core/issue/triage-error'
import { fingerprint } from '../../core/rules/digest'
import { describe, isEmpty, spanWords, titleWords } from './describe'
import { drawAxis, isTodayOutside, weekMarks } from './draw-axis'
import { drawLegend } from './draw-legend'
import { drawMilestones } from './draw-milestones'
import { drawTrack, drawWindows } from './draw-windows'
import { type Axis, hatchingPattern, placeOf } from './marks'
import { MARGIN, type Part, type Picture, pictureOf } from './picture'
import { type PictureOptions, resolvePictureOptions } from './picture-options'
import { content, drawLines, element, INK, type Line, rule, SMALL, STRONG, TITLE, wrapText } from './svg'

const SECTION_GAP = 12

/**
 * A case in time as one SVG: the next thirteen weeks large, with the window of each service and how sure it is, and its
 * 104 weeks small, with the deadlines of the calendar. Of a case that is not known yet, only what to ask first. For letters, case systems and web pages: it scales, reads in black and white, and needs
 * nothing from outside (no fonts, no style sheet, no script). A `title` and a `desc` tell all of it in words.
 *
 * @param advice As `triage` returns it; it shows what this advice holds, and so fits the audience of the advice.
 * @param options `locale` of the picture's own words, that of the advice by default; `width` in pixels, of which the layout depends; `until`, the
 *   last day of the axis. The axis starts on the effective first day, or today where there is no calendar, and spans
 *   104 weeks, longer in steps of 26 where today lies past them, and at most 208.
 * @returns An `svg` element with a view box, without an XML declaration. The same advice gives the same bytes.
 * @throws TriageError with every option that is wrong, or an advice that is none.
 */
export function renderTimeline(advice: Advice, options?: PictureOptions): string {
  const settings = resolvePictureOptions(options, (advice as Partial<Advice> | null)?.locale)
  const issues = [...adviceIssues(advice), ...('issues' in settings ? settings.issues : [])]
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

/** The parts from top to bottom: the weeks ahead, large; the whole case, small. Of an empty case only what to ask. */
function draw(picture: Picture, hatching: string): Part {
  const { advice, axis, near } = picture
  const heading = drawHeading(picture, MARGIN)
  if (isEmpty(advice)) {
    const legend = drawLegend(picture, hatching, heading.bottom + SECTION_GAP)
    return { bottom: legend.bottom + MARGIN, under: [], over: [...heading.over, ...legend.over] }
  }
  const scale = drawAxis(picture, near, heading.bottom + SECTION_GAP)
  const windows = drawWindows(picture, hatching, scale.bottom + SECTION_GAP)
  const whole = drawAxis(picture, axis, windows.bottom + 2 * SECTION_GAP)
  const track = drawTrack(picture, hatching, whole.bottom + SECTION_GAP / 2)
  const milestones = drawMilestones(picture, track.bottom + SECTION_GAP)
  const legend = drawLegend(picture, hatching, milestones.bottom + SECTION_GAP)
  const parts = [heading, scale, windows, whole, track, milestones, legend]
  return {
    bottom: legend.bottom + MARGIN,
    under: [
      ...gridOf(near, scale.bottom, windows.bottom),
      ...gridOf(axis, whole.bottom, milestones.bottom),
      ...parts.flatMap(({ under }) => under),
    ],
    over: parts.flatMap(({ over }) => over),
  }
}

/** Weeks, and today through them. */
function gridOf(axis: Axis, top: number, bottom: number): readonly string[] {
  const weeks = weekMarks(axis).map((day) => rule(placeOf(day, axis), top, placeOf(day, axis), bottom, INK.grid))
  const x = placeOf(axis.today, axis)
  return isTodayOutside(axis) ? weeks : [...weeks, rule(x, top, x, bottom, INK.text, 2)]
}

function drawHeading(picture: Picture, top: number): Part {
  const room = picture.width - 2 * MARGIN
  const lines: readonly Line[] = [
    ...wrapText(titleWords(picture), room, TITLE).map((text) => ({ text, face: TITLE })),
    ...wrapText(picture.advice.next.text, room, STRONG).map((text) => ({ text, face: STRONG })),
    ...wrapText(isEmpty(picture.advice) ? askWords(picture) : spanWords(picture), room, SMALL).map((text) => ({
      text,
      face: SMALL,
    })),
  ]
  const height = lines.reduce((sum, { face }) => sum + Math.round(face.size * 1.3), 0)
  return { bottom: top + height, under: [], over: drawLines(lines, MARGIN, top) }
}

/** The first question that matters. */
const askWords = ({ advice }: Picture): string =>
  advice.openQuestions.find(({ fact }) => fact === advice.ask[0]?.facts[0])?.question ?? ''
