import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import type { Places } from '../authoring/check/report-text'
import { memo } from '../core/cache'

/** Where things stand in the files of a directory: of a key that is absent, what should hold it. */
export function placesIn(directory: string): Places {
  const read = memo((file: string): { readonly text: string; readonly tree: Node | undefined } => {
    const text = textOf(join(directory, file))
    return { text, tree: treeOf(text) }
  })
  return {
    // A report is read on other systems too.
    pathOf: (file) => join(directory, file).replaceAll('\\', '/'),
    positionOf: ({ file, path }) => {
      const { text, tree } = read(file)
      const node = tree && nearest(tree, path)
      if (!node) return undefined
      const before = text.slice(0, node.offset).split('\n')
      return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    },
  }
}

/** Of a text that is nested deeper than can be read there is no tree, and its faults stand at the file. */
function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function nearest(tree: Node, path: readonly (string | number)[]): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

/** A file that is not there has no lines. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
