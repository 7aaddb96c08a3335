import fc from 'fast-check'
import { Fhir } from 'fhir'
import { describe, expect, it } from 'vitest'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { LOCALES } from '../../../src/core/snapshot/fact'
import { exportForm, type FormOptions, fhirResponseOf, snapshotFromFhir } from '../../../src/index'
import type { FhirItem, FhirQuestionnaire, FhirResponse } from '../../../src/interop/forms/fhir-types'
import { enabledItems } from '../../support/fhir-enabled'
import { asked, asParsed, formSnapshots, UNUSED } from '../../support/form-snapshots'

const RUNS = { seed: 20_260_731, endOnFailure: true, numRuns: 100 }
const AS_OF = '2026-07-31'
const WHOLE = [...BASE_FACTS.keys()].filter((id) => id.split('.').length === 2 && !UNUSED.includes(id))
const RELEASES = ['fhir-questionnaire', 'fhir-questionnaire-r5'] as const

const fhir = new Fhir()
/** What the validator says is wrong. It knows R4. */
const faultsOf = (resource: object): readonly unknown[] =>
  fhir
    .validate(structuredClone(resource), { errorOnUnexpected: true })
    .messages.filter(({ severity }) => String(severity) !== 'information')

const flat = (items: readonly FhirItem[]): readonly FhirItem[] =>
  items.flatMap((item) => [item, ...flat(item.item ?? [])])
const itemsOf = ({ item }: FhirQuestionnaire): readonly FhirItem[] => flat(item)
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The facts whose question is enabled. */
const shownIn = (questionnaire: FhirQuestionnaire, response: FhirResponse): string[] => {
  const enabled = enabledItems(questionnaire, response)
  return WHOLE.filter((fact) => enabled.has(fact) && (enabled.has(`${fact}/question`) || isPick(questionnaire, fact)))
}
const isPick = (questionnaire: FhirQuestionnaire, fact: string): boolean =>
  !itemsOf(questionnaire).some(({ linkId }) => linkId === `${fact}/question`)

describe.each(RELEASES)('the form as %s', (format) => {
  const questionnaire = exportForm(format, { audience: 'full', locale: 'en' })

  it('names each item once, and every question of the form', () => {
    const links = itemsOf(questionnaire).map(({ linkId }) => linkId)
    expect(new Set(links).size).toBe(links.length)
    expect(WHOLE.filter((fact) => !links.includes(fact))).toEqual([])
    for (const { linkId } of itemsOf(questionnaire)) expect(linkId).toMatch(/^[\w./-]+$/)
  })

  it('turns on answers that the questionnaire offers, and says how they go together', () => {
    const items = new Map(itemsOf(questionnaire).map((item) => [item.linkId, item]))
    for (const { enableWhen = [], enableBehavior, linkId } of items.values()) {
      if (enableWhen.length > 1) expect(enableBehavior, linkId).toBe('any')
      for (const { question, operator, answerCoding, answerBoolean } of enableWhen) {
        const options = items.get(question)?.answerOption ?? []
        if (operator === 'exists') expect(answerBoolean).toBe(false)
        else expect(options.map(({ valueCoding: { system, code } }) => ({ system, code }))).toContainEqual(answerCoding)
      }
    }
  })

  it('shows what is asked, and gives back the same snapshot', () => {
    fc.assert(
      fc.property(formSnapshots(), (snapshot) => {
        const response = fhirResponseOf(snapshot, { audience: 'full' })
        expect(shownIn(questionnaire, response)).toEqual(asked(snapshot))
        expect(snapshotFromFhir(throughJson(response), { audience: 'full' })).toEqual(asParsed(snapshot))
      }),
      RUNS,
    )
  })
})

describe('the Questionnaire of R4', () => {
  it.each(LOCALES)('has no fault that the validator finds, in %s', (locale) => {
    for (const role of [undefined, 'case-manager', 'occupational-physician'] as const)
      expect(faultsOf(exportForm('fhir-questionnaire', { locale, role }))).toEqual([])
  })

  it('is held against the rules of FHIR: the validator finds what is wrong', () => {
    const questionnaire = exportForm('fhir-questionnaire', { audience: 'full' })
    expect(faultsOf({ ...questionnaire, status: 'ready' })).not.toEqual([])
    expect(faultsOf({ ...questionnaire, questions: [] })).not.toEqual([])
  })
})

describe('the Questionnaire of R5', () => {
  // No validator that is kept up holds R5's definitions. What R5 changed is undone, and the rest is the same as R4's.
  it('differs from that of R4 in two ways only, both R5', () => {
    const older = (item: FhirItem): FhirItem => {
      const { disabledDisplay, ...rest } = item
      if (item.enableWhen) expect(disabledDisplay).toBe('hidden')
      return {
        ...rest,
        ...(item.type === 'coding' ? { type: 'choice' } : {}),
        ...(item.item ? { item: item.item.map(older) } : {}),
      }
    }
    const questionnaire = exportForm('fhir-questionnaire-r5', { audience: 'full' })
    expect(itemsOf(questionnaire).map(({ type }) => type)).not.toContain('choice')
    expect({ ...questionnaire, item: questionnaire.item.map(older) }).toEqual(
      exportForm('fhir-questionnaire', { audience: 'full' }),
    )
  })
})

