/** One place of a document where two versions differ. */
export interface DocumentChange {
  readonly path: readonly (string | number)[]
  /** Undefined where there was nothing. */
  readonly from: unknown
  /** Undefined where there is nothing any more. */
  readonly to: unknown
}

/** Where two JSON documents differ: keys and items one by one, a list of another length as a whole. */
export function changesBetween(from: unknown, to: unknown, path: DocumentChange['path'] = []): DocumentChange[] {
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length)
    return from.flatMap((item, index) => changesBetween(item, to[index], [...path, index]))
  if (isObject(from) && isObject(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    return keys.flatMap((key) => changesBetween(from[key], to[key], [...path, key]))
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `recommendations[0].startBy` */
export const pathText = (path: DocumentChange['path']): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${step}`)).join('')
