import { OWN } from '../../core/rules/fact-document'
import type { Text } from '../../core/snapshot/fact'

/** The parts of a snapshot as a form names them. */
export const SECTION_TITLES: Readonly<Record<string, Text>> = {
  employment: { nl: 'Dienstverband en werkgever', en: 'Employment and employer' },
  absence: { nl: 'Verzuim', en: 'Absence' },
  taskLoad: { nl: 'Belasting van de functie', en: 'Demands of the job' },
  conflict: { nl: 'Conflict', en: 'Conflict' },
  returnToWork: { nl: 'Terugkeer naar werk', en: 'Return to work' },
  health: { nl: 'Oordeel van de bedrijfsarts', en: "The occupational physician's judgement" },
  causes: { nl: 'Oorzaken', en: 'Causes' },
  process: { nl: 'Wat er al is gedaan', en: 'What has been done so far' },
  physician: {
    nl: 'Advies van de bedrijfsarts aan de werkgever',
    en: "The occupational physician's advice to the employer",
  },
  signals: { nl: 'Signalen tijdens het werk', en: 'Signals at work' },
  [OWN]: { nl: 'Vragen van de organisatie', en: "The organisation's own questions" },
}
