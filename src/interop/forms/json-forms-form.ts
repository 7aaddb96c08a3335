import type { Locale } from '../../core/snapshot/fact'
import { isCoded, isList, pickCodes, wordCodes } from '../../forms/form/answer-codes'
import { type AskedWhen, excludedBy } from '../../forms/form/form'
import { FORM_WORDS } from '../../forms/form/form-words'
import type { ShownForm, ShownQuestion, ShownSection } from '../../forms/form/shown-form'
import { type JsonSchema, nameOf, oneOf, snapshotSchemaOf, valueAnswer, wordAnswer } from './json-schema-form'

/**
 * What JSON Forms takes: a schema of the data, and a UI schema. The data are a snapshot, in which yes and no are the texts
 * `true` and `false`; see `jsonFormDataOf` and `snapshotFromJsonForm`.
 */
export interface JsonFormsForm {
  readonly schema: JsonSchema
  readonly uischema: JsonFormsLayout
}

export interface JsonFormsLayout {
  readonly type: 'VerticalLayout' | 'Group'
  readonly label?: string
  readonly elements: readonly (JsonFormsLayout | JsonFormsControl)[]
  readonly rule?: JsonFormsRule
}

export interface JsonFormsControl {
  readonly type: 'Control'
  readonly scope: string
  readonly label: string
  readonly rule?: JsonFormsRule
}

/** Hides a question that is known not to matter. A fact that is not there makes no condition true: unknown is never no. */
export interface JsonFormsRule {
  readonly effect: 'HIDE'
  readonly condition: { readonly type: 'OR'; readonly conditions: readonly JsonFormsCondition[] }
}

export interface JsonFormsCondition {
  readonly scope: string
  readonly schema: JsonSchema
  readonly failWhenUndefined: true
}

export function jsonFormsForm(form: ShownForm): JsonFormsForm {
  const { locale, sections } = form
  return {
    schema: withBranches(form),
    uischema: {
      type: 'VerticalLayout',
      elements: [
        {
          type: 'Group',
          label: FORM_WORDS.case[locale],
          elements: (['asOf', 'caseId'] as const).map((key) => ({
            type: 'Control',
            scope: `#/properties/${key}`,
            label: FORM_WORDS[key][locale],
          })),
        },
        ...sections.map(({ title, questions }) => ({
          type: 'Group' as const,
          label: title[locale],
          elements: questions.flatMap((question) => elementsOf(question, locale)),
        })),
      ],
    },
  }
}

/** Where the two kinds of answers to a question stand in the schema of its section. */
const VALUES = 'anyOf/0/'
const WORDS = 'anyOf/1/'

/**
 * JSON Forms has no control for "a day, or one of these words", and for "yes, no, or one of these words" a box to tick,
 * which cannot say that something is not known. It does have one for each of the two kinds, and for a list of texts,
 * and takes a place inside an `anyOf` of a section for the same place in the data. So each section says more times what
 * its questions may hold; the last branch fits everything, so that nothing is asked of the data by that.
 */
function withBranches(form: ShownForm): JsonSchema {
  const { locale } = form
  const schema = yesAndNo(snapshotSchemaOf(form), (texts) => ({ anyOf: [{ type: 'boolean' }, texts] }))
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>
  const asTexts = (part: JsonSchema): JsonSchema => yesAndNo(part, (texts) => texts)
  const branch = (questions: readonly ShownQuestion[], part: (question: ShownQuestion) => JsonSchema): JsonSchema => ({
    properties: Object.fromEntries(questions.map((question) => [nameOf(question), asTexts(part(question))])),
  })
  const branchesOf = ({ questions }: ShownSection): object => {
    const mixed = questions.filter((question) => !isCoded(question))
    const chosen = questions.filter(({ type }) => type === 'boolean')
    if (mixed.length + chosen.length === 0) return {}
    const words = (question: ShownQuestion): JsonSchema =>
      isCoded(question) ? oneOf(pickCodes(question), locale) : wordAnswer(question, locale)
    return {
      anyOf: [branch(mixed, (question) => valueAnswer(question, locale)), branch([...mixed, ...chosen], words), {}],
    }
  }
  const sections = form.sections.map((section) => [section.id, { ...properties[section.id], ...branchesOf(section) }])
  return { ...schema, properties: { ...properties, ...Object.fromEntries(sections) } }
}

