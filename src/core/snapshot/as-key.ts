/** The same text as engines keep the keys of objects: a map finds it by where it is kept, not letter by letter. */
export function asKey(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text
}
