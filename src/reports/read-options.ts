import { type Issue, nearestName } from '../core/issue/issue'

type Choices = Readonly<Record<string, readonly string[]>>
type Values<Given extends Choices> = { readonly [Name in keyof Given]?: Given[Name][number] }

/** Options that are each one of some words: what was given, and everything that is wrong with it. */
export function readOptions<const Given extends Choices>(
  options: unknown,
  choices: Given,
): { readonly values: Values<Given>; readonly issues: readonly Issue[] } {
  if (options === undefined) return { values: {}, issues: [] }
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    return { values: {}, issues: [{ code: 'wrong-type', path: ['options'], message: 'give the options as an object' }] }
  const issues = Object.entries(options).flatMap(([name, value]): readonly Issue[] => {
    const words = Object.hasOwn(choices, name) ? choices[name] : undefined
    if (!words) {
      const nearest = nearestName(name, Object.keys(choices))
      const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
      const message = `there is no such option${hint}`
      return [
        {
          code: 'unknown-option',
          path: ['options', name.slice(0, 64)],
          message,
          ...(nearest === undefined ? {} : { nearest }),
        },
      ]
    }
    return value === undefined || words.some((word) => word === value)
      ? []
      : [{ code: 'unknown-value', path: ['options', name], message: `give ${words.join(' or ')}` }]
  })
  return { values: issues.length > 0 ? {} : (options as Values<Given>), issues }
}
