import type { Citation } from '../../core/advice'
import type { Basis } from '../../core/rules/parameter'
import type { Text } from '../../core/snapshot/fact'

/** One number that the estimate rests on, in its unit, with the place it comes from. */
export interface Assumption {
  readonly default: number
  readonly unit: Text
  /** Inclusive. */
  readonly range: readonly [number, number]
  readonly whole: boolean
  readonly label: Text
  readonly basis: Basis
  readonly source: Citation
  /** Where the report's own figures do not follow from its own inputs. */
  readonly note?: Text
}

const source: Citation = { id: 'cahier-32', section: '4.2.2' }
const basis: Basis = 'practice'
const perDay: Text = { nl: 'euro per werkdag', en: 'EUR per working day' }
const months: Text = { nl: 'maanden', en: 'months' }
const points: Text = { nl: 'procentpunt', en: 'percentage points' }

/** Cahier 32's own numbers, by name. An organisation or a single estimate can set each of them to its own. */
export const ASSUMPTIONS = {
  replacementCostPerDay: {
    default: 200,
    unit: perDay,
    range: [0, 10_000],
    whole: false,
    label: { nl: 'kosten van vervanging', en: 'cost of replacement' },
    basis,
    source,
  },
  workingDaysPerYear: {
    default: 260,
    unit: { nl: 'werkdagen per jaar', en: 'working days a year' },
    range: [1, 366],
    whole: true,
    label: { nl: 'werkdagen, een twaalfde deel per maand', en: 'working days, one twelfth of them a month' },
    basis,
    source,
    note: {
      nl: 'Het rapport noemt 21,7 werkdagen per maand, maar zijn bedragen volgen alleen uit 260/12.',
      en: 'The report writes 21.7 working days a month, but its amounts follow from 260/12 alone.',
    },
  },
  assessmentAfterMonths: {
    default: 3,
    unit: months,
    range: [0, 23],
    whole: true,
    label: { nl: 'verzuim tot het eerdere onderzoek', en: 'absence until the earlier assessment' },
    basis,
    source,
  },
  usualAfterMonths: {
    default: 12,
    unit: months,
    range: [1, 24],
    whole: true,
    label: {
      nl: 'verzuim tot het gebruikelijke onderzoek, rond week 52',
      en: 'absence until the usual assessment, around week 52',
    },
    basis,
    source,
  },
  fallInIncapacity: {
    default: 30,
    unit: points,
    range: [0, 100],
    whole: false,
    label: { nl: 'daling van de arbeidsongeschiktheid', en: 'fall in incapacity' },
    basis,
    source,
    note: {
      nl: 'De dossierstudie vond 30% bij onderzoek na 6 maanden en 33% na 10 tot 12 maanden (4.2.1); het rapport past de eerste toe op 3 maanden en laat het verschil weg.',
      en: 'The file study found 30% for an assessment after 6 months and 33% after 10 to 12 months (4.2.1); the report applies the first to 3 months and leaves the difference out.',
    },
  },
  buildUpPerMonth: {
    default: 10,
    unit: { nl: 'procentpunt per maand', en: 'percentage points a month' },
    range: [1, 100],
    whole: false,
    label: { nl: 'opbouw van de loonwaarde', en: 'build-up of the wage value' },
    basis,
    source,
    note: {
      nl: 'Het rapport schrijft dat de arbeidsongeschiktheid zoveel toeneemt; zijn bedragen rekenen met een afname.',
      en: 'The report writes that the incapacity rises by this much; its amounts count on a fall.',
    },
  },
  immediatelyEffective: {
    default: 56,
    unit: { nl: 'procent van de onderzoeken', en: 'percent of assessments' },
    range: [0, 100],
    whole: false,
    label: { nl: 'onderzoeken die meteen effect hebben', en: 'assessments with immediate effect' },
    basis,
    source,
    note: {
      nl: 'Voor de andere onderzoeken telt het rapport wel een heel nieuw onderzoek als kosten, maar geen besparing.',
      en: 'For the other assessments the report counts a whole new assessment as a cost, but no saving.',
    },
  },
  assessmentCost: {
    default: 1000,
    unit: { nl: 'euro', en: 'EUR' },
    range: [0, 100_000],
    whole: false,
    label: { nl: 'kosten van een arbeidsdeskundig onderzoek', en: 'cost of a labour expert assessment' },
    basis,
    source,
    note: {
      nl: 'Het rapport kondigt twee factoren aan die de kosten verhogen en werkt er één uit, het nieuwe onderzoek.',
      en: 'The report announces two factors that raise the costs and works out one, the new assessment.',
    },
  },
} as const satisfies Readonly<Record<string, Assumption>>

/** A name of what the estimate of Cahier 32 assumes. */
export type AssumptionName = keyof typeof ASSUMPTIONS
export const ASSUMPTION_NAMES = Object.keys(ASSUMPTIONS) as readonly AssumptionName[]

/** What each assumption is in one estimate. */
export type AssumedValues = Readonly<Record<AssumptionName, number>>
