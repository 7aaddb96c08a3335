import type { Operator, RuleEvent } from '../../core/rules/document'
import type { Basis, Parameter } from '../../core/rules/parameter'
import type { Service } from '../../core/rules/rule-set'
import type { Role, Tier } from '../../core/snapshot/fact'

/** Everything the pages say that the rule set does not. Names and values arrive as markup. */
export interface DocsWords {
  readonly language: string
  readonly headings: Readonly<Record<DocsHeading, string>>
  readonly columns: Readonly<Record<DocsColumn, string>>
  readonly basis: Readonly<Record<Basis, string>>
  readonly tier: Readonly<Record<Tier, string>>
  readonly role: Readonly<Record<Role, string>>
  readonly kind: Readonly<Record<Service['kind'], string>>
  readonly event: Readonly<Record<RuleEvent['type'], string>>
  readonly unit: Readonly<Record<Parameter['unit'], string>>
  readonly range: (least: string, most: string) => string
  readonly yes: string
  readonly no: string
  readonly day: string
  /** `a, b or c` */
  readonly or: (items: readonly string[]) => string
  readonly and: (items: readonly string[]) => string
  readonly compare: Readonly<Record<Operator, (value: string) => string>>
  readonly lead: { readonly all: string; readonly any: string; readonly one: string; readonly always: string }
  readonly group: { readonly all: string; readonly any: string }
  readonly parameterFact: (parameter: string, value: string) => string
  readonly duration: (years: number, months: number, weeks: number, days: number) => string
  readonly plus: (first: string, second: string) => string
  readonly asOf: string
  readonly theDay: (label: string) => string
  readonly dayOf: (question: string) => string
  /** Lengths of time after the anchor; undefined is none. */
  readonly window: (from: string | undefined, until: string | undefined, anchor: string) => string
  readonly windowBasis: (basis: string) => string
  readonly whenPassed: Readonly<Record<'overdue' | 'over', string>>
  readonly recommends: (services: string) => string
  readonly needs: (service: string, needs: string) => string
  readonly holds: (services: string, review: string) => string
  readonly waivesServices: (services: string) => string
  readonly waivesRules: (rules: string) => string
  readonly notices: (notice: string) => string
  readonly withHold: (rule: string) => string
  readonly fixedMoment: string
  readonly deadline: (length: string, anchor: string) => string
  readonly deadlineOtherwise: (length: string, anchor: string, basis: string) => string
  readonly deadlineOn: (anchor: string) => string
  readonly deadlineFrom: (length: string) => string
  readonly deadlineOnlyFrom: (length: string, anchor: string) => string
  readonly deadlineUntil: (anchor: string) => string
  /** Periods of wages, of everybody and past the state pension age. */
  readonly dutiesEnd: (period: string, pastPensionAge: string) => string
  readonly pastPensionAge: string
  readonly perhaps: string
  readonly since: (day: string) => string
  readonly chosenBy: Readonly<Record<NonNullable<Parameter['chosenBy']>, string>>
  readonly heldFrom: (day: string) => string
  readonly heldUntil: (day: string) => string
  readonly doneBy: (question: string) => string
  readonly medicalRule: string
  readonly intro: Readonly<Record<DocsPage, string>>
}

export type DocsPage = 'index' | 'services' | 'order' | 'policy' | 'deadlines' | 'sources' | 'coverage' | 'savings'

export type DocsHeading =
  | DocsPage
  | 'checklists'
  | 'questions'
  | 'positive'
  | 'rules'
  | 'servicesCovered'
  | 'outside'
  | 'doubts'
  | 'forWhom'
  | 'dutiesEnd'

export type DocsColumn =
  | 'fact'
  | 'question'
  | 'answers'
  | 'asks'
  | 'tier'
  | 'checklist'
  | 'rules'
  | 'services'
  | 'section'
  | 'citedBy'
  | 'situation'
  | 'leadsTo'
  | 'reason'
  | 'basis'
  | 'sources'
  | 'note'
  | 'value'
  | 'range'
  | 'checkedOn'
  | 'usedBy'
  | 'kind'
  | 'needs'
  | 'recommendedBy'
  | 'heldBy'
  | 'waivedBy'
  | 'publisher'
  | 'nothing'
  | 'library'
  | 'deadline'

/** `a, b of c`: the items with a word before the last. */
export function listed(items: readonly string[], beforeLast: string): string {
  const rest = items.slice(0, -1)
  return [...(rest.length > 0 ? [rest.join(', ')] : []), ...items.slice(-1)].join(` ${beforeLast} `)
}
