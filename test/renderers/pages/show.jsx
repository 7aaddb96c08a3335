import { createRoot } from 'react-dom/client'
import { triageSync } from 'verwijswijzer'

/** Shows a form; `window.answers` is what it holds, and `window.readBack` what comes of that in the package. */
export function show(form, read) {
  window.readBack = () => {
    const parsed = read(JSON.parse(JSON.stringify(window.answers())), { audience: 'full' })
    return parsed.ok ? { ...parsed, advice: triageSync(parsed.snapshot, { audience: 'full' }) } : parsed
  }
  if (form) createRoot(document.getElementById('form')).render(form)
}
