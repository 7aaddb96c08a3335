import { element } from '../element'

/** While a year is typed, the browser gives it digit by digit: 0002, 0020, 0202. */
const FIRST_YEAR = '1900'

export interface DayInput {
  readonly input: HTMLInputElement
  /** The day; '' for none; undefined while it is not whole. */
  readonly day: () => string | undefined
}

export function dayInput(shown: unknown, props: Readonly<Record<string, string>> = {}): DayInput {
  const value = typeof shown === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(shown) ? shown : ''
  const input = element('input', { type: 'date', value, max: '9999-12-31', ...props })
  return {
    input,
    day: () => {
      if (input.value === '') return input.validity.badInput ? undefined : ''
      return input.value < FIRST_YEAR ? undefined : input.value
    },
  }
}
