/** What an attribute may hold; one that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An SVG element as text. Attribute values are escaped; children are SVG already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/** Words as the content of an element. */
export const content = (text: string): string => escaped(legible(text))

/**
 * Text without what XML forbids (control characters, half surrogate pairs, non-characters) and without the marks
 * that reverse the direction of text.
 */
export const legible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)

/** A tenth of a pixel is enough, and the same on every machine. */
const rounded = (value: number): string => String(Math.round(value * 10) / 10 + 0)
