import { describe, expect, it } from 'vitest'
import { dayAsWritten, dayOrMonthAsWritten } from '../../../src/cli/ask/ask-prompts'

const AS_OF = '2026-11-30'

describe('a day as people write it', () => {
  it.each([
    ['2026-09-28', '2026-09-28'],
    ['28-9-2026', '2026-09-28'],
    [' 28-09-2026 ', '2026-09-28'],
    ['28/9/2026', '2026-09-28'],
    ['28.9.26', '2026-09-28'],
    ['28 sept', '2026-09-28'],
    ['28 sep.', '2026-09-28'],
    ['28 september 2025', '2025-09-28'],
    ['1 mrt', '2026-03-01'],
    ['1 March', '2026-03-01'],
    ['3 mei', '2026-05-03'],
    ['3 okt 26', '2026-10-03'],
    // Without its year the latest that has come.
    ['24 dec', '2025-12-24'],
    ['30-11', '2026-11-30'],
    ['29 feb', '2024-02-29'],
    ['vandaag', AS_OF],
    ['yesterday', '2026-11-29'],
    ['morgen', '2026-12-01'],
  ])('%s is %s', (text, day) => expect(dayAsWritten(text, AS_OF)).toBe(day))

  it.each(['', 'straks', '31-2-2026', '28 foo', '2026-13-01', '28-9-1026', '99 sept', '2026-06', 'juni 2026'])(
    '"%s" is no day',
    (text) => expect(dayAsWritten(text, AS_OF)).toBeUndefined(),
  )

  it.each([
    ['2026-06', '2026-06'],
    ['juni 2026', '2026-06'],
    ['Sept. 2025', '2025-09'],
    ['28 sept', '2026-09-28'],
  ])('where a month will do, %s is %s', (text, day) => expect(dayOrMonthAsWritten(text, AS_OF)).toBe(day))
  it('where a month will do, others stay no day', () => {
    for (const text of ['', '2026', 'foo 2026', '2026-13']) expect(dayOrMonthAsWritten(text, AS_OF)).toBeUndefined()
  })
})
