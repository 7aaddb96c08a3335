import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'
import { QUIETLY } from '../snapshot/parse-options'
import { PLACES } from '../snapshot/place'
import type * as z from '../zod'
import type { MigratedValue } from './migrations-document'
import type { RuleSetNames } from './names'

/** Facts, and the keys inside them, as a snapshot can have them. */
const KEYS: ReadonlyMap<string, readonly z.core.$ZodType[]> = new Map(
  [...PLACES.keys()]
    .filter((place) => place.includes('.') && !place.endsWith('[]'))
    .map((place) => [
      place.replaceAll('[]', ''),
      [PLACES.get(place), PLACES.get(`${place}[]`)].flatMap((schema) => schema ?? []),
    ]),
)

/** Whether a snapshot of this rule set can have an answer under a name. */
export const isKnown = (name: string, { asked }: RuleSetNames): boolean => KEYS.has(name) || asked.has(name)

/** The one text that is a name of the rule set. */
const SERVICE = 'process.services.service'

/** Whether an answer can have a value. */
export function accepts(name: string, value: MigratedValue, { asked, services }: RuleSetNames): boolean {
  if (name === SERVICE) return services.has(String(value))
  const schemas = KEYS.get(name)
  if (schemas) return schemas.some((schema) => (schema as z.ZodType).safeParse(value, QUIETLY).success)
  return acceptsOwn(asked.get(name), value)
}

function acceptsOwn(fact: BaseFact | undefined, value: MigratedValue): boolean {
  if (fact?.type === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && fact?.options !== undefined && Object.hasOwn(fact.options, value)
}

/** Of an old name only its section tells the tier: some hold nothing but what is the physician's. */
export const isMedicalSection = (name: string): boolean => {
  const section = name.slice(0, name.indexOf('.') + 1)
  const beside = [...BASE_FACTS.values()].filter(({ id }) => id.startsWith(section))
  return beside.length > 0 && beside.every(({ tier }) => tier === 'medical')
}

/** Every name that a migration can lead to. */
export const placesOf = ({ asked }: RuleSetNames): readonly string[] => [...asked.keys(), ...KEYS.keys()]
