import * as z from '../../zod'
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
        nl: 'Vangnet alleen als er geen werkgever is die loon doorbetaalt: het dienstverband is geëindigd, uitzendwerk is gestopt door de ziekmelding, of de werknemer is werkloos. Ook met een no-riskpolis, bij ziekte door zwangerschap of bevalling en bij orgaandonatie is er een werkgever: kies dan loondoorbetaling, al krijgt de werkgever het loon vergoed. Leg alleen vast welke regeling geldt, niet waarom.',
        en: 'Safety net only where no employer continues wages: the contract has ended, agency work stopped on the report of illness, or the employee is unemployed. With a no-risk policy, illness through pregnancy or childbirth, and organ donation there is an employer too: choose continued wages then, even if the employer is compensated. Record only which scheme applies, not why.',
      },
    },
    {
      employee: { nl: 'werknemer met loondoorbetaling', en: 'employee with continued wage payment' },
      'safety-net-uwv': {
        nl: 'vangnet zonder werkgever, UWV voert uit',
        en: 'safety net without an employer, carried out by UWV',
      },
      'safety-net-self-insured': {
        nl: 'vangnet, de vroegere werkgever is eigenrisicodrager',
        en: 'safety net, the former employer is self-insured',
      },
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
        nl: 'Weinig: een tot drie echt verschillende functies, zoals bakker en verkoper. Enkele: vier tot tien. Veel: meer dan tien. Tel functies die deze werkgever zelf heeft, ook op andere locaties. De grenzen zijn onze keuze; cahier-32 3.2 spreekt van weinig functies.',
        en: 'Few: one to three really different jobs, as baker and shop assistant. Several: four to ten. Many: more than ten. Count jobs that this employer has itself, other locations included. The limits are our own choice; cahier-32 3.2 speaks of few jobs.',
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
      help: {
        nl: 'Bereid: denkt mee en doet wat is afgesproken. Afwachtend: doet pas iets als ernaar wordt gevraagd (cahier-32 3.2). Niet bereid: weigert aanpassingen of overleg. Let op wat er is gedaan, niet op de toon. De omschrijvingen zijn onze keuze.',
        en: 'Willing: thinks along and does what was agreed. Waiting: acts only when asked (cahier-32 3.2). Unwilling: refuses adjustments or consultation. Look at what was done, not at the tone. The descriptions are our own choice.',
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
      nl: 'Voorbeelden: een kleine ploeg waarin niemand kan inspringen, werk met vaste doorlooptijden, werk bij klanten thuis. Het gaat om het werk en de werkplek, niet om wat deze werknemer aankan. Cahier-32 3.2 vraagt hier om begeleiding; de voorbeelden zijn onze keuze.',
      en: 'Examples: a small team in which nobody can stand in, work with fixed lead times, work in customers’ homes. It is about the work and the workplace, not about what this employee can do. Cahier-32 3.2 asks for guidance here; the examples are our own choice.',
    },
  }),
  jobGroupElevatedAbsence: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Is het verzuim in deze functiegroep duidelijk hoger dan in de rest van de organisatie?',
      en: 'Is absence in this job group clearly higher than in the rest of the organisation?',
    },
    help: {
      nl: 'Vergelijk het verzuimpercentage van de laatste twaalf maanden: anderhalf keer zo hoog als in de hele organisatie, of duidelijk boven dat van de branche, is verhoogd. Die grens is onze keuze. Het gaat om de groep als geheel, niet om deze werknemer.',
      en: 'Compare the absence rate of the last twelve months: one and a half times that of the whole organisation, or clearly above that of the sector, is raised. That limit is our own choice. It is about the group as a whole, not about this employee.',
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
      help: {
        nl: 'De laatste dag van het dienstverband. Eindigt het tijdens ziekte, dan eindigen op die dag ook de verplichtingen van de werkgever.',
        en: 'The last day of the contract. If it ends during illness, the duties of the employer end on that day too.',
      },
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
      nl: 'Alleen ja of nee; de leeftijd wordt niet gevraagd. De loondoorbetaling duurt dan zes weken. Is de AOW-leeftijd tijdens deze ziekte bereikt, vul dan bij het einde van de loondoorbetaling de laatste dag van de zes weken daarna in.',
      en: 'Only yes or no; the age is not asked. Wages are then continued for six weeks. If the age was reached during this illness, give the last day of the six weeks after it as the day until which wages are continued.',
    },
  }),
  wagesUntil: dateOrNone(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Tot en met welke dag is de loondoorbetaling verlengd?',
        en: 'Until which day has the continued payment of wages been prolonged?',
      },
      help: {
        nl: 'De laatste dag, na een loonsanctie van UWV, een gezamenlijk verzoek of een te late WIA-aanvraag. Zonder verlenging eindigt de loondoorbetaling na 104 weken ziekte.',
        en: 'The last day, after a wage sanction by UWV, a joint request or a late WIA application. Without a prolongation wages end after 104 weeks of illness.',
      },
    },
    { nl: 'niet verlengd', en: 'not prolonged' },
  ),
})
