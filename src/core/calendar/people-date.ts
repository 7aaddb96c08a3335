/** Our own tables: the machine's locale has no say in what people read. */
const MONTHS: Readonly<Record<'nl' | 'en', readonly string[]>> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** `2026-11-22` as `22 november 2026`. */
export function peopleDate(day: string, locale: keyof typeof MONTHS): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[locale][(month ?? 0) - 1]} ${year}`
}
