import type { Citation } from '../../core/advice'
import type { Locale } from '../../core/snapshot/fact'

/** An advice laid out for people, before it is a terminal's text or a printable page. Texts are in one language. */
export interface Sheet {
  readonly locale: Locale
  /** What to do now, or that there is nothing to do now. */
  readonly headline: string
  /** How far the absence is, and the day. */
  readonly stand: string
  /** One sentence where there is no step to number. */
  readonly lead?: string
  /** The step and what is due beside or after it. */
  readonly steps: readonly Entry[]
  readonly parts: readonly Part[]
  /** For whom it is. */
  readonly audience: string
  /** How to see more. */
  readonly more: string
  readonly personDecides: string
}

export interface Entry {
  readonly title: string
  readonly when?: string
  readonly late?: boolean
  readonly lines: readonly Line[]
}

export interface Line {
  readonly label?: string
  readonly text: string
  /** Beside the point for a first reading: sources and the like. */
  readonly quiet?: boolean
}

export interface Part {
  readonly heading: string
  /** In the brief form: its heading in the margin, an entry a line; or above its lines. */
  readonly layout: 'margin' | 'list' | 'section'
  readonly entries: readonly Entry[]
}

/** Citations in short form, a source named once: `cahier-32 3.2, 3.5.2; celsus-2015 1.1`. */
export function citationText(citations: readonly Citation[]): string {
  const sections = new Map<string, string[]>()
  for (const { id, section } of citations) sections.set(id, [...(sections.get(id) ?? []), section])
  return [...sections].map(([id, found]) => `${id} ${found.join(', ')}`).join('; ')
}
