import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { exportForm, fhirResponseOf } from '../../../src/index'

/** What the compiler says of a resource that is written out as one of a type of @types/fhir, unknown keys included. */
function faultsOf(release: 'r4' | 'r5', type: string, resource: object): readonly string[] {
  const name = `${import.meta.dirname}/written-resource.ts`
  const text = `import type { ${type} } from 'fhir/${release}'\nexport const resource: ${type} = ${JSON.stringify(resource)}\n`
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['fhir'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (file) => file === name || fileExists.call(host, file)
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, text, rest[0]) : getSourceFile.call(host, file, ...rest)
  const program = ts.createProgram([name], options, host)
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(name))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const SNAPSHOT = { asOf: '2026-07-31', conflict: { status: 'signal' }, health: { course: 'unknown:refused' } } as const

describe.each([
  ['r4', 'fhir-questionnaire'],
  ['r5', 'fhir-questionnaire-r5'],
] as const)('by the types of FHIR %s', (release, format) => {
  it('the questionnaire is one', () => {
    const questionnaire = exportForm(format, { audience: 'full', locale: 'en' })
    expect(faultsOf(release, 'Questionnaire', questionnaire)).toEqual([])
  })

  it('a response is one', () => {
    const response = fhirResponseOf(SNAPSHOT, { audience: 'full', locale: 'en' })
    expect(faultsOf(release, 'QuestionnaireResponse', response)).toEqual([])
  })

  it('one of the other release, or with a key too many, is not', () => {
    const other = exportForm(release === 'r4' ? 'fhir-questionnaire-r5' : 'fhir-questionnaire', {
      audience: 'full',
      locale: 'en',
    })
    expect(faultsOf(release, 'Questionnaire', { ...other, colour: 'red' })).not.toEqual([])
    expect(faultsOf(release, 'Questionnaire', other).join()).toContain(release === 'r4' ? 'coding' : 'choice')
  })
})
