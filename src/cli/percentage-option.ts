import { InvalidArgumentError } from 'commander'

/** A percentage as an option takes it. */
export function percentage(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 100)) throw new InvalidArgumentError('give a number from 0 to 100')
  return value
}
