import { createAjv, isVisible, Resolve, toDataPath, type UISchemaElement } from '@jsonforms/core'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { LOCALES, UNKNOWN_VALUES } from '../../../src/core/snapshot/fact'
import type { Snapshot } from '../../../src/core/snapshot/snapshot'
import { exportForm, jsonFormDataOf, snapshotFromJsonForm } from '../../../src/index'
import type { JsonFormsControl, JsonFormsLayout } from '../../../src/interop/forms/json-forms-form'
import { asked, asParsed, formSnapshots, UNUSED } from '../../support/form-snapshots'

const RUNS = { seed: 20_260_731, endOnFailure: true, numRuns: 150 }
const ANNOTATIONS = ['x-order', 'x-answered-by', 'x-asked-when']
const WHOLE = [...BASE_FACTS.keys()].filter((id) => id.split('.').length === 2 && !UNUSED.includes(id))

interface Property {
  readonly title: string
  readonly 'x-order': number
  readonly 'x-asked-when'?: object
  readonly properties?: Readonly<Record<string, Property>>
}

function ajv(): Ajv2020 {
  const made = new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
  addFormats.default(made)
  made.addVocabulary(ANNOTATIONS)
  return made
}

const schemaIn = (locale: 'nl' | 'en') => exportForm('json-schema', { audience: 'full', locale }) as unknown as Property
const sectionsOf = ({ properties = {} }: Property) => Object.entries(properties).filter(([, part]) => part.properties)
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const roundTrip = (snapshot: Snapshot) =>
  snapshotFromJsonForm(throughJson(jsonFormDataOf(snapshot, { audience: 'full' })), { audience: 'full' })

describe('the JSON Schema of the form', () => {
  const validator = ajv()
  const validate = validator.compile(schemaIn('nl'))
  const fits = (data: unknown): boolean => validate(data) as boolean

  it('is a valid schema of draft 2020-12, in both languages', () => {
    for (const locale of LOCALES) expect(ajv().validateSchema(schemaIn(locale) as object)).toBe(true)
    expect(schemaIn('nl').title).not.toBe(schemaIn('en').title)
  })

  it('has every question, in order', () => {
    const sections = sectionsOf(schemaIn('en'))
    const order = sections.flatMap(([section, { properties = {} }]) =>
      Object.entries(properties)
        .sort(([, a], [, b]) => a['x-order'] - b['x-order'])
        .map(([name]) => `${section}.${name}`),
    )
    expect(order).toEqual(WHOLE)
    expect(sections.map(([, part]) => part['x-order'])).toEqual(sections.map((_, index) => index + 2))
  })

  it('fits every snapshot, which comes back as it was, and shows what is asked', () => {
    const conditions = sectionsOf(schemaIn('nl')).flatMap(([section, { properties = {} }]) =>
      Object.entries(properties).map(([name, property]) => {
        const condition = property['x-asked-when']
        return [`${section}.${name}`, condition ? validator.compile(condition) : () => true] as const
      }),
    )
    fc.assert(
      fc.property(formSnapshots(), (snapshot) => {
        const data = jsonFormDataOf(snapshot, { audience: 'full' })
        expect(fits(data), JSON.stringify(validate.errors)).toBe(true)
        expect(roundTrip(snapshot)).toEqual(asParsed(snapshot))
        expect(conditions.filter(([, holds]) => holds(data)).map(([fact]) => fact)).toEqual(asked(snapshot))
      }),
      RUNS,
    )
  })

  it.each([
    ['no day of the case', {}],
    ['a day that does not exist', { asOf: '2026-02-30' }],
    ['a value outside the list', { asOf: '2026-07-31', conflict: { status: 'perhaps' } }],
    ['a share above the whole', { asOf: '2026-07-31', absence: { workedShare: 101 } }],
    ['a spell without its first day', { asOf: '2026-07-31', absence: { spells: [{ recoveredOn: '2026-07-01' }] } }],
    [
      'a service that the rule set does not have',
      { asOf: '2026-07-31', process: { services: [{ service: 'spa', on: '2026-07-01' }] } },
    ],
    ['a limitation twice', { asOf: '2026-07-31', health: { criticalLimitations: ['1.1', '1.1'] } }],
    ['a diagnosis', { asOf: '2026-07-31', health: { diagnosis: 'flu' } }],
  ])('does not fit %s', (_name, data) => {
    expect(fits(data)).toBe(false)
  })
})

