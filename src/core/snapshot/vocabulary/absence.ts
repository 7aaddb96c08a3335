import * as z from '../../zod'
import { choice, dateOrNone, day, factRegistry, pastDay, share, UNKNOWN_VALUES, yesNo } from '../fact'

const answeredBy = ['case-manager'] as const
const tier = 'employer'

/**
 * One report of illness. `recoveredOn` is the first day fit again; the open spell has none.
 * `notCounted` left out means: it counts as any other; "unknown" keeps the count open (FV-08). Which ground there is
 * for not counting it, an employer may not hold (PR-02).
 */
const spell = z.strictObject({
  firstDay: pastDay,
  recoveredOn: pastDay.optional(),
  notCounted: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Telt deze ziekmelding niet mee voor frequent verzuim?',
      en: 'Does this report of illness not count for frequent absence?',
    },
    help: {
      nl: 'Ja, bijvoorbeeld, als het vangnet geldt of de bedrijfsarts het zegt. Schrijf nooit op waarom. Leeg telt als een gewone ziekmelding.',
      en: 'Yes, for instance, where the safety net applies or the occupational physician says so. Never write down why. Left empty it counts as any other report.',
    },
  }),
})

/**
 * Maternity leave, first and last day. Whether illness before and after it is one case rests on its cause, so it is the
 * physician's to say (SV-06); what comes of it, the employer must know: the first day of illness is to be reported
 * (ZW 38(1)).
 */
const leave = z.strictObject({
  from: day,
  until: day,
  oneCase: choice(
    {
      tier,
      answeredBy: ['occupational-physician', 'delegate'],
      question: {
        nl: 'Is het verzuim voor en na het verlof één geval?',
        en: 'Is the absence before and after the leave one case?',
      },
      help: {
        nl: 'Ja als de bedrijfsarts oordeelt dat beide redelijkerwijs uit dezelfde oorzaak voortkomen. Alleen de uitkomst, nooit de oorzaak: de werkgever leest dit antwoord, want die meldt de eerste ziektedag.',
        en: 'Yes if the occupational physician judges that both can reasonably be deemed to have the same cause. Only the outcome, never the cause: the employer reads this answer, for the employer reports the first day of illness.',
      },
    },
    { yes: { nl: 'ja', en: 'yes' }, no: { nl: 'nee', en: 'no' } },
  ),
})

/** Reports of illness, leave and how the return goes. */
export const absence = z.strictObject({
  spells: z
    .union([z.array(spell), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, {
      tier,
      answeredBy,
      type: 'spells',
      question: {
        nl: 'Welke ziekmeldingen zijn er, met eerste ziektedag en eerste hersteldag?',
        en: 'Which reports of illness are there, with first day of illness and first day fit again?',
      },
      help: {
        nl: 'Neem het afgelopen jaar op, en eerdere meldingen zolang er minder dan vier weken of verlof tussen zit. De eerste hersteldag is de eerste dag waarop de werknemer weer helemaal beter was; laat die leeg zolang het verzuim duurt. Gedeeltelijk werken is geen herstel. Schrijf geen oorzaak of klachten op.',
        en: 'Include the past year, and earlier reports as long as less than four weeks or leave lies between them. The first day fit again is the first day of full recovery; leave it empty while the absence lasts. Working in part is no recovery. Write down no cause and no complaints.',
      },
    })
    .optional(),
  spellsFrom: dateOrNone(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Vanaf welke dag zijn alle ziekmeldingen bekend?',
        en: 'From which day are all reports of illness known?',
      },
      help: {
        nl: 'Alleen invullen als de lijst niet alles bevat, bijvoorbeeld na een overgang van systeem. Van voor die dag is dan niets bekend.',
        en: 'Only to fill in if the list is not complete, for instance after a change of systems. Of before that day nothing is known then.',
      },
    },
    { nl: 'de lijst is volledig', en: 'the list is complete' },
  ),
  leaves: z
    .union([z.array(leave), z.literal(UNKNOWN_VALUES)])
    .register(factRegistry, {
      tier,
      answeredBy,
      type: 'leaves',
      question: {
        nl: 'Is er zwangerschaps- of bevallingsverlof geweest, en van wanneer tot en met wanneer?',
        en: 'Has there been pregnancy or maternity leave, and from when until when?',
      },
      help: {
        nl: 'De eerste en de laatste dag van het verlof. Verlof dat nog komt mag er ook bij.',
        en: 'The first and the last day of the leave. Leave that is still to come may be included.',
      },
    })
    .optional(),
  workedShare: share(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Hoeveel procent van de contracturen werkt de werknemer weer met loonwaarde?',
        en: 'What percentage of the contract hours does the employee work again with wage value?',
      },
      help: {
        nl: 'Van 0 tot en met 100. Voorbeeld: 16 van 32 uur gewoon werk tegen loon is 50. Uren op arbeidstherapeutische basis tellen niet mee; 0 als er nog niet wordt gewerkt.',
        en: 'From 0 to 100. Example: 16 of 32 hours of ordinary paid work is 50. Hours of therapeutic work do not count; 0 while there is no work yet.',
      },
    },
    'percent of contract hours',
  ),
  therapeuticWorkSince: dateOrNone(
    {
      tier,
      answeredBy,
      lies: 'in-case',
      question: {
        nl: 'Sinds welke dag wordt op arbeidstherapeutische basis gewerkt?',
        en: 'Since which day has work been done on a therapeutic basis?',
      },
      help: {
        nl: 'De eerste dag van werk zonder loonwaarde dat nu nog loopt.',
        en: 'The first day of work without wage value that is still going on.',
      },
    },
    { nl: 'geen arbeidstherapie', en: 'no therapeutic work' },
  ),
  expectedReturn: choice(
    {
      tier,
      answeredBy: ['occupational-physician', 'case-manager', 'employee'],
      question: {
        nl: 'Wanneer wordt volledige terugkeer verwacht?',
        en: 'When is a full return expected?',
      },
      help: {
        nl: 'Gerekend vanaf vandaag (de peildatum): terug in het eigen werk, voor alle uren. Wat de werknemer zelf verwacht, voorspelt dit beter dan een schatting van een ander (Fleten 2004). Alleen de duur, niet de reden.',
        en: 'Counted from today (the reference day): back in the own work, for all hours. What the employee expects predicts this better than the estimate of another (Fleten 2004). Only the duration, not the reason.',
      },
      excludes: [{ value: ['within-4-weeks'], fact: 'returnToWork.ownWork', in: ['not-expected'], how: 'unlikely' }],
    },
    {
      'within-4-weeks': { nl: 'binnen vier weken', en: 'within four weeks' },
      'within-3-months': { nl: 'binnen drie maanden', en: 'within three months' },
      later: { nl: 'later', en: 'later' },
      'not-expected': { nl: 'niet verwacht', en: 'not expected' },
    },
  ),
})