/**
 * The schema with each value of a choice as a `const`, which JSON Forms goes by, and at every choice among which are yes
 * and no, what is made of the same choice among texts.
 */
function yesAndNo(schema: JsonSchema, made: (texts: JsonSchema) => JsonSchema): JsonSchema {
  const inner = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inner)
    return typeof part === 'object' && part !== null ? yesAndNo(part as JsonSchema, made) : part
  }
  const { type, oneOf: codes } = schema
  if (!Array.isArray(codes)) return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, inner(part)]))
  const { type: _type, oneOf: _codes, ...rest } = schema
  const options = codes as readonly { readonly enum: readonly unknown[]; readonly title: string }[]
  const choice = (value: (code: unknown) => unknown) =>
    options.map(({ enum: [code], title }) => ({ const: value(code), title }))
  if (Array.isArray(type) && type.includes('boolean'))
    return { ...rest, ...made({ type: 'string', oneOf: choice(String) }) }
  return { ...rest, type, oneOf: choice((code) => code) }
}

/** One control, or where a value and a word have one each, the two of which the other is hidden once one is given. */
function elementsOf(question: ShownQuestion, locale: Locale): readonly (JsonFormsLayout | JsonFormsControl)[] {
  const { askedWhen = [], columns, type } = question
  const label = question.question[locale]
  const excluding = askedWhen.map(excluded)
  if (isCoded(question)) {
    const scope = scopeOf(question, type === 'boolean' ? WORDS : '')
    return [{ type: 'Control', scope, label, ...hiddenIn(excluding) }]
  }
  const scope = scopeOf(question, VALUES)
  const held = (schema: JsonSchema): JsonFormsCondition => ({
    scope: scopeOf(question),
    schema,
    failWhenUndefined: true,
  })
  const words = { enum: wordCodes(question).map(({ value }) => value) }
  const value = { label, ...hiddenIn([...excluding, held(words)]) }
  return [
    type === 'document'
      ? {
          type: 'Group',
          ...value,
          elements: columns.map(({ key, title }) => ({
            type: 'Control',
            scope: `${scope}/properties/${key}`,
            label: title[locale],
          })),
        }
      : { type: 'Control', scope, ...value },
    {
      type: 'Control',
      scope: scopeOf(question, WORDS),
      label: `${label} (${FORM_WORDS.otherwise[locale]})`,
      ...hiddenIn([...excluding, held(hasValue(question, words))]),
    },
  ]
}

/** A list that was emptied leaves the words open. */
function hasValue(question: ShownQuestion, words: JsonSchema): JsonSchema {
  if (question.type === 'document') return { type: 'object', minProperties: 1 }
  return isList(question) || question.type === 'choices' ? { type: 'array', minItems: 1 } : { not: words }
}

const scopeOf = (question: ShownQuestion, branch = ''): string => placeOf(question.section, nameOf(question), branch)
const placeOf = (section: string, name: string, branch = ''): string =>
  `#/properties/${section}/${branch}properties/${name}`

const hiddenIn = (conditions: readonly JsonFormsCondition[]): { rule?: JsonFormsRule } =>
  conditions.length === 0 ? {} : { rule: { effect: 'HIDE', condition: { type: 'OR', conditions } } }

function excluded(control: AskedWhen): JsonFormsCondition {
  const [section, name] = control.fact.split('.') as [string, string]
  const values = excludedBy(control).flatMap((value) => (typeof value === 'boolean' ? [value, String(value)] : [value]))
  return { scope: placeOf(section, name), schema: { enum: values }, failWhenUndefined: true }
}
