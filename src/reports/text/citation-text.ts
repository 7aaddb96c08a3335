import type { Citation } from '../../core/advice'

/** Citations in short form, a source named once: `cahier-32 3.2, 3.5.2; celsus-2015 1.1`. */
export function citationText(citations: readonly Citation[]): string {
  const sections = new Map<string, string[]>()
  for (const { id, section } of citations) sections.set(id, [...(sections.get(id) ?? []), section])
  return [...sections].map(([id, found]) => `${id} ${found.join(', ')}`).join('; ')
}
