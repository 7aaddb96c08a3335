import * as z from '../../zod'
import { choice, type Text, yesNo } from '../fact'

const answeredBy = ['case-manager', 'employee', 'labour-expert'] as const
const tier = 'employer'

/** The demands of the job in one domain, never the person (cahier-32 3.6; TL-01, TL-02). */
const domain = (nl: string, en: string) =>
  choice(
    {
      tier,
      answeredBy,
      question: {
        nl: `Hoe hoog is de belasting van de functie op ${nl}?`,
        en: `How high are the demands of the job on ${en}?`,
      } satisfies Text,
      help: {
        nl: 'Het gaat om de eisen van de functie, niet om wat deze werknemer aankan.',
        en: 'It is about the demands of the job, not about what this employee can do.',
      },
    },
    {
      low: { nl: 'laag', en: 'low' },
      raised: { nl: 'verhoogd', en: 'raised' },
      high: { nl: 'hoog', en: 'high' },
    },
  )

export const PHYSICAL_DOMAINS = [
  'lifting',
  'pushPull',
  'handArm',
  'posture',
  'screenWork',
  'vibration',
  'energetic',
] as const
export const PSYCHOSOCIAL_DOMAINS = ['workPace', 'emotional', 'irregularHours'] as const

export const taskLoad = z.strictObject({
  lifting: domain('tillen en dragen', 'lifting and carrying'),
  pushPull: domain('duwen en trekken', 'pushing and pulling'),
  handArm: domain('hand- en armtaken', 'hand and arm tasks'),
  posture: domain('werkhouding', 'posture'),
  screenWork: domain('beeldschermwerk', 'screen work'),
  vibration: domain('trillingen', 'vibration'),
  energetic: domain('energetische inspanning', 'energetic effort'),
  workPace: domain('werktempo en werkdruk', 'work pace and pressure'),
  emotional: domain('emotionele belasting', 'emotional demands'),
  irregularHours: domain('onregelmatige werktijden', 'irregular hours'),
  prolonged: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Duurt de hoge belasting van de functie al lang?',
      en: 'Have the demands of the job been high for a long time?',
    },
  }),
})