describe('a QuestionnaireResponse', () => {
  it('has no fault that the validator finds, and survives XML', () => {
    fc.assert(
      fc.property(formSnapshots(), (snapshot) => {
        const response = fhirResponseOf(snapshot, { audience: 'full' })
        expect(faultsOf(response)).toEqual([])
        expect(snapshotFromFhir(fhir.xmlToObj(fhir.objToXml(response)), { audience: 'full' })).toEqual(
          asParsed(snapshot),
        )
      }),
      { ...RUNS, numRuns: 25 },
    )
  })

  it('gives every item the place that the questionnaire gives it', () => {
    const places = (items: readonly { linkId: string; item?: readonly FhirItem[] }[], at = ''): string[] =>
      items.flatMap(({ linkId, item = [] }) => [`${at}>${linkId}`, ...places(item, `${at}>${linkId}`)])
    const all = new Set(places(exportForm('fhir-questionnaire', { audience: 'full' }).item))
    fc.assert(
      fc.property(formSnapshots(), (snapshot) => {
        for (const place of places(fhirResponseOf(snapshot, { audience: 'full' }).item as readonly FhirItem[]))
          expect(all).toContain(place)
      }),
      { ...RUNS, numRuns: 30 },
    )
  })

  it('uses the codes of HL7 where they say the same', () => {
    const response = JSON.stringify(
      fhirResponseOf(
        {
          asOf: AS_OF,
          employment: { olderWorker: true, demandingEnvironment: 'unknown:refused', regime: 'unknown:not-applicable' },
          absence: { workedShare: 'unknown' },
        },
        { audience: 'full' },
      ),
    )
    for (const code of ['"Y"', '"asked-declined"', '"not-applicable"', '"asked-unknown"'])
      expect(response).toContain(code)
  })

  const answer = (linkId: string, ...given: object[]) => ({ linkId, answer: given })
  const response = (...item: object[]) => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: [answer('asOf', { valueDate: AS_OF }), ...item],
  })
  const coding = (fact: string, code: string, system = `urn:x-verwijswijzer:fact:${fact}`) => ({
    valueCoding: { system, code },
  })

  it('is read wherever its groups stand, and without the system of a code', () => {
    const other = response(
      { linkId: 'conflict', item: [answer('conflict.status', { valueCoding: { code: 'signal' } })] },
      answer('absence.spells/otherwise', { valueCoding: { code: 'none' } }),
    )
    expect(snapshotFromFhir(other, { audience: 'full' })).toEqual({
      ok: true,
      snapshot: { asOf: AS_OF, absence: { spells: [] }, conflict: { status: 'signal' } },
    })
  })

  it.each([
    ['another resource', { resourceType: 'Bundle' }, 'wrong-type', ['resourceType']],
    ['a text', 'QuestionnaireResponse', 'wrong-type', ['resourceType']],
    ['an item that the form does not have', response(answer('conflict.state')), 'unknown-key', ['conflict.state']],
    [
      'a code that the list does not have',
      response(answer('conflict.status', coding('conflict.status', 'war'))),
      'unknown-value',
      ['conflict', 'status'],
    ],
    [
      'a code of another list',
      response(answer('conflict.status', coding('', 'signal', 'http://loinc.org'))),
      'unknown-value',
      ['conflict', 'status'],
    ],
    [
      'a year for a day',
      response(answer('process.actionPlanOn', { valueDate: '2026' })),
      'invalid-date',
      ['process', 'actionPlanOn'],
    ],
    [
      'two answers to a question for one',
      response(answer('conflict.status', coding('conflict.status', 'signal'), coding('conflict.status', 'none'))),
      'wrong-type',
      ['conflict', 'status'],
    ],
    [
      'a question that comes twice',
      response(answer('absence.workedShare', { valueDecimal: 1 }), answer('absence.workedShare', { valueDecimal: 2 })),
      'wrong-type',
      ['absence', 'workedShare'],
    ],
    [
      'a value beside a word',
      response(
        answer('absence.workedShare', { valueDecimal: 1 }),
        answer('absence.workedShare/otherwise', { valueCoding: { code: 'unknown' } }),
      ),
      'two-answers',
      ['absence', 'workedShare'],
    ],
    ['no day', { resourceType: 'QuestionnaireResponse', status: 'completed', item: [] }, 'missing-key', ['asOf']],
    ['a response entered in error', { ...response(), status: 'entered-in-error' }, 'unknown-value', ['status']],
    ['a response that was stopped', { ...response(), status: 'stopped' }, 'unknown-value', ['status']],
    ['a response without a status', { ...response(), status: undefined }, 'unknown-value', ['status']],
    [
      'another questionnaire',
      { ...response(), questionnaire: 'http://example.org/Questionnaire/phq-9|1.0' },
      'unknown-value',
      ['questionnaire'],
    ],
    [
      'a yes that is no coding',
      response(answer('signals.employeeAsks', { valueBoolean: true } as never)),
      'wrong-type',
      ['signals', 'employeeAsks'],
    ],
    [
      'a whole number',
      response(answer('absence.workedShare', { valueInteger: 50 } as never)),
      'wrong-type',
      ['absence', 'workedShare'],
    ],
    [
      'a moment for a day',
      response(answer('process.actionPlanOn', { valueDateTime: '2026-03-01T10:00:00Z' } as never)),
      'wrong-type',
      ['process', 'actionPlanOn'],
    ],
    [
      'items within an answer',
      response(
        answer('conflict.status', {
          ...coding('conflict.status', 'none'),
          item: [{ linkId: 'conflict.handling' }],
        } as never),
      ),
      'wrong-type',
      ['conflict', 'status'],
    ],
  ])('refuses %s', (_name, given, code, path) => {
    for (const locale of LOCALES)
      expect(snapshotFromFhir(given, { audience: 'full', locale })).toMatchObject({
        ok: false,
        issues: [{ code, path }],
      })
  })

  it('quotes no medical answer that is wrong', () => {
    const wrong = response(answer('health.course', coding('', 'depression', 'http://snomed.info/sct')))
    const parsed = snapshotFromFhir(wrong, { audience: 'full' })
    expect(parsed.ok).toBe(false)
    expect(JSON.stringify(parsed)).not.toMatch(/depression|snomed/)
  })

  it('never throws, whatever it is given', () => {
    const itemWith = (inner: fc.Arbitrary<unknown>) =>
      fc.record({ linkId: fc.constantFrom(...WHOLE, 'asOf', 'case'), answer: fc.anything(), item: inner })
    const item = itemWith(fc.array(itemWith(fc.anything()), { maxLength: 3 }))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          item.map((one) => response(one)),
        ),
        (given) => {
          expect(typeof snapshotFromFhir(given, { audience: 'full' }).ok).toBe('boolean')
        },
      ),
      { ...RUNS, numRuns: 300 },
    )
  })
})

