import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The one file that remembers something between calls. */
const CACHE = 'core/cache.ts'

/** Methods that change a collection, an array or typed memory. */
const CHANGES = new Set(
  'set add delete clear push pop shift unshift splice sort reverse fill copyWithin register'.split(' '),
)

/** Of core/cache.ts: what lives as long as the module that calls it. */
const LASTS = new Set(['memo', 'lru'])

/** `file: name` of what a module holds at its top and changes later, or could. */
function stateIn(file: string, source: string): readonly string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const held = new Map<string, ts.Expression | undefined>()
  const found: string[] = []
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0
    for (const { name, initializer } of statement.declarationList.declarations) {
      for (const bound of boundNames(name)) {
        if (!isConst) found.push(bound)
        held.set(bound, initializer)
      }
      if (initializer && ts.isCallExpression(initializer) && LASTS.has(initializer.expression.getText(tree)))
        found.push(name.getText(tree))
      if (initializer && (isMemory(initializer) || (isExported(statement) && isEmpty(initializer))))
        found.push(name.getText(tree))
    }
  }
  const visit = (node: ts.Node): void => {
    const changed = changedBy(node)
    if (changed !== undefined && held.has(changed)) found.push(changed)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return [...new Set(found)].map((name) => `${file}: ${name}`)
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}

/** Made to be written to. */
const isMemory = (node: ts.Expression): boolean =>
  ts.isNewExpression(node) &&
  /^Weak(Map|Set)$|Array$|^ArrayBuffer$|^QuickLRU$|^DataView$/.test(node.expression.getText())

/** A collection without anything in it, which another module may fill. */
const isEmpty = (node: ts.Expression): boolean =>
  ts.isNewExpression(node) && /^(Map|Set)$/.test(node.expression.getText()) && (node.arguments ?? []).length === 0

const isExported = (statement: ts.VariableStatement): boolean =>
  (statement.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The name at the root of what a node changes. */
function changedBy(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return CHANGES.has(node.expression.name.text) ? rootOf(node.expression.expression) : undefined
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
    return assigns && !ts.isIdentifier(node.left) ? rootOf(node.left) : undefined
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const counts = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken
    return counts && !ts.isIdentifier(node.operand) ? rootOf(node.operand) : undefined
  }
  return ts.isDeleteExpression(node) ? rootOf(node.expression) : undefined
}

function rootOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return rootOf(node.expression)
  return ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)
    ? rootOf(node.expression)
    : undefined
}

const SRC = join(import.meta.dirname, '../../src')

describe('what modules remember', () => {
  it('is in core/cache.ts and nowhere else', () => {
    const files = (readdirSync(SRC, { recursive: true }) as string[])
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && file !== CACHE)
    const found = files.flatMap((file) => stateIn(file, readFileSync(join(SRC, file), 'utf8')))
    expect(found.sort()).toEqual([])
  })

  it.each([
    ['let last = 0'],
    ['let last: string | undefined\nexport const other = 1'],
    ['export const known = new Map<string, number>()'],
    ['const known = new Map<string, number>()\nexport const put = (n: number) => known.set(String(n), n)'],
    ['const known = new WeakMap<object, number>()'],
    ['const numbers: number[] = []\nexport const keep = (n: number) => numbers.push(n)'],
    ['const numbers = [1]\nexport function keep() { numbers[0] = 2 }'],
    ['const row = { numbers: [], length: 0 }\nexport function keep() { row.length++ }'],
    ['const row = { numbers: [1] }\nexport function keep() { (row.numbers as number[])[0] = 2 }'],
    ['const bytes = new Int32Array(4)'],
    ['const known = memo((one: number) => one)'],
    ['const known = lru<string, number>(3)'],
    ['const known = new Map([[1, 2]])\nexport const keep = () => known.set(2, 3)'],
    ['const row = { a: 1 }\nexport const drop = () => delete row.a'],
  ])('is found: %s', (source) => {
    expect(stateIn('planted.ts', source)).toHaveLength(1)
  })

  it.each([
    ['const NAMES = ["a"]\nexport const has = (name: string) => NAMES.includes(name)'],
    ['const BY_ID = new Map([[1, 2]])\nexport const find = (id: number) => BY_ID.get(id)'],
    ['export function count() { let n = 0; const all = []; n++; all.push(n); return all }'],
    ['const of = perRuleSet((rules: object) => new Map())'],
  ])('is not what a call has for itself: %s', (source) => {
    expect(stateIn('planted.ts', source)).toEqual([])
  })
})
