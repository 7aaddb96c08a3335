import * as z from '../../zod'
import { choice, choices, raisedSince, yesNo } from '../fact'

const answeredBy = ['occupational-physician', 'delegate'] as const
/** What only the physician can judge; a delegate cannot set it. */
const judgedBy = ['occupational-physician'] as const
const tier = 'medical'
/** A full return that is expected, whenever. */
const SOME_RETURN = ['within-4-weeks', 'within-3-months', 'later'] as const

/** Outcomes of the physician's judgement, never a diagnosis and never a cause (PR-03, PR-04). */
export const health = z.strictObject({
  course: choice(
    {
      tier,
      answeredBy,
      question: { nl: 'Hoe is het beloop?', en: 'What is the course?' },
      help: {
        nl: 'De lijn van de laatste drie maanden, naar uw oordeel. Wisselend: betere en slechtere perioden zonder duidelijke lijn. Die periode is onze keuze.',
        en: 'The line of the last three months, by your judgement. Fluctuating: better and worse spells without a clear line. That period is our own choice.',
      },
    },
    {
      recovering: { nl: 'herstellend', en: 'recovering' },
      stable: { nl: 'stabiel', en: 'stable' },
      fluctuating: { nl: 'wisselend', en: 'fluctuating' },
      worsening: { nl: 'verslechterend', en: 'worsening' },
    },
  ),
  complaints: choice(
    {
      tier,
      answeredBy,
      question: { nl: 'Van welke aard zijn de klachten?', en: 'Of what kind are the complaints?' },
      help: {
        nl: 'Alleen de soort, geen diagnose. Sociaal-emotioneel: rond rouw, mantelzorg of relaties (akc-factsheet). Meervoudig: twee of meer soorten die het werk raken.',
        en: 'Only the kind, no diagnosis. Social-emotional: around grief, care for others or relations (akc-factsheet). Multiple: two or more kinds that touch the work.',
      },
    },
    {
      musculoskeletal: { nl: 'houding- en bewegingsapparaat', en: 'musculoskeletal' },
      psychological: { nl: 'psychisch', en: 'psychological' },
      'social-emotional': { nl: 'sociaal-emotioneel', en: 'social-emotional' },
      multiple: { nl: 'meervoudig', en: 'multiple' },
      other: { nl: 'overig', en: 'other' },
    },
  ),
  permanentLimitation: yesNo({
    tier,
    answeredBy: judgedBy,
    question: {
      nl: 'Is er een blijvende beperking die terugkeer naar het eigen werk uitsluit?',
      en: 'Is there a permanent limitation that rules out a return to the own work?',
    },
    help: {
      nl: 'Ja als herstel dat eigen werk weer mogelijk maakt, niet meer te verwachten is (cahier-32 3.2). Ook als aanpassen niet kan.',
      en: 'Yes where recovery that makes the own work possible again is not to be expected (cahier-32 3.2). Also where adjusting is not possible.',
    },
    excludes: [
      { value: [true], fact: 'returnToWork.ownWork', in: ['expected'], how: 'unlikely' },
      { value: [true], fact: 'absence.expectedReturn', in: ['within-4-weeks'], how: 'unlikely' },
    ],
  }),
  lengthyRecovery: yesNo({
    tier,
    answeredBy,
    question: { nl: 'Is een langdurig herstel te verwachten?', en: 'Is a lengthy recovery to be expected?' },
    help: {
      nl: 'Langer dan drie maanden vanaf nu. Cahier-32 3.2 noemt geen grens; drie maanden is onze keuze.',
      en: 'Longer than three months from now. Cahier-32 3.2 names no limit; three months is our own choice.',
    },
    excludes: [{ value: [true], fact: 'absence.expectedReturn', in: ['within-4-weeks'], how: 'unlikely' }],
  }),
  fullyAndPermanentlyDisabled: choice(
    {
      tier,
      answeredBy: judgedBy,
      question: {
        nl: 'Is de werknemer volledig en duurzaam arbeidsongeschikt (WIA art. 4)?',
        en: 'Is the employee fully and permanently disabled (WIA art. 4)?',
      },
      help: {
        nl: 'Waarschijnlijk: herstel is niet uit te sluiten, maar niet te verwachten. Ja: u zou de verkorte wachttijd ondersteunen (WIA art. 23 lid 6). De omschrijvingen zijn onze keuze.',
        en: 'Likely: recovery cannot be ruled out, but is not to be expected. Yes: you would support the shortened waiting period (WIA art. 23(6)). The descriptions are our own choice.',
      },
      excludes: [
        // The law counts somebody as fully disabled who can earn a fifth of the former wage at most: it leaves room.
        { value: ['yes'], fact: 'health.usableCapacity', in: ['yes'], how: 'unlikely' },
        { value: ['yes'], fact: 'absence.expectedReturn', in: SOME_RETURN, how: 'unlikely' },
        { value: ['yes'], fact: 'returnToWork.ownWork', in: ['expected'], how: 'unlikely' },
      ],
    },
    {
      yes: { nl: 'ja', en: 'yes' },
      likely: { nl: 'waarschijnlijk', en: 'likely' },
      no: { nl: 'nee', en: 'no' },
    },
  ),
  referralWithheld: choice(
    {
      tier,
      answeredBy: judgedBy,
      question: {
        nl: 'Is er een reden om nu niet naar een arbeidsdeskundige te verwijzen?',
        en: 'Is there a reason not to refer to a labour expert now?',
      },
      help: {
        nl: 'Nu geen meerwaarde: bijvoorbeeld tijdens een intensieve behandeling (cahier-32 3.2). De werkgever leest dit niet; wat die moet weten geeft u apart vrij.',
        en: 'No benefit now: for instance during an intensive treatment (cahier-32 3.2). The employer does not read this; what the employer must know you release apart.',
      },
      excludes: [
        { value: ['terminal'], fact: 'health.fullyAndPermanentlyDisabled', in: ['no'], how: 'impossible' },
        { value: ['terminal'], fact: 'health.course', in: ['recovering'], how: 'impossible' },
        { value: ['terminal'], fact: 'absence.expectedReturn', in: SOME_RETURN, how: 'unlikely' },
      ],
    },
    {
      none: { nl: 'nee', en: 'no' },
      'no-benefit-now': { nl: 'nu geen meerwaarde', en: 'no benefit now' },
      terminal: { nl: 'terminale situatie', en: 'terminal situation' },
    },
  ),
  frequencyExplained: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Is het frequente verzuim medisch verklaard?',
      en: 'Is the frequency of absence explained medically?',
    },
    help: { nl: 'Alleen of het verklaard is, niet waardoor.', en: 'Only whether it is explained, not by what.' },
  }),
  recoveryVersusExpectation: choice(
    {
      tier,
      answeredBy,
      question: {
        nl: 'Hoe verloopt het herstel vergeleken met de verwachting?',
        en: 'How does recovery compare with the expectation?',
      },
      help: {
        nl: 'Vergeleken met de richtlijn of met uw eigen verwachting bij de probleemanalyse (celsus-2015 3.3).',
        en: 'Compared with the guideline or with your own expectation at the problem analysis (celsus-2015 3.3).',
      },
    },
    {
      faster: { nl: 'sneller', en: 'faster' },
      'as-expected': { nl: 'zoals verwacht', en: 'as expected' },
      slower: { nl: 'trager', en: 'slower' },
    },
  ),
  diagnosisClear: yesNo({
    tier,
    answeredBy: judgedBy,
    question: { nl: 'Is de diagnose duidelijk?', en: 'Is the diagnosis clear?' },
    help: { nl: 'Alleen of zij duidelijk is, niet welke het is.', en: 'Only whether it is clear, not which it is.' },
  }),
  prognosisClear: yesNo({
    tier,
    answeredBy: judgedBy,
    question: { nl: 'Is de prognose duidelijk?', en: 'Is the prognosis clear?' },
    help: {
      nl: 'Ja als u kunt zeggen wat er over een half jaar ongeveer mogelijk is (eigen omschrijving bij celsus-2015 3.3). Vaak is het een kwestie van tijd.',
      en: 'Yes where you can say roughly what will be possible in half a year (our own description with celsus-2015 3.3). Often it is a matter of time.',
    },
  }),
  treatmentAdequate: choice(
    {
      tier,
      answeredBy: judgedBy,
      question: { nl: 'Is de behandeling adequaat?', en: 'Is the treatment adequate?' },
      help: {
        nl: 'Naar de richtlijn, en gericht op werken (celsus-2015 3.3). Twijfelachtig: er is een wachttijd, of het effect blijft uit.',
        en: 'By the guideline, and aimed at working (celsus-2015 3.3). Doubtful: there is a waiting time, or no effect.',
      },
    },
    {
      yes: { nl: 'ja', en: 'yes' },
      doubtful: { nl: 'twijfelachtig', en: 'doubtful' },
      no: { nl: 'nee', en: 'no' },
    },
  ),
  usableCapacity: choice(
    {
      tier,
      answeredBy: judgedBy,
      question: { nl: 'Zijn er benutbare mogelijkheden?', en: 'Is there usable capacity?' },
      help: {
        nl: 'Nee alleen bij opname, bedlegerigheid, ADL-afhankelijkheid of een ernstig psychisch toestandsbeeld (celsus-2015 5.1.3).',
        en: 'None only with admission to hospital, being bedridden, dependence in daily living or a severe mental condition (celsus-2015 5.1.3).',
      },
    },
    { yes: { nl: 'ja', en: 'yes' }, none: { nl: 'nee', en: 'none' }, unclear: { nl: 'onduidelijk', en: 'unclear' } },
  ),
  criticalLimitations: choices(
    {
      tier,
      answeredBy: judgedBy,
      question: {
        nl: 'Welke kritische beperkingen staan in de functionele mogelijkhedenlijst?',
        en: 'Which critical limitations does the functional capacity list show?',
      },
      help: {
        nl: 'De nummers zijn die van de functionele mogelijkhedenlijst.',
        en: 'The numbers are those of the functional capacity list.',
      },
    },
    {
      '1.1': { nl: 'vasthouden van de aandacht sterk beperkt', en: 'sustaining attention strongly limited' },
      '1.2': { nl: 'verdelen van de aandacht sterk beperkt', en: 'dividing attention strongly limited' },
      '1.3': { nl: 'herinneren sterk beperkt', en: 'remembering strongly limited' },
      '1.7': { nl: 'handelingstempo beperkt', en: 'pace of action limited' },
      '1.9.1': { nl: 'aangewezen op volledig voorgestructureerd werk', en: 'needs fully structured work' },
      '1.9.3': { nl: 'aangewezen op werk onder rechtstreeks toezicht', en: 'needs work under direct supervision' },
      '2.9': { nl: 'samenwerken sterk beperkt', en: 'working together strongly limited' },
      '4.3': { nl: 'hand- en vingergebruik beperkt', en: 'use of hand and fingers limited' },
      '5.1': { nl: 'zitten sterk beperkt', en: 'sitting strongly limited' },
      '5.3': { nl: 'staan sterk beperkt', en: 'standing strongly limited' },
      '6.2': { nl: 'uren per dag zeer beperkt', en: 'hours a day very limited' },
    },
  ),
  // Kept apart from process.raised: what the full advice raised, and when, follows from medical facts.
  raised: raisedSince({
    tier,
    answeredBy,
    question: {
      nl: 'Wat werd in eerder advies aan de bedrijfsarts geadviseerd, en sinds welke dag?',
      en: 'What did earlier advice to the occupational physician raise, and since which day?',
    },
    help: {
      nl: 'Dit komt uit een eerder volledig advies en wordt door het systeem bijgehouden; niemand hoeft het in te vullen.',
      en: 'This comes from an earlier full advice and is kept by the system; nobody has to fill it in.',
    },
  }),
})

export const causes = z.strictObject({
  nonMedical: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Wordt het verzuim vooral door niet-medische factoren bepaald?',
      en: 'Is the absence mainly due to non-medical factors?',
    },
    help: {
      nl: 'Alleen de uitkomst: welke factoren het zijn, wordt niet gevraagd.',
      en: 'Only the outcome: which factors they are is not asked.',
    },
  }),
  multipleProblems: yesNo({
    tier,
    answeredBy,
    question: { nl: 'Spelen er meerdere problemen tegelijk?', en: 'Are there several problems at once?' },
    help: {
      nl: 'Alleen de uitkomst: welke problemen het zijn, wordt niet gevraagd.',
      en: 'Only the outcome: which problems they are is not asked.',
    },
  }),
})
