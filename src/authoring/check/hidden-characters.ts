import type { Text } from '../../core/snapshot/fact'

/** A character that is not what it looks like. */
export interface HiddenCharacter {
  /** `U+200B`. */
  readonly code: string
  readonly what: Text
}

const KINDS: readonly { readonly pattern: RegExp; readonly what: Text }[] = [
  {
    pattern: /\p{Bidi_Control}/u,
    what: { nl: 'een teken dat de leesrichting omkeert', en: 'a character that turns the direction of reading' },
  },
  {
    pattern: /\p{Default_Ignorable_Code_Point}/u,
    what: { nl: 'een teken zonder breedte', en: 'a character without width' },
  },
  {
    pattern: /(?! )\p{Zs}/u,
    what: { nl: 'een spatie die geen gewone spatie is', en: 'a space that is no ordinary space' },
  },
  {
    pattern: /\p{Zl}|\p{Zp}|\p{Cc}|\p{Co}|\p{Cn}/u,
    what: { nl: 'een stuurteken', en: 'a control character' },
  },
  {
    // Dutch and English are written in Latin letters alone: any other that looks like one would deceive.
    pattern: /(?!\p{Script=Latin})\p{L}/u,
    what: { nl: 'een letter uit een ander schrift', en: 'a letter of another script' },
  },
  {
    pattern: /\p{M}/u,
    what: { nl: 'een los accent', en: 'an accent that stands alone' },
  },
]

/** Everything in a text that cannot be seen or is not what it seems, once each, in the order in which it stands there. */
export function hiddenIn(text: string): readonly HiddenCharacter[] {
  const found = new Map<string, HiddenCharacter>()
  for (const character of text) {
    const kind = KINDS.find(({ pattern }) => pattern.test(character))
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    if (kind) found.set(code, { code, what: kind.what })
  }
  return [...found.values()]
}