describe('the form for one reader', () => {
  const links = (options: FormOptions): readonly string[] =>
    itemsOf(exportForm('fhir-questionnaire', options)).map(({ linkId }) => linkId)

  it('asks a case manager nothing medical', () => {
    for (const options of [{ role: 'case-manager' }, { audience: 'employer' }] as const) {
      const facts = links(options).filter((linkId) => BASE_FACTS.get(linkId.replace('/', '.'))?.tier === 'medical')
      expect(facts).toEqual([])
      expect(links(options)).toContain('absence.leaves/from')
    }
    expect(links({ role: 'case-manager' })).not.toContain('absence.leaves/oneCase')
    expect(links({ audience: 'employer' })).toContain('absence.leaves/oneCase')
  })

  it('shows the physician leave that another gave, and asks the cause around it', () => {
    const items = new Map(
      itemsOf(exportForm('fhir-questionnaire', { role: 'occupational-physician' })).map((item) => [item.linkId, item]),
    )
    expect(items.get('absence.leaves/from')?.readOnly).toBe(true)
    expect(items.get('absence.leaves/otherwise')?.readOnly).toBe(true)
    expect(items.get('absence.leaves/oneCase')?.readOnly).toBeUndefined()
    expect([...items.keys()]).not.toContain('absence.spells')
  })

  it('carries no answer that the reader does not get', () => {
    const snapshot = {
      asOf: AS_OF,
      absence: {
        spells: [{ firstDay: '2026-01-05' }],
        leaves: [{ from: '2025-01-01', until: '2025-04-22', oneCase: 'yes' as const }],
      },
      health: { course: 'worsening' as const },
    }
    const options = { audience: 'employer' } as const
    expect(JSON.stringify(fhirResponseOf(snapshot, options))).not.toMatch(/worsening|health/)
    expect(snapshotFromFhir(fhirResponseOf(snapshot, options), { audience: 'full' })).toEqual({
      ok: true,
      snapshot: {
        asOf: AS_OF,
        absence: { spells: [{ firstDay: '2026-01-05' }], leaves: snapshot.absence.leaves },
      },
    })
  })

  it('refuses a reader that does not exist', () => {
    for (const options of [{ role: 'manager' }, { audience: 'all' }, { lang: 'nl' }, null, 5] as unknown[])
      expect(() => exportForm('fhir-questionnaire', options as FormOptions)).toThrow(
        /\[(unknown-value|unknown-option|wrong-type)\]/,
      )
    expect(() => exportForm('fhir' as 'surveyjs', { audience: 'full' })).toThrow(/fhir-questionnaire/)
  })
})
