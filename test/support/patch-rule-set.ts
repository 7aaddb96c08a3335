import { SHIPPED_FILES } from '../../src/core/rules/bundled'

type Files = Record<string, unknown>

/** One change to the files of a rule set, as JSON Patch (RFC 6902) writes it. An empty pointer means the whole file. */
export interface Change {
  readonly op: 'replace' | 'add' | 'remove'
  readonly file: string
  readonly pointer: string
  readonly value?: unknown
}

/** A copy of the shipped rule set that anyone may break. */
export const shippedCopy = (): Files => structuredClone(SHIPPED_FILES) as Files

/** The shipped rule set with these changes, or the files that are given, which are changed in place. */
export function patched(changes: readonly Change[], files: Files = shippedCopy()): Files {
  for (const change of changes) applyChange(files, change)
  return files
}

/** What stands at a pointer, or undefined. */
export const valueAt = (document: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce<unknown>((at, step) => (at as Files | undefined)?.[step], document)

function applyChange(files: Files, { op, file, pointer, value }: Change): void {
  const steps = [file, ...stepsOf(pointer)]
  const last = steps.pop() as string
  const parent = steps.reduce<unknown>((at, step) => (at as Files)[step], files)
  const exists = typeof parent === 'object' && parent !== null && Object.hasOwn(parent, last)
  if (typeof parent !== 'object' || parent === null || exists === (op === 'add'))
    throw new RangeError(`cannot ${op} ${file}${pointer}`)
  const copy = structuredClone(value)
  if (Array.isArray(parent)) {
    if (op === 'add') parent.splice(last === '-' ? parent.length : Number(last), 0, copy)
    else if (op === 'remove') parent.splice(Number(last), 1)
    else parent[Number(last)] = copy
  } else if (op === 'remove') delete (parent as Files)[last]
  else (parent as Files)[last] = copy
}

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
