import type { Locale } from '../../core/snapshot/fact'

/** `€ 9.152` in Dutch, `€9,152` in English; cents only where there are any. The machine's locale has no say in it. */
export function euro(amount: number, locale: Locale): string {
  const [whole, cents] = amount.toFixed(2).split('.') as [string, string]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'nl' ? '.' : ',')
  const rest = cents === '00' ? '' : `${locale === 'nl' ? ',' : '.'}${cents}`
  return `€${locale === 'nl' ? ' ' : ''}${grouped}${rest}`
}

/** A number that is no amount of money, as people write it. */
export const decimal = (value: number, locale: Locale): string =>
  locale === 'nl' ? String(value).replace('.', ',') : String(value)
