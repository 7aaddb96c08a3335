import { interview, type Locale, shippedRuleSet } from 'verwijswijzer/browser'
import { advicePanel } from './advice/advice-panel'
import { whatChanged } from './advice/what-changed'
import { heldBy, readCaseFile, saveCaseFile } from './case-file'
import { answeringIn, type CaseState, inLocale, inRole, newCase, withEntry, withHeading } from './case-state'
import { today } from './dates'
import { byId, setText } from './element'
import { headBar } from './head-bar'
import { questionsPanel } from './questions/questions-panel'
import { PAGE_WORDS } from './words/page-words'

/** After this pause in typing, in milliseconds, it is told what changed. */
const PAUSE = 700

const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en')
let state = newCase(today(), { role: 'case-manager', locale: (preferred ?? 'nl') as Locale })
let view = viewOf(state)
let toldOf = view
let pause: ReturnType<typeof setTimeout> | undefined

const questions = questionsPanel(byId('questions'), {
  titleOf: (service) => shippedRuleSet().services.find(({ id }) => id === service)?.title[state.locale] ?? service,
  onEntry: (fact, entry) => change(withEntry(state, fact, entry)),
  onShowAll: () => questions.update(state, view),
})
const advice = advicePanel(byId('advice'), questions.goTo, (forEmployer) => change({ ...state, forEmployer }))

function viewOf(now: CaseState, audience?: 'employer') {
  return interview(now.snapshot, { ...answeringIn(now), ...(audience ? { audience } : {}) })
}

/** Shows the case as it now is. The controls stay as they are: they hold what was just filled in. */
function change(next: CaseState): void {
  state = next
  view = viewOf(state)
  questions.update(state, view)
  advice.update(state, state.forEmployer ? viewOf(state, 'employer') : view, questions.notCounted(state), true)
  clearTimeout(pause)
  pause = setTimeout(tell, PAUSE)
}

function tell(): void {
  const words = PAGE_WORDS[state.locale]
  const notCounted = state.pending.size > 0 ? [words.changes.notCounted] : []
  advice.say([...notCounted, whatChanged(toldOf, view, words)].join(' '))
  toldOf = view
}

/** Shows another case, or the same one to another role or in another language: everything is made anew. */
function show(next: CaseState, message = ''): void {
  const focused = document.activeElement?.id
  state = next
  view = viewOf(state)
  toldOf = view
  clearTimeout(pause)
  advice.say('')
  const words = PAGE_WORDS[state.locale]
  document.documentElement.lang = state.locale
  document.title = words.title
  setText(byId('skip'), words.skip)
  byId('head').replaceChildren(...headBar(state, actions))
  questions.rebuild(state, view)
  advice.update(state, state.forEmployer ? viewOf(state, 'employer') : view, questions.notCounted(state), false)
  setText(byId('file-message'), message)
  if (focused) document.getElementById(focused)?.focus()
}

const mayLose = (): boolean => !state.unsaved || confirm(PAGE_WORDS[state.locale].head.sureToLose)

const actions = {
  locale: (locale: Locale) => show(inLocale(state, locale)),
  role: (role: CaseState['role']) => show(inRole(state, role)),
  consent: (consent: boolean) => show({ ...state, consent }),
  heading: (heading: Parameters<typeof withHeading>[1]): readonly string[] => {
    const next = withHeading(state, heading)
    if (!('snapshot' in next)) return next
    change(next)
    return []
  },
  open: async (file: File) => {
    const { head } = PAGE_WORDS[state.locale]
    const read = readCaseFile(await file.text(), state.locale)
    if (!('asOf' in read)) return setText(byId('file-message'), read.join(' '))
    if (!mayLose()) return
    const { snapshot, lessened } = heldBy(read, answeringIn(state))
    const message = [head.opened(file.name), ...(lessened ? [head.openedWithoutMedical] : [])].join(' ')
    show({ ...state, snapshot, pending: new Map(), unsaved: false }, message)
  },
  save: () => {
    const { head } = PAGE_WORDS[state.locale]
    const { snapshot, lessened } = heldBy(state.snapshot, answeringIn(state))
    const message = [head.saved(saveCaseFile(snapshot)), ...(lessened ? [head.savedWithoutMedical] : [])].join(' ')
    state = { ...state, unsaved: lessened }
    setText(byId('file-message'), message)
  },
  print: () => print(),
  startOver: () => {
    if (mayLose()) show(newCase(today(), state), PAGE_WORDS[state.locale].head.started)
  },
}

addEventListener('beforeunload', (event) => {
  if (state.unsaved) event.preventDefault()
})
// What is certain is printed with its reasons and caveats; of the rest, sources included, what the reader unfolded.
addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('.certain > details:not(.depends)')) {
    if (!fold.open) fold.dataset.unfolded = ''
    fold.open = true
  }
})
addEventListener('afterprint', () => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('#advice details[data-unfolded]')) {
    fold.open = false
    delete fold.dataset.unfolded
  }
})

show(state)
