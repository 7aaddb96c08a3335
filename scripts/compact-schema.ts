type Schema = { [key: string]: unknown }

/** Keywords of draft 7 that hold one schema, a list of them, or schemas by name. */
const ONE = ['additionalProperties', 'contains', 'else', 'if', 'items', 'not', 'propertyNames', 'then']
const LIST = ['allOf', 'anyOf', 'items', 'oneOf']
const MAP = ['definitions', 'patternProperties', 'properties']

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema with each part of it replaced by what `change` makes of it, parts first. */
function mapSchema(schema: unknown, change: (part: unknown) => unknown): unknown {
  if (!isObject(schema)) return schema
  const mapped = Object.entries(schema).map(([key, value]) => {
    if (MAP.includes(key) && isObject(value))
      return [key, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapSchema(part, change)]))]
    if (LIST.includes(key) && Array.isArray(value)) return [key, value.map((part) => mapSchema(part, change))]
    return [key, ONE.includes(key) ? mapSchema(value, change) : value]
  })
  return change(Object.fromEntries(mapped))
}

/** The schema of a draft-7 file, with what it says more than once in `definitions`: for editors, not for people. */
export function compactSchema(schema: Schema): Schema {
  let compact = schema
  for (let next = 1; ; next++) {
    const counts = new Map<string, number>()
    mapSchema(compact, (part) => {
      const text = JSON.stringify(part)
      counts.set(text, (counts.get(text) ?? 0) + 1)
      return part
    })
    const name = `part${next}`
    const reference = { $ref: `#/definitions/${name}` }
    const saved = ([text, count]: readonly [string, number]): number =>
      (count - 1) * text.length - count * JSON.stringify(reference).length
    const [best] = [...counts].filter(([text]) => text.length > 80).sort((a, b) => saved(b) - saved(a))
    if (!best || saved(best) < 100) return compact
    const [text] = best
    compact = mapSchema(compact, (part) => (JSON.stringify(part) === text ? reference : part)) as Schema
    compact = { ...compact, definitions: { ...(compact.definitions as Schema), [name]: JSON.parse(text) } }
  }
}
