import type { Locale } from '../../core/snapshot/fact'
import type { AssumptionUsed } from './estimate-savings'

/** Everything the page says that the estimate does not. Amounts arrive as people write them. */
export interface SavingsWords {
  readonly title: string
  readonly compared: (wage: string, early: string, usual: string) => string
  readonly headings: Readonly<Record<'wage' | 'replacement' | 'costs' | 'assumptions' | 'caveat', string>>
  readonly month: (from: number, until: number) => string
  readonly phase: (points: string, perMonth: string | undefined) => string
  readonly notInReport: string
  readonly noPhase: string
  readonly whenEffective: string
  readonly perEmployee: (percent: string) => string
  readonly perAssessment: string
  readonly costPerEmployee: string
  readonly setBy: Readonly<Record<AssumptionUsed['setBy'], string>>
  readonly instead: (setBy: string, value: string, source: string) => string
}

export const SAVINGS_WORDS: Readonly<Record<Locale, SavingsWords>> = {
  nl: {
    title: 'Mogelijke besparing door eerder arbeidsdeskundig onderzoek',
    compared: (wage, early, usual) =>
      `Bij een dagloon van ${wage}, met onderzoek na ${early} maanden verzuim in plaats van na ${usual}.`,
    headings: {
      wage: 'Loon',
      replacement: 'Vervanging',
      costs: 'Kosten van het onderzoek',
      assumptions: 'Aannames',
      caveat: 'Let op',
    },
    month: (from, until) => (from === until ? `Maand ${from}` : `Maand ${from} tot en met ${until}`),
    phase: (points, perMonth) => `${points}% van de kosten${perMonth ? `, ${perMonth} per maand` : ''}`,
    notInReport: 'dit gemiddelde geeft het rapport niet',
    noPhase: 'De opbouw is voor het gebruikelijke onderzoek nog niet klaar.',
    whenEffective: 'Als het onderzoek meteen effect heeft',
    perEmployee: (percent) => `Gemiddeld per onderzochte werknemer (${percent}%)`,
    perAssessment: 'Per onderzoek',
    costPerEmployee: 'Gemiddeld per werknemer, met heronderzoek',
    setBy: { report: 'rapport', policy: 'beleid', input: 'invoer' },
    instead: (setBy, value, source) => `uit ${setBy}; het rapport neemt ${value} (${source})`,
  },
  en: {
    title: 'What an earlier labour expert assessment may save',
    compared: (wage, early, usual) =>
      `For a daily wage of ${wage}, with an assessment after ${early} months of absence instead of after ${usual}.`,
    headings: {
      wage: 'Wages',
      replacement: 'Replacement',
      costs: 'Costs of the assessment',
      assumptions: 'Assumptions',
      caveat: 'Take note',
    },
    month: (from, until) => (from === until ? `Month ${from}` : `Months ${from} to ${until}`),
    phase: (points, perMonth) => `${points}% of the costs${perMonth ? `, ${perMonth} a month` : ''}`,
    notInReport: 'the report does not give this average',
    noPhase: 'The build-up is not complete before the usual assessment.',
    whenEffective: 'If the assessment has immediate effect',
    perEmployee: (percent) => `On average per employee assessed (${percent}%)`,
    perAssessment: 'Per assessment',
    costPerEmployee: 'On average per employee, with reassessment',
    setBy: { report: 'report', policy: 'policy', input: 'input' },
    instead: (setBy, value, source) => `from ${setBy}; the report takes ${value} (${source})`,
  },
}
