import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { ROOT } from '../support/run'

it('every public name has a docstring, from which the reference of the API is made', () => {
  const read = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config
  const { options } = ts.parseJsonConfigFileContent(read, ts.sys, ROOT)
  const entries = ['index', 'sync', 'testing', 'authoring'].map((name) => join(ROOT, 'src', `${name}.ts`))
  const program = ts.createProgram(entries, options)
  const checker = program.getTypeChecker()
  const names = entries.flatMap((entry) => {
    const file = program.getSourceFile(entry)
    const module = file && checker.getSymbolAtLocation(file)
    return module ? checker.getExportsOfModule(module) : []
  })
  const isBare = (name: ts.Symbol): boolean => {
    const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name
    return symbol.getDocumentationComment(checker).length === 0
  }
  expect(names.length).toBeGreaterThan(200)
  expect([...new Set(names.filter(isBare).map(({ name }) => name))]).toEqual([])
})
