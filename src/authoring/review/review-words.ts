import type { Approver } from '../../core/rules/approvals-document'
import type { Locale, UnknownWord } from '../../core/snapshot/fact'
import type { Standing } from './rule-digest'

/** What a review pack says that the rule set does not. */
export interface ReviewWords {
  readonly title: (checklist: string) => string
  readonly intro: readonly string[]
  readonly howTo: string
  readonly standing: (approved: number, changed: number, unseen: number) => string
  readonly state: Readonly<Record<Standing['state'], string>>
  readonly approvedBy: (role: string, pseudonym: string, day: string) => string
  readonly approver: Readonly<Record<Approver, string>>
  readonly headings: {
    readonly asks: string
    readonly rule: (number: number, of: number) => string
    readonly says: string
    readonly reader: string
    readonly asQuestion: string
    readonly passage: string
    readonly choices: string
    readonly relations: string
    readonly cases: string
    readonly judgement: string
    readonly whole: string
    readonly note: string
  }
  readonly cases: Readonly<Record<'met' | 'not-met' | 'open', string>>
  readonly noCases: string
  readonly advice: string
  readonly because: string
  readonly ruleSilent: string
  /** Met, and nothing of it to see: what it takes away is not in the advice. */
  readonly ruleUnseen: string
  readonly ruleWaits: string
  readonly besides: string
  readonly more: (count: number) => string
  readonly unasked: string
  readonly mark: string
  readonly choice: (value: string, least: string, most: string) => string
  readonly heldBy: string
  readonly waivedBy: string
  readonly waives: string
  readonly covers: string
  readonly coveredBy: string
  readonly agree: string
  readonly change: string
  readonly unclear: string
  readonly remark: string
  readonly missing: string
  readonly reviewer: string
  readonly day: string
  readonly signed: string
  readonly afterwards: string
  readonly inWeek: (week: number, day: string) => string
  readonly onDay: (day: string) => string
  readonly unknown: Readonly<Record<UnknownWord, string>>
  readonly nothing: string
  readonly illSince: (day: string) => string
  readonly fitOn: (day: string) => string
  readonly until: (day: string) => string
  readonly by: (day: string) => string
  readonly serviceState: Readonly<Record<string, string>>
}

const DUTCH: ReviewWords = {
  title: (checklist) => `Ter beoordeling: ${checklist}`,
  intro: [
    'Dit zijn de regels van één checklist, zoals de software ze uitvoert. De zinnen zijn uit de regelbestanden zelf gemaakt; er staat dus precies wat er gebeurt. Bij elke regel staan de bron, een paar gevallen met het advies dat eruit volgt, en ruimte voor uw oordeel.',
    'Een onbekend antwoord telt nooit als nee: dan blijft de dienst mogelijk en wordt ernaar gevraagd. Wat een regel aanraadt is een advies; een mens beslist.',
  ],
  howTo:
    'Kruis bij elke regel aan of u het eens bent, iets zou wijzigen, of niet kunt zien wat er staat. Schrijf bij een wijziging wat er zou moeten staan en waar dat op berust. Vul geen namen in: een rol en een pseudoniem zijn genoeg.',
  standing: (approved, changed, unseen) =>
    approved + changed === 0
      ? `Nog niemand heeft met een van deze ${unseen} regels ingestemd.`
      : `Van deze ${approved + changed + unseen} regels: ${approved} met instemming, ${changed} veranderd sinds de instemming, ${unseen} nog door niemand beoordeeld.`,
  state: {
    approved: 'Met instemming',
    changed: 'Veranderd sinds de instemming',
    unseen: 'Nog door niemand beoordeeld',
  },
  approvedBy: (role, pseudonym, day) => `${role} ${pseudonym}, ${day}`,
  approver: {
    'labour-expert': 'arbeidsdeskundige',
    'occupational-physician': 'bedrijfsarts',
    'insurance-physician': 'verzekeringsarts',
    lawyer: 'jurist',
  },
  headings: {
    asks: 'Wat er wordt gevraagd',
    rule: (number, of) => `Regel ${number} van ${of}`,
    says: 'Wat de regel zegt',
    reader: 'Wat de lezer van het advies te zien krijgt',
    asQuestion: 'Zolang het nog een vraag is',
    passage: 'Waar dat op berust',
    choices: 'Wat een organisatie anders kan kiezen',
    relations: 'Hoe dit met andere regels en diensten samenhangt',
    cases: 'Gevallen',
    judgement: 'Uw oordeel',
    whole: 'De checklist als geheel',
    note: 'Toelichting van de schrijver',
  },
  cases: { met: 'De regel geldt', 'not-met': 'De regel geldt niet', open: 'De regel is nog open' },
  noCases: 'Bij deze regel is geen geval gevonden.',
  advice: 'Advies in dit geval',
  because: 'Deze regel zegt daarbij',
  ruleSilent: 'Deze regel speelt hier geen rol.',
  ruleUnseen: 'De regel geldt. Wat hij laat vervallen, staat niet in het advies.',
  ruleWaits: 'Of deze regel geldt, hangt nog van een antwoord af.',
  besides: 'Verder bekend',
  more: (count) => `Nog ${count} vragen zijn beantwoord; laat men er een weg, welke ook, dan blijft de stap dezelfde.`,
  unasked: 'Niet gevraagd',
  mark: 'kenmerk',
  choice: (value, least, most) => `nu ${value}; te kiezen van ${least} tot en met ${most}`,
  heldBy: 'Kan worden aangehouden door',
  waivedBy: 'Vervalt door',
  waives: 'Laat vervallen',
  covers: 'maakt overbodig',
  coveredBy: 'wordt overbodig door',
  agree: 'eens',
  change: 'wijzigen',
  unclear: 'niet duidelijk',
  remark: 'Opmerking, of wat er zou moeten staan',
  missing: 'Ontbreekt er een situatie, een dienst of een uitzondering?',
  reviewer: 'Rol en pseudoniem',
  day: 'Dag',
  signed: 'Wie dit heeft beoordeeld',
  afterwards:
    'Wie de regels bijhoudt, legt een instemming vast met `verwijswijzer approve REGEL --as ROL:PSEUDONIEM --on DAG`. Verandert de regel daarna, dan meldt `verwijswijzer check` dat.',
  inWeek: (week, day) => `Week ${week} van het verzuim, ${day}.`,
  onDay: (day) => `${day[0]?.toUpperCase()}${day.slice(1)}, geen verzuim of niet bekend sinds wanneer.`,
  unknown: {
    unknown: 'niet bekend',
    'unknown:not-applicable': 'niet van toepassing',
    'unknown:refused': 'liever niet gezegd',
  },
  nothing: 'geen',
  illSince: (day) => `ziek sinds ${day}`,
  fitOn: (day) => `tot de eerste hersteldag ${day}`,
  until: (day) => `tot en met ${day}`,
  by: (day) => `uiterlijk ${day}`,
  serviceState: { delivered: 'geleverd', requested: 'aangevraagd', planned: 'gepland', declined: 'afgewezen' },
}

