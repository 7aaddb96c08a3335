import type { Advice } from '../../core/advice'
import { adviceIssues } from '../../core/advice-shape'
import { formatDay } from '../../core/calendar/day'
import { type Issue, TriageError } from '../../core/issue/issue'
import { fingerprint } from '../../core/rules/digest'
import { drawAxis, isTodayOutside, weekMarks } from './draw-axis'
import { drawMilestones } from './draw-milestones'
import { drawTrack, drawWindows } from './draw-windows'
import { type Axis, arrow, bar, dayIn, hatchingPattern, lateMark, placeOf, whisker } from './marks'
import {
  MARGIN,
  type Part,
  type Picture,
  type PictureOptions,
  pictureOf,
  resolvePictureOptions,
  weeksOf,
} from './picture'
import { isHeld, milestoneWords, windowWords } from './picture-words'
import {
  content,
  drawLines,
  element,
  heightOf,
  INK,
  type Line,
  leading,
  rule,
  SMALL,
  STRONG,
  TITLE,
  textWidth,
  wrapText,
} from './svg'

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
  const wrong = adviceIssues(advice)
  const settings = resolvePictureOptions(options, wrong.length === 0 ? advice.locale : undefined)
  const issues = [...wrong, ...('issues' in settings ? settings.issues : [])]
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

const SAMPLE = 26
const GAP = 6
const APART = 20

interface Entry {
  readonly text: string
  readonly sample: (x: number, middle: number) => string
}

/** What the forms mean, as far as they are used, and on whose authority the picture is. */
function drawLegend(picture: Picture, hatching: string, top: number): Part {
  const { width, words, page, advice } = picture
  const right = width - MARGIN
  const height = leading(SMALL)
  const shapes: string[] = [rule(MARGIN, top, right, top, INK.line)]
  let x = MARGIN
  let y = top + 8
  for (const { text, sample } of isEmpty(advice) ? [] : entries(picture, hatching)) {
    const room = right - MARGIN - SAMPLE - GAP
    const lines = wrapText(text, room, SMALL).map((line): Line => ({ text: line, face: SMALL }))
    const span = SAMPLE + GAP + Math.max(...lines.map((line) => textWidth(line.text, SMALL)))
    if (x > MARGIN && x + span > right) {
      x = MARGIN
      y += height
    }
    shapes.push(sample(x, y + height / 2), ...drawLines(lines, x + SAMPLE + GAP, y))
    x += span + APART
    y += height * (lines.length - 1)
  }
  if (x > MARGIN) y += height + 4
  const { id, version } = advice.ruleSet
  const foot = [`${page.audience[advice.audience]} ${page.personDecides} ${words.rules(id, version)}`]
    .flatMap((text) => wrapText(text, right - MARGIN, SMALL))
    .map((text): Line => ({ text, face: SMALL, quiet: true }))
  return { bottom: y + heightOf(foot), under: [], over: [...shapes, ...drawLines(foot, MARGIN, y)] }
}

function entries({ advice, near, words }: Picture, hatching: string): readonly Entry[] {
  const { recommendations } = advice
  const { legend } = words
  const sampleBar =
    (certainty: 'certain' | 'possible', held: boolean): Entry['sample'] =>
    (x, middle) =>
      bar(x + 1, middle - 6, SAMPLE - 2, 12, { certainty, held, hatching })
  const used = {
    certain: recommendations.some((one) => one.certainty === 'certain' && !isHeld(one)),
    possible: recommendations.some((one) => one.certainty === 'possible'),
    held: recommendations.some(isHeld),
    overdue: recommendations.some(
      (one) => one.timing.state === 'overdue' && !isHeld(one) && one.certainty === 'certain',
    ),
    sooner: recommendations.some(({ timing, certainty }) => timing.sooner !== undefined && certainty === 'certain'),
    outside: recommendations.some(
      ({ timing }) => dayIn(timing.startFrom) < near.first || dayIn(timing.startBy) > near.last,
    ),
  }
  return [
    ...(used.certain ? [{ text: legend.certain, sample: sampleBar('certain', false) }] : []),
    ...(used.possible ? [{ text: legend.possible, sample: sampleBar('possible', false) }] : []),
    ...(used.held ? [{ text: legend.held, sample: sampleBar('certain', true) }] : []),
    ...(used.overdue
      ? [{ text: legend.overdue, sample: (x: number, middle: number) => lateMark(x + 1, x + SAMPLE - 2, middle) }]
      : []),
    ...(used.sooner
      ? [{ text: legend.sooner, sample: (x: number, middle: number) => whisker(x + 1, x + SAMPLE - 2, middle) }]
      : []),
    ...(used.outside ? [{ text: legend.outside, sample: (x: number, middle: number) => arrow(x + 8, middle, 1) }] : []),
  ]
}

/** The title of the picture. */
function titleWords({ advice, axis, words }: Picture): string {
  if (isEmpty(advice)) return words.nothingYet
  const weeks = weeksOf(axis)
  return axis.ofAbsence ? words.title(weeks) : words.titleFromToday(weeks)
}

/** From when until when, and today. */
function spanWords(picture: Picture): string {
  const { advice, axis, words, longDate } = picture
  const today = longDate(advice.asOf)
  return [
    words.span(longDate(formatDay(axis.first)), longDate(formatDay(axis.last))),
    advice.calendar ? words.todayInWeek(today, advice.calendar.ordinalWeek) : words.today(today),
    ...(isTodayOutside(axis) ? [words.todayOutside] : []),
  ].join(' ')
}

/** All that the picture shows, for those who cannot see it: today, every milestone and every window. */
function describe(picture: Picture): string {
  const { advice, near, words, page, longDate } = picture
  const milestones = (advice.calendar?.milestones ?? []).map(
    (milestone) => `${milestone.title}, ${milestoneWords(milestone, picture, longDate)}.`,
  )
  const windows = advice.recommendations.map(
    (recommendation) => `${recommendation.title}: ${windowWords(recommendation, picture, near, longDate).join(' ')}`,
  )
  return [
    spanWords(picture),
    `${words.milestones}: ${milestones.length === 0 ? words.noMilestones : milestones.join(' ')}`,
    advice.next.text,
    `${words.windows}: ${windows.length === 0 ? words.noWindows : windows.join(' ')}`,
    page.audience[advice.audience],
    page.personDecides,
  ].join('\n')
}

/** Nothing certain, and no calendar to show. */
const isEmpty = ({ calendar, recommendations }: Picture['advice']): boolean =>
  calendar === null && recommendations.every(({ certainty }) => certainty === 'possible')
