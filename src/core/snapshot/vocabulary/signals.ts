import * as z from '../../zod'
import { yesNo } from '../fact'

const tier = 'employer'
const answeredBy = ['case-manager', 'employee'] as const

/** Early signals while the employee is at work (preventieve-ad-2026 ch. 4 and 5). */
export const signals = z.strictObject({
  demandsExceedCapacity: yesNo({
    tier,
    // What the employee is able to do is not for the employer to ask after (PR-05).
    answeredBy: ['employee', 'labour-expert'],
    question: {
      nl: 'Vraagt het werk meer dan de werknemer naar eigen zeggen aankan?',
      en: 'Does the work ask more than the employee says to be able to give?',
    },
    help: {
      nl: 'Wat de werknemer daar zelf over vertelt. Vraag niet door naar klachten of behandeling.',
      en: 'What the employee tells about it. Do not ask on about complaints or treatment.',
    },
  }),
  tasksDropped: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Zijn er taken afgestoten zonder dat dit is besproken?',
      en: 'Have tasks been dropped without this being discussed?',
    },
  }),
  managerConcern: yesNo({
    tier,
    answeredBy: ['case-manager'],
    question: { nl: 'Maakt de leidinggevende zich zorgen?', en: 'Is the manager concerned?' },
  }),
  employeeAsks: yesNo({
    tier,
    answeredBy,
    question: { nl: 'Vraagt de werknemer zelf om advies?', en: 'Does the employee ask for advice?' },
  }),
  reducedPerformance: yesNo({
    tier,
    answeredBy: ['case-manager'],
    question: {
      nl: 'Lukt het werk in tempo of kwaliteit minder dan voorheen?',
      en: 'Is the pace or the quality of the work lower than before?',
    },
  }),
  strainObserved: yesNo({
    tier,
    answeredBy: ['case-manager', 'employee', 'labour-expert'],
    question: {
      nl: 'Heeft een leidinggevende, collega of deskundige een belastende manier van werken gezien?',
      en: 'Has a manager, a colleague or a professional seen a straining way of working?',
    },
    help: {
      nl: 'Hoe het werk wordt gedaan, niet hoe het met de werknemer gaat.',
      en: 'How the work is done, not how the employee is doing.',
    },
  }),
})
