/** A part of the page, drawn from data. */
export interface Part {
  readonly key: string
  /** What it is drawn from: plain data. It is drawn again when this is other than it was. */
  readonly from: unknown
  readonly draw: () => HTMLElement
}

interface Kept {
  readonly text: string
  readonly node: HTMLElement
}

/**
 * Keeps the children of a place as the parts say, and touches only those that changed: what was unfolded stays so, and
 * a key stroke costs no more than what it changes. With `mark`, parts that are new or other get the class `changed`.
 */
export function keepNodes(place: HTMLElement): (parts: readonly Part[], mark?: boolean) => void {
  let kept: ReadonlyMap<string, Kept> = new Map()
  return (parts, mark = false) => {
    const after = new Map<string, Kept>()
    for (const part of parts) {
      const old = kept.get(part.key)
      const text = JSON.stringify(part.from) ?? ''
      after.set(part.key, old?.text === text ? old : { text, node: drawn(part, old, mark) })
    }
    kept = after
    arrange(
      place,
      [...after.values()].map(({ node }) => node),
    )
  }
}

function drawn(part: Part, old: Kept | undefined, marked: boolean): HTMLElement {
  const node = part.draw()
  if (marked) node.classList.add('changed')
  const open = [...(old?.node.querySelectorAll('details') ?? [])].map((one) => one.open)
  const folds = node instanceof HTMLDetailsElement ? [node] : [...node.querySelectorAll('details')]
  const wasOpen = old?.node instanceof HTMLDetailsElement ? [old.node.open] : open
  folds.forEach((one, index) => {
    if (wasOpen[index] !== undefined) one.open = wasOpen[index]
  })
  return node
}

/** Moves no node that stands where it should: a node that moves loses its focus. */
function arrange(place: HTMLElement, nodes: readonly HTMLElement[]): void {
  for (const child of [...place.children]) if (!nodes.includes(child as HTMLElement)) child.remove()
  nodes.forEach((node, index) => {
    if (place.children[index] !== node) place.insertBefore(node, place.children[index] ?? null)
  })
}
