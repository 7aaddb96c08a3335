import { type AskedWhen, excludedBy } from '../../forms/form/form'
import { FORM_WORDS } from '../../forms/form/form-words'
import type { ShownForm, ShownQuestion } from '../../forms/form/shown-form'
import { type JsonSchema, nameOf, snapshotSchemaOf } from './json-schema-form'

/** What JSON Forms takes: a schema of the data, which is a snapshot, and a UI schema. */
export interface JsonFormsForm {
  readonly schema: JsonSchema
  readonly uischema: JsonFormsLayout
}

export interface JsonFormsLayout {
  readonly type: 'VerticalLayout' | 'Group'
  readonly label?: string
  readonly elements: readonly (JsonFormsLayout | JsonFormsControl)[]
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
  const control = (question: ShownQuestion): JsonFormsControl => ({
    type: 'Control',
    scope: scopeOf(question.section, nameOf(question)),
    label: question.question[locale],
    ...(question.askedWhen ? { rule: hideWhen(question.askedWhen) } : {}),
  })
  return {
    schema: snapshotSchemaOf(form),
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
          elements: questions.map(control),
        })),
      ],
    },
  }
}

const scopeOf = (section: string, name: string): string => `#/properties/${section}/properties/${name}`

const hideWhen = (askedWhen: readonly AskedWhen[]): JsonFormsRule => ({
  effect: 'HIDE',
  condition: { type: 'OR', conditions: askedWhen.map(excluded) },
})

function excluded(control: AskedWhen): JsonFormsCondition {
  const [section, name] = control.fact.split('.') as [string, string]
  return { scope: scopeOf(section, name), schema: { enum: excludedBy(control) }, failWhenUndefined: true }
}
