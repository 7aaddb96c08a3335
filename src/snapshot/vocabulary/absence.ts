import { z } from 'zod'
import { choice, dateOrNone, day, factRegistry, share, UNKNOWN, yesNo } from '../fact'

const answeredBy = ['case-manager'] as const
const tier = 'employer'

/**
 * One report of illness. `recoveredOn` is the first day fit again; the open spell has none.
 * `pregnancyRelated` left out means: reported as any other; "unknown" keeps the count open (FV-08).
 */
const spell = z.strictObject({
  firstDay: day,
  recoveredOn: day.optional(),
  pregnancyRelated: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Hangt deze ziekmelding samen met zwangerschap of bevalling?',
      en: 'Is this report of illness related to pregnancy or childbirth?',
    },
  }),
})

/** Maternity leave, first and last day. Whether illness before and after it has one cause is the physician's to say (SV-06). */
const leave = z.strictObject({
  from: day,
  until: day,
  sameCause: choice(
    {
      tier: 'medical',
      answeredBy: ['occupational-physician'],
      question: {
        nl: 'Komt de arbeidsongeschiktheid voor en na het verlof redelijkerwijs uit dezelfde oorzaak voort?',
        en: 'Can the incapacity before and after the leave reasonably be deemed to have the same cause?',
      },
    },
    { yes: { nl: 'ja', en: 'yes' }, no: { nl: 'nee', en: 'no' } },
  ),
})

/** Reports of illness, leave and how the return goes. */
export const absence = z.strictObject({
  spells: z
    .union([z.array(spell), z.literal(UNKNOWN)])
    .register(factRegistry, {
      tier,
      answeredBy,
      type: 'spells',
      question: {
        nl: 'Welke ziekmeldingen zijn er, met eerste ziektedag en eerste hersteldag?',
        en: 'Which reports of illness are there, with first day of illness and first day fit again?',
      },
    })
    .optional(),
  leaves: z
    .union([z.array(leave), z.literal(UNKNOWN)])
    .register(factRegistry, {
      tier,
      answeredBy,
      type: 'leaves',
      question: {
        nl: 'Is er zwangerschaps- of bevallingsverlof geweest, en van wanneer tot en met wanneer?',
        en: 'Has there been pregnancy or maternity leave, and from when until when?',
      },
    })
    .optional(),
  workedShare: share(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Welk deel van de contracturen wordt met loonwaarde gewerkt?',
        en: 'Which share of the contract hours is worked with wage value?',
      },
    },
    'percent of contract hours',
  ),
  therapeuticWorkSince: dateOrNone(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Sinds welke dag wordt op arbeidstherapeutische basis gewerkt?',
        en: 'Since which day has work been done on a therapeutic basis?',
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
    },
    {
      'within-4-weeks': { nl: 'binnen vier weken', en: 'within four weeks' },
      'within-3-months': { nl: 'binnen drie maanden', en: 'within three months' },
      later: { nl: 'later', en: 'later' },
      'not-expected': { nl: 'niet verwacht', en: 'not expected' },
    },
  ),
})