const ENGLISH: ReviewWords = {
  title: (checklist) => `For review: ${checklist}`,
  intro: [
    'These are the rules of one checklist, as the software carries them out. The sentences are made from the rule files themselves, so that they say exactly what happens. With each rule stand its source, a few cases with the advice that follows, and room for your judgement.',
    'An unknown answer never counts as no: the service then stays possible, and is asked about. What a rule recommends is advice; a person decides.',
  ],
  howTo:
    'Tick for each rule whether you agree, would change something, or cannot see what it says. With a change, write what it should say and what that rests on. Fill in no names: a role and a pseudonym are enough.',
  standing: (approved, changed, unseen) =>
    approved + changed === 0
      ? `Nobody has approved of any of these ${unseen} rules yet.`
      : `Of these ${approved + changed + unseen} rules: ${approved} approved, ${changed} changed since they were, ${unseen} reviewed by nobody yet.`,
  state: { approved: 'Approved', changed: 'Changed since it was approved', unseen: 'Reviewed by nobody yet' },
  approvedBy: (role, pseudonym, day) => `${role} ${pseudonym}, ${day}`,
  approver: {
    'labour-expert': 'labour expert',
    'occupational-physician': 'occupational physician',
    'insurance-physician': 'insurance physician',
    lawyer: 'lawyer',
  },
  headings: {
    asks: 'What is asked',
    rule: (number, of) => `Rule ${number} of ${of}`,
    says: 'What the rule says',
    reader: 'What the reader of the advice is shown',
    asQuestion: 'While it is still a question',
    passage: 'What that rests on',
    choices: 'What an organisation can choose otherwise',
    relations: 'How this hangs together with other rules and services',
    cases: 'Cases',
    judgement: 'Your judgement',
    whole: 'The checklist as a whole',
    note: 'Note of the author',
  },
  cases: { met: 'The rule is met', 'not-met': 'The rule is not met', open: 'The rule is still open' },
  noCases: 'No case was found for this rule.',
  advice: 'Advice in this case',
  because: 'This rule says to that',
  ruleSilent: 'This rule plays no part here.',
  ruleUnseen: 'The rule is met. What it waives is not in the advice.',
  ruleWaits: 'Whether this rule is met still depends on an answer.',
  besides: 'Known besides',
  more: (count) => `${count} more questions are answered; without any one of them the step stays the same.`,
  unasked: 'Not asked',
  mark: 'mark',
  choice: (value, least, most) => `${value} now; from ${least} to ${most} can be chosen`,
  heldBy: 'Can be held by',
  waivedBy: 'Waived by',
  waives: 'Waives',
  covers: 'makes superfluous',
  coveredBy: 'is made superfluous by',
  agree: 'agree',
  change: 'change',
  unclear: 'not clear',
  remark: 'Remark, or what it should say',
  missing: 'Is a situation, a service or an exception missing?',
  reviewer: 'Role and pseudonym',
  day: 'Day',
  signed: 'Who reviewed this',
  afterwards:
    'Whoever keeps the rules records an approval with `verwijswijzer approve RULE --as ROLE:PSEUDONYM --on DAY`. If the rule changes after that, `verwijswijzer check` says so.',
  inWeek: (week, day) => `Week ${week} of the absence, ${day}.`,
  onDay: (day) => `${day}, no absence or not known since when.`,
  unknown: {
    unknown: 'not known',
    'unknown:not-applicable': 'not applicable',
    'unknown:refused': 'rather not said',
  },
  nothing: 'none',
  illSince: (day) => `ill since ${day}`,
  fitOn: (day) => `until the first day fit again ${day}`,
  until: (day) => `until ${day}`,
  by: (day) => `at latest ${day}`,
  serviceState: { delivered: 'delivered', requested: 'requested', planned: 'planned', declined: 'declined' },
}

export const REVIEW_WORDS: Readonly<Record<Locale, ReviewWords>> = { nl: DUTCH, en: ENGLISH }
