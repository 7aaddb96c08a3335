/** One in words, more in figures. */
export const counted = (count: number, one: string, many: string): string => (count === 1 ? one : `${count} ${many}`)
