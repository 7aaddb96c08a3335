import * as z from 'zod'
import { choice, dateOrNone, yesNo } from '../fact'

const answeredBy = ['case-manager'] as const
const tier = 'employer'

/** The employment and what this employer can and will do (cahier-32 3.2, 3.5.1). */
export const employment = z.strictObject({
  regime: choice(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Onder welke regeling valt de werknemer bij ziekte?',
        en: 'Which scheme covers the employee during illness?',
      },
      help: {
        nl: 'Leg alleen vast welke regeling geldt, niet waarom. Vangnet: de Ziektewet loopt in plaats van loondoorbetaling.',
        en: 'Record only which scheme applies, not why. Safety net: the Sickness Benefits Act runs in place of continued wage payment.',
      },
    },
    {
      employee: { nl: 'werknemer met loondoorbetaling', en: 'employee with continued wage payment' },
      'safety-net-uwv': { nl: 'vangnet, UWV voert uit', en: 'safety net, carried out by UWV' },
      'safety-net-self-insured': { nl: 'vangnet, eigenrisicodrager', en: 'safety net, self-insured employer' },
      'self-employed': { nl: 'zelfstandige', en: 'self-employed' },
    },
  ),
  functionVariety: choice(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Hoeveel verschillende functies kan deze werkgever aanbieden?',
        en: 'How many different jobs can this employer offer?',
      },
      help: {
        nl: 'Functies die deze werkgever zelf heeft, ook op andere locaties.',
        en: 'Jobs that this employer has itself, other locations included.',
      },
    },
    {
      few: { nl: 'weinig', en: 'few' },
      several: { nl: 'enkele', en: 'several' },
      many: { nl: 'veel', en: 'many' },
    },
  ),
  employerAttitude: choice(
    {
      tier,
      answeredBy: ['case-manager', 'labour-expert'],
      question: {
        nl: 'Hoe staat de werkgever tegenover re-integratie?',
        en: 'What is the attitude of the employer towards re-integration?',
      },
    },
    {
      willing: { nl: 'bereid', en: 'willing' },
      waiting: { nl: 'afwachtend', en: 'waiting' },
      unwilling: { nl: 'niet bereid', en: 'unwilling' },
    },
  ),
  demandingEnvironment: yesNo({
    tier,
    answeredBy: ['case-manager', 'employee', 'labour-expert'],
    question: {
      nl: 'Is het een veeleisende werkomgeving, met weinig ruimte om het werk aan te passen?',
      en: 'Is it a demanding work environment, with little room to adapt the work?',
    },
    help: {
      nl: 'Het gaat om het werk en de werkplek, niet om wat deze werknemer aankan.',
      en: 'It is about the work and the workplace, not about what this employee can do.',
    },
  }),
  jobGroupElevatedAbsence: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Is het verzuim in deze functiegroep verhoogd?',
      en: 'Is absence in this job group raised?',
    },
    help: {
      nl: 'Het gaat om de functiegroep als geheel, niet om deze werknemer.',
      en: 'It is about the job group as a whole, not about this employee.',
    },
  }),
  keepsPeriodicConference: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Houdt deze werkgever structureel multidisciplinair overleg over risicodossiers?',
      en: 'Does this employer hold periodic case conferences about risk files?',
    },
    help: {
      nl: 'Een vast overleg, niet een eenmalig gesprek over dit dossier.',
      en: 'A standing conference, not a single conversation about this file.',
    },
  }),
  contractEndsOn: dateOrNone(
    {
      tier,
      answeredBy,
      question: { nl: 'Op welke dag eindigt het dienstverband?', en: 'On which day does the contract end?' },
      help: { nl: 'De laatste dag van het dienstverband.', en: 'The last day of the contract.' },
    },
    { nl: 'geen einddatum', en: 'no end date' },
  ),
  olderWorker: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Geldt de werknemer in deze organisatie als oudere werknemer?',
      en: 'Does this organisation count the employee as an older worker?',
    },
    help: {
      nl: 'Volgens de grens die de organisatie zelf aanhoudt. De leeftijd wordt niet gevraagd.',
      en: 'By the limit that the organisation itself uses. The age is not asked.',
    },
  }),
  pastStatePensionAge: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Heeft de werknemer de AOW-leeftijd bereikt?',
      en: 'Has the employee reached the state pension age?',
    },
    help: {
      nl: 'Dan eindigen loondoorbetaling en re-integratieplichten na zes weken ziekte. De leeftijd wordt niet gevraagd.',
      en: 'Then the wages and the duties of re-integration end after six weeks of illness. The age is not asked.',
    },
  }),
  wagesUntil: dateOrNone(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Tot en met welke dag is de loondoorbetaling verlengd?',
        en: 'Up to and including which day was the payment of wages prolonged?',
      },
      help: {
        nl: 'Door een loonsanctie, op verzoek van beide, of doordat de aanvraag te laat was. Alleen de dag, niet de reden.',
        en: 'By a wage sanction, at the request of both, or because the application was late. Only the day, not the reason.',
      },
    },
    { nl: 'niet verlengd', en: 'not prolonged' },
  ),
})
