import { type Issue, type IssueCode, nearestName } from '../issue/issue'

/** Where in a rule set something stands: a file, and the keys and indexes that lead there. */
export interface Place {
  readonly file: string
  readonly path: readonly (string | number)[]
}

export const inside = (place: Place, ...keys: (string | number)[]): Place => ({
  file: place.file,
  path: [...place.path, ...keys],
})

/** A fault in a rule set, with its file, its JSON pointer and the nearest valid name. */
export function finding(code: IssueCode, place: Place, message: string, nearest?: string): Issue {
  const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
  return {
    code,
    path: place.path,
    file: place.file,
    pointer: place.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message: `${message}${hint}`,
    ...(nearest === undefined ? {} : { nearest }),
  }
}

/** A name that should be in a list of names, and is not. */
export function unknownName(code: IssueCode, place: Place, what: string, name: string, names: Iterable<string>): Issue {
  return finding(code, place, `there is no ${what} ${quote(name)}`, nearestName(name, names))
}

/** A name as a message may show it: short, on one line. */
export const quote = (name: unknown): string =>
  typeof name === 'string' && /^[\w./:-]{1,80}$/.test(name) ? `"${name}"` : 'of that name'
