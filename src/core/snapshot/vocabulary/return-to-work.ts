import * as z from '../../zod'
import { choice, yesNo } from '../fact'

const tier = 'employer'

/** How the return goes; the physician's advice in the form in which the employer may hold it (PR-04). */
export const returnToWork = z.strictObject({
  ownWork: choice(
    {
      tier,
      answeredBy: ['occupational-physician', 'case-manager', 'labour-expert'],
      question: {
        nl: 'Wat adviseert de bedrijfsarts over terugkeer naar het eigen werk?',
        en: 'What does the occupational physician advise about return to the own work?',
      },
      help: {
        nl: 'Neem het advies over zoals de bedrijfsarts het aan de werkgever gaf. Vul geen eigen oordeel in.',
        en: 'Copy the advice as the occupational physician gave it to the employer. Give no judgement of your own.',
      },
    },
    {
      expected: { nl: 'te verwachten', en: 'expected' },
      doubtful: { nl: 'twijfelachtig', en: 'doubtful' },
      'not-expected': { nl: 'niet te verwachten', en: 'not expected' },
      'too-early': { nl: 'nog te vroeg om te zeggen', en: 'too early to say' },
    },
  ),
  buildUp: choice(
    {
      tier,
      answeredBy: ['case-manager', 'labour-expert', 'employee'],
      question: { nl: 'Hoe verloopt de opbouw van het werk?', en: 'How does the build-up of work go?' },
      help: {
        nl: 'Vergeleken met de stappen in het plan van aanpak.',
        en: 'Compared with the steps in the plan of action.',
      },
    },
    {
      'on-track': { nl: 'volgens plan', en: 'on track' },
      behind: { nl: 'achter op het plan', en: 'behind the plan' },
      stalled: { nl: 'gestagneerd', en: 'stalled' },
      unstable: { nl: 'wisselend, met terugval', en: 'unstable, with relapses' },
      'not-started': { nl: 'nog niet begonnen', en: 'not started' },
    },
  ),
  suitableWorkClear: yesNo({
    tier,
    answeredBy: ['case-manager', 'labour-expert'],
    question: { nl: 'Is duidelijk welk werk passend is?', en: 'Is it clear which work is suitable?' },
  }),
  otherWorkWithEmployer: choice(
    {
      tier,
      answeredBy: ['case-manager', 'labour-expert'],
      question: {
        nl: 'Is er ander passend werk bij deze werkgever?',
        en: 'Is there other suitable work with this employer?',
      },
      help: {
        nl: 'Passend: berekend voor de krachten en bekwaamheden van de werknemer.',
        en: 'Suitable: within the strength and the skills of the employee.',
      },
      askedWhen: [{ fact: 'returnToWork.ownWork', in: ['doubtful', 'not-expected', 'too-early'] }],
    },
    {
      available: { nl: 'ja', en: 'yes' },
      'not-available': { nl: 'nee', en: 'no' },
      unexplored: { nl: 'nog niet onderzocht', en: 'not explored yet' },
    },
  ),
  secondTrackStarted: yesNo({
    tier,
    answeredBy: ['case-manager'],
    question: { nl: 'Is het tweede spoor gestart?', en: 'Has the second track been started?' },
    help: {
      nl: 'Tweede spoor: passend werk zoeken bij een andere werkgever.',
      en: 'Second track: looking for suitable work with another employer.',
    },
  }),
})
