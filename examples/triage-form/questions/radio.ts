import { element } from '../element'

export interface RadioOption {
  readonly value: unknown
  readonly label: string
}

/** Radio buttons of one group, each in its label. The value stands at its index. */
export interface Radios {
  readonly element: HTMLElement
  readonly chosen: () => RadioOption | undefined
  readonly wipe: () => void
  readonly first: HTMLInputElement | undefined
}

export function radios(name: string, options: readonly RadioOption[], shown: unknown, look: string): Radios {
  const inputs = options.map(({ value }, index) =>
    element('input', {
      type: 'radio',
      name,
      value: typeof value === 'string' || typeof value === 'boolean' ? String(value) : `option-${index}`,
      checked: isSame(value, shown),
    }),
  )
  const labels = options.map(({ label }, index) => element('label', {}, inputs[index], element('span', {}, label)))
  return {
    element: element('div', { class: look }, ...labels),
    chosen: () => options[inputs.findIndex(({ checked }) => checked)],
    wipe: () => {
      for (const input of inputs) input.checked = false
    },
    first: inputs[0],
  }
}

/** Whether one of the options is what is shown. */
export const isAmong = (options: readonly RadioOption[], shown: unknown): boolean =>
  options.some(({ value }) => isSame(value, shown))

const isSame = (value: unknown, shown: unknown): boolean =>
  shown !== undefined && JSON.stringify(value) === JSON.stringify(shown)
