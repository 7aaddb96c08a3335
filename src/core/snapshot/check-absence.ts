import type { Issue } from '../issue/issue'
import type * as z from '../zod'
import { checkLeaves, type GivenLeave } from './check-leaves'
import { checkSpells, type GivenSpell } from './check-spells'
import { day, type Locale } from './fact'
import { QUIETLY } from './parse-options'
import { absence } from './vocabulary/absence'

const spell = absence.shape.spells.unwrap().options[0].element
const leave = absence.shape.leaves.unwrap().options[0].element

/**
 * The cross-checks over spells and leaves. They look at every spell and leave that is right by itself, also where the
 * rest of the input is not, so that all issues are told at once.
 */
export function checkAbsence(input: unknown, locale: Locale): Issue[] {
  const asOf = day.safeParse(partOf(input, 'asOf'), QUIETLY).data
  const spells: readonly GivenSpell[] = rightItems(partOf(partOf(input, 'absence'), 'spells'), spell)
  const leaves: readonly GivenLeave[] = rightItems(partOf(partOf(input, 'absence'), 'leaves'), leave)
  return [...checkSpells(spells, asOf, locale), ...checkLeaves(leaves, spells, asOf, locale)]
}

function rightItems<Item extends object>(
  list: unknown,
  schema: z.ZodType<Item>,
): (Item & { readonly index: number })[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown, index) => {
    const parsed = schema.safeParse(item, QUIETLY)
    return parsed.success ? [{ ...parsed.data, index }] : []
  })
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
