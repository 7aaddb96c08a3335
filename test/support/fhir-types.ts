import { join } from 'node:path'
import ts from 'typescript'

/** What the compiler says of resources that are written out as ones of types of @types/fhir, unknown keys included. */
export function typeFaults(
  release: 'r4' | 'r5',
  resources: readonly { readonly type: string; readonly resource: object }[],
): readonly string[] {
  const name = join(import.meta.dirname, 'written-resources.ts')
  const types = [...new Set(resources.map(({ type }) => type))]
  const text = [
    `import type { ${types.join(', ')} } from 'fhir/${release}'`,
    ...resources.map(({ type, resource }, at) => `export const resource${at}: ${type} = ${JSON.stringify(resource)}`),
  ].join('\n')
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
