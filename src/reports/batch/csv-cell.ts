import { BASE_FACTS } from '../../core/snapshot/catalogue'
import { type FactType, isUnknownWord, NONE } from '../../core/snapshot/fact'
import type { Column } from './csv-columns'

/** A cell that cannot even be read as the kind of value that its fact has. */
export const WRONG_FORM = Symbol('a cell of the wrong form')

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/
const INTERVAL = /^([^/!]*)\/([^/!]*)((?:![^!]*)*)$/
const MARK = /^([^@!]*)@([^@!]*)((?:![^!]*)*)$/
const LISTS: ReadonlySet<Column['type']> = new Set<FactType>([
  'choices',
  'services',
  'raised',
  'advises',
  'spells',
  'leaves',
])

/**
 * What a cell says of a fact, as a snapshot would have it; whether it is right is for `parseSnapshot` to say. `cell`
 * has no space around it and is not empty. Words are taken as they are; in a list `none` means known to be empty.
 */
export function cellValue(type: Column['type'], cell: string): unknown {
  if (isUnknownWord(cell)) return cell
  if (LISTS.has(type)) return cell === NONE ? [] : listOf(type, cell)
  if (type === 'boolean') return { true: true, false: false }[cell.toLowerCase()] ?? cell
  if (type === 'number') return NUMBER.test(cell) ? Number(cell) : cell
  if (type === 'document') return cell === NONE ? cell : marked(cell, 'type')
  return cell
}

function listOf(type: Column['type'], cell: string): unknown {
  const items = cell.split(';').map((item) => listItem(type, item.trim()))
  return items.includes(WRONG_FORM) ? WRONG_FORM : items
}

function listItem(type: Column['type'], item: string): unknown {
  if (type === 'spells') return interval('absence.spells', item, ['firstDay', 'recoveredOn'])
  if (type === 'leaves') return interval('absence.leaves', item, ['from', 'until'])
  const name = MARKED[type]
  return name === undefined ? item : marked(item, name)
}

/** Lists whose items are something on a day, by the key of that something. */
const MARKED: Readonly<Partial<Record<Column['type'], string>>> = {
  services: 'service',
  raised: 'id',
  advises: 'service',
}

/** `FML@2026-03-01!state=planned`: what, on which day, and what else is said of it. */
function marked(item: string, name: string): unknown {
  const [, what, on, flags] = MARK.exec(item) ?? []
  if (what === undefined || on === undefined || flags === undefined) return WRONG_FORM
  return withFlags(
    [
      [name, what.trim()],
      ['on', on.trim()],
    ],
    flags,
    (_, value) => value,
  )
}

/** `2026-01-05/2026-02-01!notCounted=true`: a first day, a last, which may be left open, and what is said of it. */
function interval(list: string, item: string, [from, until]: readonly [string, string]): unknown {
  const [, first, last, flags] = INTERVAL.exec(item) ?? []
  if (first === undefined || last === undefined || flags === undefined) return WRONG_FORM
  const entries: Entry[] = [[from, first.trim()]]
  if (last.trim() !== '') entries.push([until, last.trim()])
  return withFlags(entries, flags, (key, value) => cellValue(BASE_FACTS.get(`${list}.${key}`)?.type ?? 'text', value))
}

type Entry = readonly [key: string, value: unknown]

/** An item with what is said of it after its days, each once. */
function withFlags(before: readonly Entry[], flags: string, reads: (key: string, value: string) => unknown): unknown {
  const entries = [...before]
  for (const flag of flags.split('!').slice(1)) {
    const [key, value, ...rest] = flag.split('=').map((part) => part.trim())
    if (!key || !value || rest.length > 0 || entries.some(([known]) => known === key)) return WRONG_FORM
    entries.push([key, reads(key, value)])
  }
  return Object.fromEntries(entries)
}
