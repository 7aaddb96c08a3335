import * as z from '../../zod'
import { dateOrNone, day, factRegistry, serviceId, UNKNOWN_VALUES } from '../fact'

const tier = 'employer'
const answeredBy = ['occupational-physician', 'delegate'] as const

/**
 * What the physician releases for the employer to act on, item by item (PR-04): the service or the wait, never why.
 * Absent, and not known, is the same as nothing: what was not released is no open question.
 */
export const physician = z.strictObject({
  advises: z
    .union([z.array(z.strictObject({ service: serviceId, on: day, by: day.optional() })), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, {
      tier,
      answeredBy,
      type: 'advises',
      lies: 'past',
      question: {
        nl: 'Welke diensten adviseert u de werkgever?',
        en: 'Which services do you advise to the employer?',
      },
      help: {
        nl: 'De werkgever leest de dienst, de dag van het advies en de uiterste dag, en nooit de reden. Geef alleen vrij wat de werkgever moet weten.',
        en: 'The employer reads the service, the day of the advice and the last day, and never the reason. Release only what the employer has to know.',
      },
    })
    .optional(),
  waitUntil: dateOrNone(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Tot welke dag adviseert u de werkgever te wachten met verwijzen?',
        en: 'Until which day do you advise the employer to wait with a referral?',
      },
      help: {
        nl: 'De werkgever leest alleen de dag, niet de reden.',
        en: 'The employer reads the day only, not the reason.',
      },
    },
    { nl: 'niet wachten', en: 'no wait' },
  ),
})
