/**
 * A case system fills the form in: by the fragment of the address (`#case=` and the snapshot as base64url of its JSON),
 * which no server sees and which is taken out of the address at once; or by a message to the window,
 * `{ type: 'verwijswijzer/case', snapshot }`, from an origin that the page names in its meta element `case-origins`.
 */
export function caseInFragment(): string | undefined {
  const found = /^#case=([A-Za-z0-9_-]+)$/.exec(location.hash)
  if (!found?.[1]) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  try {
    const bytes = atob(found[1].replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  } catch {
    return ''
  }
}

const trusted = (): readonly string[] => [
  location.origin,
  ...(document.querySelector<HTMLMetaElement>('meta[name=case-origins]')?.content.split(/\s+/).filter(Boolean) ?? []),
]

/** Calls back with the text of each case that a trusted window sends, and tells the one that opened this of readiness. */
export function onCaseMessage(take: (text: string) => void): void {
  addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
    if (!trusted().includes(origin) || typeof data !== 'object' || data === null) return
    const { type, snapshot } = data as { readonly type?: unknown; readonly snapshot?: unknown }
    if (type === 'verwijswijzer/case') take(JSON.stringify(snapshot) ?? '')
  })
  const other = window.opener ?? (window.parent === window ? undefined : window.parent)
  for (const origin of trusted()) other?.postMessage({ type: 'verwijswijzer/ready' }, origin)
}
