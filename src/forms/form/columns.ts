import type { RuleSet } from '../../core/rules/rule-set'
import type { FactType, Text } from '../../core/snapshot/fact'
import { type AnswerCode, pickCodes, valueCodes } from './answer-codes'
import type { FormQuestion } from './form'
import { COLUMN_TITLES } from './form-words'

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
  services: ['on'],
  document: ['on'],
}
const OPTIONAL = ['recoveredOn']

/** The parts of a list's items; `flags` are the questions asked of each item, `fixed` makes the rest read-only. */
export function columnsOf(
  list: FormQuestion,
  flags: readonly FormQuestion[],
  fixed: boolean,
  ruleSet: RuleSet,
): readonly Column[] {
  const pick = (key: string, codes: readonly AnswerCode[]): Column => ({
    key,
    title: COLUMN_TITLES[key] ?? { nl: key, en: key },
    required: true,
    codes,
    readOnly: fixed,
  })
  return [
    ...(list.type === 'document' ? [pick('type', valueCodes(list))] : []),
    ...(list.type === 'services'
      ? [
          pick(
            'service',
            ruleSet.services.map(({ id, title }) => ({ value: id, label: title })),
          ),
        ]
      : []),
    ...(DAYS[list.type] ?? []).map((key) => ({
      key,
      title: COLUMN_TITLES[key] ?? { nl: key, en: key },
      required: !OPTIONAL.includes(key),
      readOnly: fixed,
    })),
    ...flags.map((flag) => ({
      key: flag.fact.slice(list.fact.length + 1),
      title: flag.question,
      required: false,
      codes: pickCodes(flag),
      readOnly: false,
    })),
  ]
}
