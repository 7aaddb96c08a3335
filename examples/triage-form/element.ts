type Child = Node | string | undefined | null | false
type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

/** An HTML element. A property that is a function listens to the event of that name; `true` is an empty attribute. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)))
  return made
}

/** What can be unfolded: its line, and what lies beneath it. */
export const fold = (line: string, ...children: readonly Child[]): HTMLDetailsElement =>
  element('details', {}, element('summary', {}, line), ...children)

export const list = (items: readonly (Node | string)[], props: Props = {}): HTMLUListElement =>
  element('ul', props, ...items.map((item) => element('li', {}, item)))

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no element ${id}`)
  return found
}

/** Text as it is, on the element only when it changed: what did not change is not read out again. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text
}
