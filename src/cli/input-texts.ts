import type { Text } from '../core/snapshot/fact'

const absent: Text = {
  nl: 'dit bestaat niet: controleer de naam',
  en: 'there is no such file: check the name',
}
const directory: Text = {
  nl: 'dit is een map: geef een bestand',
  en: 'this is a directory: give a file',
}
const noDirectory: Text = {
  nl: 'dit is geen map: controleer de naam',
  en: 'this is not a directory: check the name',
}
const forbidden: Text = {
  nl: 'dit mag niet worden gelezen: controleer de rechten',
  en: 'this may not be read: check its permissions',
}

/** Why a file could not be used; one lower-case sentence with one next step. `{code}` is the system's own word. */
export const INPUT_TEXTS = {
  system: { ENOENT: absent, EISDIR: directory, ENOTDIR: noDirectory, EACCES: forbidden, EPERM: forbidden } as Readonly<
    Record<string, Text>
  >,
  otherwise: {
    nl: 'dit kan niet worden gelezen ({code}): probeer een ander bestand',
    en: 'this cannot be read ({code}): try another file',
  },
  tooLarge: {
    nl: 'dit is groter dan 1 MB en dus niet één casus: geef een kleiner bestand',
    en: 'this is larger than 1 MB and so not one case: give a smaller file',
  },
  notUtf8: {
    nl: 'dit is geen tekst in UTF-8: sla het bestand in UTF-8 op',
    en: 'this is not text in UTF-8: save the file as UTF-8',
  },
} as const
