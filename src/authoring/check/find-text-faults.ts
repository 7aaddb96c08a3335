import { placeholdersOf } from '../../core/rules/check-text'
import { inside, type Place } from '../../core/rules/finding'
import { LOCALES, type Text } from '../../core/snapshot/fact'
import { type Finding, findingAt } from './finding'
import { hiddenIn } from './hidden-characters'

/** What is wrong with the texts and names in the files of a rule set, wherever they stand. */
export function findTextFaults(files: Readonly<Record<string, unknown>>): readonly Finding[] {
  return Object.entries(files).flatMap(([file, content]) => inValue(content, { file, path: [] }))
}

function inValue(value: unknown, place: Place): readonly Finding[] {
  if (typeof value === 'string') return hidden(value, place)
  if (Array.isArray(value)) return value.flatMap((item, index) => inValue(item, inside(place, index)))
  if (typeof value !== 'object' || value === null) return []
  const parts = Object.entries(value).flatMap(([key, part]) => [
    ...hidden(key, inside(place, key)),
    ...inValue(part, inside(place, key)),
  ])
  return isText(value) ? [...parts, ...inText(value, place)] : parts
}

const hidden = (text: string, place: Place): readonly Finding[] => {
  const found = hiddenIn(text)
  if (found.length === 0) return []
  const list = found.map(({ code, what }) => ({ nl: `${what.nl} (${code})`, en: `${what.en} (${code})` }))
  return [
    findingAt('hidden-character', place, {
      nl: `hierin staat iets wat niemand ziet: ${list.map(({ nl }) => nl).join(', ')}`,
      en: `this holds what nobody sees: ${list.map(({ en }) => en).join(', ')}`,
    }),
  ]
}

const isText = (value: object): value is Text =>
  LOCALES.every((locale) => typeof (value as Partial<Text>)[locale] === 'string')

function inText(text: Text, place: Place): readonly Finding[] {
  const findings: Finding[] = []
  // One word can be the same in both languages; two words seldom are.
  if (text.nl === text.en && text.nl.includes(' '))
    findings.push(
      findingAt('same-text', place, {
        nl: 'de Nederlandse en de Engelse tekst zijn gelijk: vertaal er een',
        en: 'the Dutch and the English text are the same: translate one',
      }),
    )
  const [name] = isTextOfRule(place) ? [] : LOCALES.flatMap((locale) => placeholdersOf(text[locale]))
  if (name !== undefined)
    findings.push(
      findingAt('stray-placeholder', place, {
        nl: `{${name}} wordt hier niet ingevuld: dat gebeurt alleen in de tekst van een regel`,
        en: `{${name}} is not filled in here: that is done in the text of a rule only`,
      }),
    )
  return findings
}

const isTextOfRule = ({ file, path }: Place): boolean =>
  (file.startsWith('checklists/') || file === 'texts.json') &&
  path[0] === 'rules' &&
  (path[2] === 'text' || path[2] === 'whenOpen')
