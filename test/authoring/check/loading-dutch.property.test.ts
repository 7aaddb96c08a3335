import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInDutch, loadingInDutch } from '../../../src/authoring/check/loading-dutch'
import { loadRuleSet, SHIPPED_FILES } from '../../../src/index'
import { patched } from '../../support/patch-rule-set'
import { ROOT } from '../../support/run'

const FOLDER = join(ROOT, 'fixtures', 'invalid', 'rule-sets')
const FILES = readdirSync(FOLDER)

const messagesOf = (files: unknown): readonly string[] => {
  const loaded = loadRuleSet(files)
  return loaded.ok ? [] : loaded.issues.map(({ message }) => message)
}

/** Words that English has and Dutch has not. */
const ENGLISH = /\b(the|this|there|give|such|with|must|has|and|which|twice|ends|such as)\b/

type Json = Record<string, unknown>
/** The shipped rules with one value put at a place of a file. */
function planted(file: string, path: readonly (string | number)[], value: unknown): Json {
  const files = structuredClone(SHIPPED_FILES) as Json
  const within = path.slice(0, -1).reduce<Json>((part, key) => part[key] as Json, files[file] as Json)
  within[path.at(-1) as string] = value
  return files
}

describe('what the loader says', () => {
  it.each(FILES)('of %s is in Dutch where it is asked for', (name) => {
    const { patch } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
    const messages = messagesOf(patched(patch))
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) {
      expect(isInDutch(message), message).toBe(true)
      expect(loadingInDutch(message).replace(/"[^"]*"/g, ''), message).not.toMatch(ENGLISH)
    }
  })

  const CONFLICT = 'checklists/conflict.json'
  const RULE = ['rules', 0] as const
  // What was found, what is allowed, an example: in either language.
  it.each([
    [
      CONFLICT,
      ['positive'],
      'always',
      /this is a text; give a condition, such as/,
      /dit is een tekst; geef een voorwaarde, zoals/,
    ],
    [CONFLICT, ['order'], 'first', /this is a text; give a number, such as/, /dit is een tekst; geef een getal, zoals/],
    [
      CONFLICT,
      [...RULE, 'id'],
      'Conflict Signal',
      /a checklist and a name, such as conflict\/signal/,
      /een checklist en een naam, zoals/,
    ],
    [CONFLICT, [...RULE, 'sources'], [], /at least 1/, /minstens 1/],
    [
      CONFLICT,
      [...RULE, 'sources'],
      'cahier-32',
      /this is a text; give a list, such as \[/,
      /dit is een tekst; geef een lijst, zoals \[/,
    ],
    [
      CONFLICT,
      [...RULE, 'text'],
      'Er is een conflict.',
      /this is a text; give an object, such as/,
      /geef een object, zoals/,
    ],
    [
      CONFLICT,
      [...RULE, 'basis'],
      'law',
      /"law" is none of these; give one of statute, official/,
      /"law" hoort daar niet bij; geef een van statute/,
    ],
    [
      CONFLICT,
      ['conditions'],
      [],
      /this is a list; give an object with a name for each value/,
      /dit is een lijst; geef een object met een naam/,
    ],
    [
      'manifest.json',
      ['checkedOn'],
      '30-11-2026',
      /no day of the calendar; give one as YYYY-MM-DD, such as/,
      /geen dag van de kalender/,
    ],
    ['manifest.json', ['version'], '2', /three numbers, such as 1\.0\.0/, /drie getallen, zoals 1\.0\.0/],
    [
      'policy.json',
      ['parameters', 0, 'default'],
      true,
      /this is true or false and fits none of the forms; give/,
      /past in geen van de vormen; geef/,
    ],
    [
      'policy.json',
      ['parameters', 0, 'range'],
      5,
      /give a list of two, such as \[1, 52\]/,
      /een lijst van twee, zoals \[1, 52\]/,
    ],
  ] as const)('of %s %j as %j teaches', (file, path, value, english, dutch) => {
    const messages = messagesOf(planted(file, path, value))
    expect(
      messages.some((message) => english.test(message)),
      messages.join('\n'),
    ).toBe(true)
    expect(
      messages.map(loadingInDutch).some((message) => dutch.test(message)),
      messages.map(loadingInDutch).join('\n'),
    ).toBe(true)
    for (const message of messages) {
      expect(isInDutch(message), message).toBe(true)
      expect(message).not.toMatch(/guide to rule sets shows|of the type|this value does not fit here/)
    }
  })
})
