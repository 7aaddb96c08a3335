import type { Locale } from '../../core/snapshot/fact'
import type { MutantWitness } from './explain-survivor'
import type { MutantKind } from './mutant'

/** What is told of mutants. */
export interface MutationWords {
  readonly sum: (killed: number, of: number, equivalent: number, score: string) => string
  readonly failing: (file: string) => string
  readonly unconfirmed: (count: number) => string
  readonly untried: (count: number) => string
  readonly title: (ruleSet: string, fixtures: number) => string
  readonly labels: { readonly lives: string; readonly equivalent: string }
  readonly kind: (kind: MutantKind) => string
  readonly width: number
  readonly made: (made: string, killed: string) => string
  readonly live: (count: number) => string
  readonly equivalent: (count: number) => string
  readonly noCase: string
  readonly inThisCase: (kind: string, of: string) => string
  readonly differs: (kind: MutantWitness['kind']) => string
  readonly withPolicy: (policy: string) => string
  /** The change itself, which names values of the files. */
  readonly change: (text: string) => string
  readonly about: (rule: string, sentence: string) => string
}

const KINDS: Readonly<Record<MutantKind, string>> = {
  operator: 'vergelijking',
  threshold: 'drempel',
  value: 'waarde',
  condition: 'voorwaarde',
  group: 'alle of een',
  window: 'venster',
  service: 'dienst',
  rule: 'regel',
  review: 'opnieuw bezien',
  moment: 'vast moment',
  added: 'toevoeging',
  need: 'vereiste',
  relation: 'samenhang',
  priority: 'volgorde',
  default: 'beleidswaarde',
}

const DIFFERENCES: Readonly<Record<MutantWitness['kind'], string>> = {
  'service-added': 'komt er een dienst bij',
  'window-earlier': 'is het venster eerder',
  'hold-removed': 'wordt er niet meer aangehouden',
  'service-removed': 'vervalt een dienst',
  'window-later': 'is het venster later',
  'hold-added': 'wordt er aangehouden',
  'rule-met-more': 'geldt de regel wel',
  'rule-met-less': 'geldt de regel niet',
  'rule-window-earlier': 'is het venster van de regel eerder',
  'rule-window-later': 'is het venster van de regel later',
  'checklist-positive-more': 'is de checklist wel positief',
  'checklist-positive-less': 'is de checklist niet positief',
  'milestone-more': 'komt er een termijn bij',
  'milestone-less': 'vervalt een termijn',
  review: 'is de dag van opnieuw bezien anders',
  rule: 'geldt de regel',
  advice: 'is het advies anders',
}

const DUTCH: MutationWords = {
  sum: (killed, of, equivalent, score) =>
    `${killed} van ${of} fouten opgemerkt, van ${equivalent} bewezen dat ze niets veranderen: score ${score}%`,
  failing: (file) => `${file} klopt niet met de regels zoals ze zijn, en telt niet mee`,
  unconfirmed: (count) => `${count} voorbeeldgevallen niet bevestigd, tellen niet mee`,
  untried: (count) => `${count} fouten niet geprobeerd: de tijd was op`,
  title: (ruleSet, fixtures) => `kleine fouten in ${ruleSet} tegen ${fixtures} voorbeeldgevallen`,
  labels: { lives: 'niet opgemerkt', equivalent: 'verandert niets' },
  kind: (kind) => KINDS[kind],
  width: 14,
  made: (made, killed) => `${made} gemaakt, ${killed} opgemerkt`,
  live: (count) => `${count} niet opgemerkt`,
  equivalent: (count) => `${count} veranderen niets`,
  noCase: 'er is geen geval gevonden waarin dit iets verandert, en geen bewijs dat het er niet is',
  inThisCase: (kind, of) => `in dit geval ${kind} (${of}):`,
  differs: (kind) => DIFFERENCES[kind],
  withPolicy: (policy) => `met het beleid ${policy}`,
  change: (text) =>
    text
      .replace(/: (without|with|for|covers) /, (_, word: string) => `: ${CHANGES[word]} `)
      .replace(' before ', ' voor '),
  about: (rule, sentence) => `${rule}: “${sentence}”`,
}

const CHANGES: Readonly<Record<string, string>> = {
  without: 'zonder',
  with: 'met',
  for: 'voor',
  covers: 'maakt overbodig',
}

const ENGLISH: MutationWords = {
  sum: (killed, of, equivalent, score) =>
    `${killed} of ${of} mutants killed, ${equivalent} more proved equivalent: score ${score}%`,
  failing: (file) => `${file} fails against the rules as they are, and is not counted`,
  unconfirmed: (count) => `${count} fixtures not confirmed, not counted`,
  untried: (count) => `${count} mutants not tried: the time was over`,
  title: (ruleSet, fixtures) => `mutants of ${ruleSet} against ${fixtures} fixtures`,
  labels: { lives: 'lives     ', equivalent: 'equivalent' },
  kind: (kind) => kind,
  width: 10,
  made: (made, killed) => `${made} made, ${killed} killed`,
  live: (count) => `${count} live`,
  equivalent: (count) => `${count} equivalent`,
  noCase: 'no case was found that it changes, nor a proof that there is none',
  inThisCase: (kind, of) => `${kind} ${of}, in this case:`,
  differs: (kind) => kind,
  withPolicy: (policy) => `with the policy ${policy}`,
  change: (text) => text,
  about: (rule, sentence) => `${rule}: “${sentence}”`,
}

export const MUTATION_WORDS: Readonly<Record<Locale, MutationWords>> = { nl: DUTCH, en: ENGLISH }
