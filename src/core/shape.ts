import { parseDay } from './calendar/day'
import type { Issue } from './issue/issue'

/** What something that was given or stored must look like, as far as it is read: the parts that are wrong, by place. */
export type Shape = (value: unknown) => readonly Fault[]
interface Fault {
  readonly path: readonly (string | number)[]
  readonly code: 'wrong-type' | 'invalid-date' | 'unknown-value'
}

export const fault = (code: Fault['code']): readonly Fault[] => [{ path: [], code }]
export const under = (key: string | number, faults: readonly Fault[]): readonly Fault[] =>
  faults.map(({ path, code }) => ({ path: [key, ...path], code }))

export const text: Shape = (value) => (typeof value === 'string' ? [] : fault('wrong-type'))
export const number: Shape = (value) => (typeof value === 'number' && Number.isFinite(value) ? [] : fault('wrong-type'))
export const flag: Shape = (value) => (typeof value === 'boolean' ? [] : fault('wrong-type'))
export const day: Shape = (value) =>
  typeof value !== 'string' ? fault('wrong-type') : parseDay(value) === undefined ? fault('invalid-date') : []
export const oneOf =
  (...words: readonly unknown[]): Shape =>
  (value) =>
    words.includes(value) ? [] : fault('unknown-value')
export const maybe =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? [] : shape(value)
export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? [] : shape(value)
export const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) ? value.flatMap((item, index) => under(index, shape(item))) : fault('wrong-type')
export const record =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('wrong-type')
    const given = value as Readonly<Record<string, unknown>>
    return Object.entries(members).flatMap(([key, shape]) => under(key, shape(given[key])))
  }

/** An object whose members, whatever they are called, are all of one shape. */
export const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, member]) => under(key, shape(member)))
      : fault('wrong-type')

/** More than these nobody reads; the first is enough to know that it is something else. */
const MOST = 20

/** What is wrong with the argument `name`, which should be `what`; empty where nothing is. Nothing of it is quoted. */
export function shapeIssues(value: unknown, shape: Shape, name: string, what: string): readonly Issue[] {
  const messages: Readonly<Record<Fault['code'], string>> = {
    'wrong-type': `give ${what}: this part is not of its shape`,
    'invalid-date': `give ${what}: this day is not YYYY-MM-DD`,
    'unknown-value': `give ${what}: there is no such word here`,
  }
  return faultsOf(value, shape)
    .slice(0, MOST)
    .map(({ path, code }) => ({ code, path: [name, ...path], message: messages[code] }))
}

function faultsOf(value: unknown, shape: Shape): readonly Fault[] {
  try {
    return shape(value)
  } catch {
    // A getter or a proxy can throw, and is no plain data.
    return fault('wrong-type')
  }
}
