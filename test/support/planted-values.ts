import type { ExampleValue } from '../../src/authoring/check/finding-examples'
import { shippedCopy } from './patch-rule-set'

type Files = Record<string, unknown>

/** The shipped rule set with these values in it, each in a file or in one of its rules. */
export function planted(values: readonly ExampleValue[]): Files {
  const files = shippedCopy()
  for (const { file, rule, service, path, value } of values) {
    const document = files[file] as Files
    const parts = (document.rules ?? document.services) as readonly Files[] | undefined
    const of = rule ?? service
    const target = of === undefined ? document : parts?.find(({ id }) => id === of)
    if (!target) throw new RangeError(`no ${of} in ${file}`)
    const last = path.at(-1) as string
    const parent = path.slice(0, -1).reduce<Files>((at, step) => at[step] as Files, target)
    parent[last] = structuredClone(value)
  }
  return files
}
