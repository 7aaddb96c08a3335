import type { RuleSet } from '../../core/rules/rule-set'
import type { FactType, Text } from '../../core/snapshot/fact'
import { SERVICE_STATES } from '../../core/snapshot/vocabulary/process'
import { type AnswerCode, pickCodes, valueCodes } from './answer-codes'
import type { FormQuestion } from './form'
import { COLUMN_TITLES, STATE_LABELS } from './form-words'

/** One part of the items in a list: a day, or a pick from these codes. */
export interface Column {
  /** Its key in the snapshot. */
  readonly key: string
  readonly title: Text
  readonly required: boolean
  readonly codes?: readonly AnswerCode[]
  /** The role may see it and may not set it. */
  readonly readOnly: boolean
}

const DAYS: Readonly<Partial<Record<FactType, readonly string[]>>> = {
  spells: ['firstDay', 'recoveredOn'],
  leaves: ['from', 'until'],
  document: ['on'],
  services: ['on', 'until'],
  raised: ['on'],
  advises: ['on', 'by'],
}
/** Parts that an item can do without, by type of list and key. */
const OPTIONAL: ReadonlySet<string> = new Set(['spells.recoveredOn', 'services.state', 'services.until', 'advises.by'])
/** The part of a list that names a service. */
const SERVICE_KEYS: Readonly<Partial<Record<FactType, string>>> = {
  services: 'service',
  raised: 'id',
  advises: 'service',
}

const serviceCodes = ({ services }: RuleSet): readonly AnswerCode[] =>
  services.map(({ id, title }) => ({ value: id, label: title }))

const STATE_CODES: readonly AnswerCode[] = SERVICE_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))

/** The parts of a list's items; `flags` are the questions asked of each item, `fixed` makes the rest read-only. */
export function columnsOf(
  list: FormQuestion,
  flags: readonly FormQuestion[],
  fixed: boolean,
  ruleSet: RuleSet,
): readonly Column[] {
  const part = (key: string, codes?: readonly AnswerCode[]): Column => ({
    key,
    title: COLUMN_TITLES[`${list.type}.${key}`] ?? COLUMN_TITLES[key] ?? { nl: key, en: key },
    required: !OPTIONAL.has(`${list.type}.${key}`),
    ...(codes ? { codes } : {}),
    readOnly: fixed,
  })
  const serviceKey = SERVICE_KEYS[list.type]
  return [
    ...(list.type === 'document' ? [part('type', valueCodes(list))] : []),
    ...(serviceKey ? [part(serviceKey, serviceCodes(ruleSet))] : []),
    ...(list.type === 'services' ? [part('state', STATE_CODES)] : []),
    ...(DAYS[list.type] ?? []).map((key) => part(key)),
    ...flags.map((flag) => ({
      key: flag.fact.slice(list.fact.length + 1),
      title: flag.question,
      required: false,
      codes: pickCodes(flag),
      readOnly: false,
    })),
  ]
}
