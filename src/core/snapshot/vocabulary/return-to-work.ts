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
        nl: 'Vergeleken met de stappen in het plan van aanpak. Achter: twee weken of meer. Gestagneerd: vier weken geen stap vooruit. Wisselend: al eens teruggevallen in uren. Die grenzen zijn onze keuze.',
        en: 'Compared with the steps in the plan of action. Behind: two weeks or more. Stalled: no step forward in four weeks. Unstable: fallen back in hours before. Those limits are our own choice.',
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
    question: {
      nl: 'Zijn werkgever en werknemer het eens over werk dat nu passend is?',
      en: 'Do employer and employee agree on work that is suitable now?',
    },
    help: {
      nl: 'Ja: het staat in het plan van aanpak, en het wordt gedaan of kan beginnen. Nee: het is niet besproken, of een van beiden twijfelt. Een eigen oordeel over passend werk is niet nodig: dat geeft zo nodig de arbeidsdeskundige. De omschrijving is onze keuze.',
      en: 'Yes: it is in the plan of action, and is being done or can begin. No: it was not discussed, or one of them doubts. No judgement of your own on suitable work is needed: the labour expert gives that where it is. The description is our own choice.',
    },
  }),
  otherWorkWithEmployer: choice(
    {
      tier,
      answeredBy: ['case-manager', 'labour-expert'],
      question: {
        nl: 'Is gezocht naar ander passend werk bij deze werkgever, en is dat er?',
        en: 'Was other suitable work with this employer looked for, and is there any?',
      },
      help: {
        nl: 'Wat uit gesprekken of een onderzoek is gebleken, geen eigen oordeel. Passend: berekend voor de krachten en bekwaamheden van de werknemer (BW 7:658a). Nog niet gezocht: kies nog niet onderzocht.',
        en: 'What talks or an assessment showed, no judgement of your own. Suitable: within the strength and the skills of the employee (BW 7:658a). Not looked for yet: choose not explored yet.',
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