describe('the form for JSON Forms', () => {
  const { schema, uischema } = exportForm('json-forms', { audience: 'full', locale: 'en' })
  const checker = createAjv()
  const controls = controlsIn(uischema)

  it('has a control for every question, each at a place of the schema', () => {
    expect([...new Set(controls.map(factOf))]).toEqual(['asOf', 'caseId', ...WHOLE])
    for (const { scope } of controls) expect(Resolve.schema(schema, scope, schema)).toBeDefined()
    expect(() => checker.compile(schema)).not.toThrow()
  })

  it('has no control for two kinds of values, nor a box to tick, which cannot say that something is not known', () => {
    for (const { scope } of controls) {
      const at = Resolve.schema(schema, scope, schema) as { readonly type?: unknown; readonly anyOf?: unknown }
      expect(typeof at.type, scope).toBe('string')
      expect(at.type, scope).not.toBe('boolean')
      expect(at.anyOf, scope).toBeUndefined()
      expect(JSON.stringify({ ...at, 'x-asked-when': undefined }), scope).not.toContain('"enum"')
    }
  })

  it('shows what is asked, by its own rules, and gives back the same snapshot', () => {
    fc.assert(
      fc.property(formSnapshots(), (snapshot) => {
        const data = jsonFormDataOf(snapshot, { audience: 'full', format: 'json-forms' })
        const shown = controls.filter((control) => isVisible(control as UISchemaElement, data, '', checker, {}))
        expect([...new Set(shown.map(factOf))]).toEqual(['asOf', 'caseId', ...asked(snapshot)])
        expect(checker.validate(schema, data), JSON.stringify(checker.errors)).toBe(true)
        expect(snapshotFromJsonForm(throughJson(data), { audience: 'full' })).toEqual(asParsed(snapshot))
        expect(checker.validate(schema, jsonFormDataOf(snapshot, { audience: 'full' }))).toBe(true)
      }),
      RUNS,
    )
  })

  it('hides the words once there is a value, and the value once there is a word', () => {
    const shownFor = (data: object) =>
      controls
        .filter(({ scope }) => scope.includes('therapeuticWorkSince'))
        .map((control) => isVisible(control as UISchemaElement, data, '', checker, {}))
    expect(shownFor({})).toEqual([true, true])
    expect(shownFor({ absence: { therapeuticWorkSince: '2026-07-01' } })).toEqual([true, false])
    expect(shownFor({ absence: { therapeuticWorkSince: 'none' } })).toEqual([false, true])
  })

  it('fails every condition while its fact is undefined, so that unknown is never no', () => {
    const conditions = controls.flatMap((control) =>
      (control.rule?.condition.conditions ?? []).map((condition) => ({
        ...condition,
        effect: control.rule?.effect,
        isOwn: toDataPath(condition.scope) === factOf(control),
      })),
    )
    expect(conditions.filter(({ isOwn }) => !isOwn).length).toBeGreaterThan(2)
    for (const { failWhenUndefined, schema, effect, isOwn } of conditions) {
      expect([effect, failWhenUndefined]).toEqual(['HIDE', true])
      if (!isOwn) for (const word of UNKNOWN_VALUES) expect(schema.enum).not.toContain(word)
    }
  })

  it('takes a field that was emptied for one that was not asked', () => {
    const data = { asOf: '2026-07-31', caseId: undefined, absence: { workedShare: undefined, spells: [] } }
    expect(snapshotFromJsonForm(data, { audience: 'full' })).toEqual({
      ok: true,
      snapshot: { asOf: '2026-07-31', absence: { spells: [] } },
    })
  })

  it('tells what is wrong in the language asked for', () => {
    const parsed = snapshotFromJsonForm(
      { asOf: '2026-07-31', absence: { spells: [{}] } },
      { audience: 'full', locale: 'en' },
    )
    expect(parsed).toMatchObject({
      ok: false,
      issues: [{ code: 'missing-key', path: ['absence', 'spells', 0, 'firstDay'] }],
    })
  })
})

/** Every control, each with the rules of the groups around it. */
function controlsIn({ elements, rule }: JsonFormsLayout): JsonFormsControl[] {
  const within = elements.flatMap((element) => ('elements' in element ? controlsIn(element) : [element]))
  return within.map((control) => (rule && !control.rule ? { ...control, rule } : control))
}

const factOf = ({ scope }: JsonFormsControl): string => toDataPath(scope).split('.').slice(0, 2).join('.')
