import * as z from '../../zod'
import { choice, type Text, yesNo } from '../fact'

const answeredBy = ['case-manager', 'employee', 'labour-expert'] as const
const tier = 'employer'

/**
 * The demands of the job in one domain, never the person (cahier-32 3.6; TL-01, TL-02). No instrument is free and valid
 * for somebody who is no expert, so the help gives anchors, and says whose they are: a limit that is named in a source
 * (TL-02, TL-04), or our own choice.
 */
const domain = (question: Text, help: Text) =>
  choice(
    { tier, answeredBy, question, help },
    {
      low: { nl: 'laag', en: 'low' },
      raised: { nl: 'verhoogd', en: 'raised' },
      high: { nl: 'hoog', en: 'high' },
    },
  )

export const PHYSICAL_DOMAINS = [
  'lifting',
  'pushPull',
  'handArm',
  'posture',
  'screenWork',
  'vibration',
  'energetic',
] as const
export const PSYCHOSOCIAL_DOMAINS = ['workPace', 'emotional', 'irregularHours'] as const

export const taskLoad = z.strictObject({
  lifting: domain(
    { nl: 'Hoe zwaar is het tillen en dragen?', en: 'How heavy is the lifting and carrying?' },
    {
      nl: 'Hoog: geregeld 23 kg of meer (norm: NIOSH), of tientallen keren per dag meer dan 10 kg. Verhoogd: dagelijks 10 tot 23 kg, of meer dan 4 kg boven schouderhoogte (arbocatalogi). Laag: zelden meer dan 10 kg. Is er een KIM-score: onder 20 laag, tot 50 verhoogd, vanaf 50 hoog (BAuA). De indeling is onze keuze.',
      en: 'High: 23 kg or more regularly (limit: NIOSH), or more than 10 kg dozens of times a day. Raised: 10 to 23 kg daily, or more than 4 kg above the shoulder (Dutch sector catalogues). Low: seldom more than 10 kg. With a KIM score: below 20 low, up to 50 raised, from 50 high (BAuA). The division is our own choice.',
    },
  ),
  pushPull: domain(
    { nl: 'Hoe zwaar is het duwen en trekken?', en: 'How heavy is the pushing and pulling?' },
    {
      nl: 'Denk aan bedden, rolcontainers, kruiwagens. Hoog: veel kracht en een groot deel van de dag. Verhoogd: dagelijks, met merkbare kracht. Laag: zelden of licht. Onze keuze; met een KIM-score: onder 20 laag, tot 50 verhoogd, vanaf 50 hoog (BAuA).',
      en: 'Think of beds, roll containers, wheelbarrows. High: much force for a large part of the day. Raised: daily, with noticeable force. Low: seldom or light. Our own choice; with a KIM score: below 20 low, up to 50 raised, from 50 high (BAuA).',
    },
  ),
  handArm: domain(
    {
      nl: 'Hoe belastend is het werk voor handen en armen? (steeds dezelfde beweging, knijpen, kracht zetten)',
      en: 'How demanding is the work for hands and arms? (the same movement over and over, gripping, force)',
    },
    {
      nl: 'Hoog: het grootste deel van de dag steeds dezelfde beweging of veel kracht, zoals aan een lopende band. Verhoogd: een paar uur per dag. Laag: afwisselend en licht. Onze keuze; met een KIM-score: onder 20 laag, tot 50 verhoogd, vanaf 50 hoog (BAuA).',
      en: 'High: the same movement or much force for most of the day, as on a production line. Raised: some hours a day. Low: varied and light. Our own choice; with a KIM score: below 20 low, up to 50 raised, from 50 high (BAuA).',
    },
  ),
  posture: domain(
    {
      nl: 'Hoe belastend is de werkhouding? (gebukt, gedraaid, geknield, boven de schouders, lang staan)',
      en: 'How demanding is the posture? (bent, twisted, kneeling, above the shoulders, long standing)',
    },
    {
      nl: 'Hoog: het grootste deel van de dag, zoals een stratenmaker of schilder van plafonds. Verhoogd: een paar uur per dag. Laag: zelden, of vrij af te wisselen. Onze keuze; met een KIM-score: onder 20 laag, tot 50 verhoogd, vanaf 50 hoog (BAuA).',
      en: 'High: most of the day, as a paver or a painter of ceilings. Raised: some hours a day. Low: seldom, or free to vary. Our own choice; with a KIM score: below 20 low, up to 50 raised, from 50 high (BAuA).',
    },
  ),
  screenWork: domain(
    { nl: 'Hoeveel beeldschermwerk is er?', en: 'How much screen work is there?' },
    {
      nl: 'Hoog: meer dan 5 uur per dag, of vaak langer dan 2 uur achtereen zitten (praktijkrichtlijn). Verhoogd: 2 tot 5 uur per dag. Laag: minder dan 2 uur. De grenzen van verhoogd en laag zijn onze keuze.',
      en: 'High: more than 5 hours a day, or often sitting for more than 2 hours at a stretch (guideline from practice). Raised: 2 to 5 hours a day. Low: less than 2 hours. The limits of raised and low are our own choice.',
    },
  ),
  vibration: domain(
    {
      nl: 'Hoeveel trillingen zijn er? (trillend gereedschap, heftruck, vrachtwagen, tractor)',
      en: 'How much vibration is there? (vibrating tools, fork-lift truck, lorry, tractor)',
    },
    {
      nl: 'Hoog: een groot deel van de dag, zoals met een sloophamer of op een heftruck over een slechte vloer. Verhoogd: dagelijks, maar kort. Laag: zelden of nooit. Onze keuze.',
      en: 'High: a large part of the day, as with a demolition hammer or on a fork-lift truck over a bad floor. Raised: daily, but short. Low: seldom or never. Our own choice.',
    },
  ),
  energetic: domain(
    {
      nl: 'Hoe inspannend is het werk voor het hele lichaam? (zweten, buiten adem raken)',
      en: 'How strenuous is the work for the whole body? (sweating, getting out of breath)',
    },
    {
      nl: 'Hoog: het grootste deel van de dag zwaar lichamelijk werk, zoals verhuizen of bestraten. Verhoogd: een paar uur per dag flink doorwerken of veel lopen en trappen. Laag: vooral zittend of rustig. Onze keuze.',
      en: 'High: heavy physical work for most of the day, as moving house or paving. Raised: some hours a day of hard work, or much walking and stairs. Low: mostly sitting or calm. Our own choice.',
    },
  ),
  workPace: domain(
    {
      nl: 'Hoe hoog zijn het werktempo en de werkdruk?',
      en: 'How high are the pace and the pressure of the work?',
    },
    {
      nl: 'Hoog: bijna elke dag te veel werk of een tempo dat vastligt, met weinig regelruimte. Verhoogd: geregeld pieken, daarna is er tijd om bij te komen. Laag: meestal goed te doen. Het gaat om de functie, dus ook om hoe collega’s het vinden. Onze keuze.',
      en: 'High: too much work nearly every day or a pace that is fixed, with little say over it. Raised: regular peaks, with time to recover. Low: mostly fine. It is about the job, so also about what colleagues say. Our own choice.',
    },
  ),
  emotional: domain(
    {
      nl: 'Hoe emotioneel belastend is het werk? (agressie, leed, lastige klanten)',
      en: 'How demanding is the work emotionally? (aggression, suffering, difficult customers)',
    },
    {
      nl: 'Hoog: bijna elke dag, zoals op een spoedeisende hulp of bij incasso. Verhoogd: enkele keren per week. Laag: zelden. Onze keuze.',
      en: 'High: nearly every day, as in an emergency ward or in debt collection. Raised: some times a week. Low: seldom. Our own choice.',
    },
  ),
  irregularHours: domain(
    {
      nl: 'Hoe onregelmatig zijn de werktijden? (nacht, wisseldienst, oproep)',
      en: 'How irregular are the working hours? (nights, rotating shifts, on call)',
    },
    {
      nl: 'Hoog: nachtdiensten of een rooster dat vaak en laat verandert. Verhoogd: wisselende diensten of weekenden volgens een vast rooster. Laag: vaste tijden overdag. Onze keuze.',
      en: 'High: night shifts or a roster that changes often and late. Raised: rotating shifts or weekends by a fixed roster. Low: fixed hours by day. Our own choice.',
    },
  ),
  prolonged: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Duurt de hoge belasting van de functie al een jaar of langer?',
      en: 'Have the demands of the job been high for a year or longer?',
    },
    help: {
      nl: 'Tel jaren in hetzelfde soort werk bij een vorige werkgever mee, voor zover bekend. De bronnen noemen geen grens; een jaar is onze keuze.',
      en: 'Count years in the same kind of work with a former employer, as far as known. The sources name no limit; a year is our own choice.',
    },
  }),
})
