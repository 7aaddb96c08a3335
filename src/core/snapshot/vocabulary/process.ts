import * as z from '../../zod'
import {
  dateOrNone,
  day,
  factRegistry,
  NONE,
  pastDay,
  raisedSince,
  serviceId,
  type Text,
  UNKNOWN_VALUES,
  yesNo,
} from '../fact'

const tier = 'employer'
const answeredBy = ['case-manager'] as const
const notYet: Text = { nl: 'nog niet', en: 'not yet' }

const event = (lies: 'past' | 'in-case', question: Text, help: Text) =>
  dateOrNone({ tier, answeredBy, lies, question, help }, notYet)

/** What became of a service that was asked for; `delivered` where nothing is said. */
export const SERVICE_STATES = ['delivered', 'requested', 'planned', 'declined'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]

/** What has been done so far. The text of these documents is never part of a snapshot. */
export const process = z.strictObject({
  problemAnalysisOn: event(
    'in-case',
    { nl: 'Op welke dag is de probleemanalyse gemaakt?', en: 'On which day was the problem analysis made?' },
    {
      nl: 'De datum op het stuk van de bedrijfsarts; wettelijk uiterlijk in week zes (Regeling procesgang). De dag is genoeg, de inhoud wordt niet gevraagd.',
      en: 'The date on the paper of the occupational physician; by law at the latest in week six (Regeling procesgang). The day is enough, what it says is not asked.',
    },
  ),
  actionPlanOn: event(
    'in-case',
    { nl: 'Op welke dag is het plan van aanpak gemaakt?', en: 'On which day was the plan of action made?' },
    {
      nl: 'De dag waarop werkgever en werknemer het ondertekenden; wettelijk uiterlijk in week acht (Regeling procesgang). Niet een latere bijstelling.',
      en: 'The day on which employer and employee signed it; by law at the latest in week eight (Regeling procesgang). Not a later change of it.',
    },
  ),
  medicalAdviceOn: event(
    'past',
    {
      nl: 'Op welke dag is het laatste medisch advies gegeven?',
      en: 'On which day was the latest medical advice given?',
    },
    {
      nl: 'De dag van de laatste terugkoppeling van de bedrijfsarts aan de werkgever, ook als die van voor dit verzuim is. Alleen de dag.',
      en: 'The day of the latest feedback of the occupational physician to the employer, also where that was before this absence. Only the day.',
    },
  ),
  firstYearEvaluationOn: event(
    'in-case',
    {
      nl: 'Op welke dag is de eerstejaarsevaluatie gehouden?',
      en: 'On which day was the first-year evaluation held?',
    },
    {
      nl: 'De dag van het gesprek rond het eerste ziektejaar, tussen week 46 en 52 (Regeling procesgang).',
      en: 'The day of the talk around the end of the first year, between week 46 and 52 (Regeling procesgang).',
    },
  ),
  deviationMotivated: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Is de afwijking van de termijnen gemotiveerd vastgelegd?',
      en: 'Has the deviation from the terms been recorded with reasons?',
    },
    help: {
      nl: 'Werkgever en werknemer mogen met redenen van de termijnen afwijken. De redenen horen in het dossier, niet hier.',
      en: 'Employer and employee may deviate from the terms with reasons. The reasons belong in the file, not here.',
    },
    askedWhen: [{ fact: 'employment.regime', in: ['employee', 'safety-net-self-insured'] }],
  }),
  capacityDocument: z
    .union([
      z.strictObject({ type: z.enum(['FML', 'IZP', 'BAR', 'other']), on: pastDay }),
      z.literal(NONE),
      z.literal(UNKNOWN_VALUES),
    ])
    .register(factRegistry, {
      tier,
      answeredBy: ['occupational-physician', 'case-manager'],
      type: 'document',
      lies: 'past',
      question: {
        nl: 'Welk document beschrijft de belastbaarheid, en van welke dag is het?',
        en: 'Which document describes the capacity for work, and of which day is it?',
      },
      help: {
        nl: 'Alleen de soort en de dag; de inhoud wordt niet gevraagd.',
        en: 'Only the type and the day; what it says is not asked.',
      },
      options: {
        FML: { nl: 'functionele mogelijkhedenlijst', en: 'functional capacity list' },
        IZP: { nl: 'inzetbaarheidsprofiel', en: 'employability profile' },
        BAR: {
          nl: 'beschrijving arbeidsbelastbaarheid en re-integratie',
          en: 'description of work capacity and re-integration',
        },
        other: { nl: 'een ander document', en: 'another document' },
      },
      none: { nl: 'er is geen document', en: 'there is no document' },
    })
    .optional(),
  employeeWilling: yesNo({
    tier,
    answeredBy: ['employee', 'case-manager'],
    question: {
      nl: 'Wil de werknemer een gesprek met een arbeidsdeskundige?',
      en: 'Does the employee want to speak with a labour expert?',
    },
    help: {
      nl: 'Leg uit wat een arbeidsdeskundige doet, en wat wel en niet naar de werkgever gaat. De werknemer is vrij om te weigeren; een reden wordt niet gevraagd.',
      en: 'Explain what a labour expert does, and what does and does not go to the employer. The employee is free to refuse; a reason is not asked.',
    },
  }),
  services: z
    .union([
      z.array(
        z.strictObject({
          service: serviceId,
          /** The day of what the state says; of a planned service the day on which it is to be. */
          on: day,
          state: z.enum(SERVICE_STATES).optional(),
          /** Of a declined service: quiet until then. */
          until: day.optional(),
        }),
      ),
      z.literal(UNKNOWN_VALUES),
    ])
    .register(factRegistry, {
      tier,
      answeredBy,
      type: 'services',
      lies: 'past',
      question: {
        nl: 'Welke diensten van een arbeidsdeskundige zijn geleverd, aangevraagd, gepland of afgewezen, en wanneer?',
        en: 'Which services of a labour expert were delivered, requested, planned or declined, and when?',
      },
      help: {
        nl: 'De dag van levering, aanvraag of afwijzing; van een geplande dienst de dag waarop die zal zijn. Geen redenen.',
        en: 'The day of delivery, request or refusal; of a planned service the day on which it will be. No reasons.',
      },
    })
    .optional(),
  raised: raisedSince({
    tier,
    answeredBy,
    question: {
      nl: 'Wat werd eerder al geadviseerd, en sinds welke dag?',
      en: 'What did earlier advice raise, and since which day?',
    },
    help: {
      nl: 'Dit komt uit een eerder advies aan de werkgever en wordt door het systeem bijgehouden; niemand hoeft het in te vullen.',
      en: 'This comes from an earlier advice to the employer and is kept by the system; nobody has to fill it in.',
    },
  }),
})
