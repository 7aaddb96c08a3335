import { interview, type Locale, type Snapshot } from 'verwijswijzer/browser'
import { heldBy, readCaseFile, saveCaseFile } from './case-file'
import { answeringIn, type CaseState, inLocale, inRole, newCase, withEntry, withHeading } from './case-state'
import { today } from './dates'
import { discardDraft, keepDraft, readDraft, switchDrafts } from './draft'
import { byId, element, setText } from './element'
import { headBar } from './head-bar'
import { caseInFragment, onCaseMessage } from './prefill'
import { answersView } from './views/answers-view'
import { releaseView } from './views/release-view'
import { type ScreenView, type ShownScreen, screenView } from './views/screen-view'
import { servicesView } from './views/services-view'
import { stepPanel } from './views/step-panel'
import { timelineFigure } from './views/timeline-figure'
import { contextOf, type ViewContext } from './views/view-context'
import { PAGE_WORDS } from './words/page-words'

/** After this pause in typing, in milliseconds, a changed step is told to who cannot see it. */
const PAUSE = 700

/**
 * Where the page is. Every move is an entry of the browser's history, so that Back and Forward work; answers are never
 * in it: a place is always drawn from the case as it now is.
 */
type Place =
  | { readonly kind: 'screen'; readonly id: string; readonly facts: readonly string[]; readonly at: number }
  | { readonly kind: 'done' | 'answers' | 'services' | 'release' }

const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en')
const draft = readDraft()
const timeline = timelineFigure()
let state: CaseState = draft
  ? { ...newCase(draft.snapshot.asOf, draft), snapshot: draft.snapshot, consent: draft.consent }
  : newCase(today(), { role: 'case-manager', locale: (preferred ?? 'nl') as Locale })
let context = contextNow()
let place: Place
let screen: ScreenView | undefined
/** Screens that were left with open questions: not put again by themselves. */
let passed: readonly string[] = []
let seen = 0
let toldStep = context.view.advice.next.text
let pause: ReturnType<typeof setTimeout> | undefined

function contextNow(): ViewContext {
  return contextOf(state, interview(state.snapshot, answeringIn(state)))
}

/** The first screen that was not passed over, or the end. */
function nextPlace(): Place {
  const found = context.view.screens.find(({ id }) => !passed.includes(id))
  if (!found) return { kind: 'done' }
  seen += 1
  return { kind: 'screen', id: found.id, facts: found.facts, at: seen }
}

/** Shows the case as it now is. The controls stay as they are: they hold what was just filled in. */
function change(next: CaseState): void {
  state = next
  context = contextNow()
  keepDraft({ ...state, snapshot: heldBy(state.snapshot, answeringIn(state)).snapshot })
  screen?.update(context)
  drawStep()
  clearTimeout(pause)
  pause = setTimeout(tell, PAUSE)
}

function tell(): void {
  const { text } = context.view.advice.next
  if (text !== toldStep) setText(byId('changes'), context.words.step.changed(text))
  toldStep = text
}

function drawStep(): void {
  byId('step-body').replaceChildren(...stepPanel(context))
}

/** Goes to a place, as an entry of the history of its own. */
function go(next: Place): void {
  place = next
  history.pushState({ place, passed, seen }, '', `#/${place.kind === 'screen' ? place.id : place.kind}`)
  draw(true)
}

function draw(focus = false): void {
  const { words } = context
  screen = undefined
  const body = ((): HTMLElement => {
    switch (place.kind) {
      case 'screen': {
        screen = screenView(shownScreen(place), context, {
          onEntry: (fact, entry) => change(withEntry(state, fact, entry)),
          next: () => {
            if (place.kind === 'screen') passed = [...passed, place.id]
            go(nextPlace())
          },
          back: () => history.back(),
        })
        return screen.element
      }
      case 'answers':
        return answersView(context, (fact) => go({ kind: 'screen', id: fact, facts: [fact], at: seen }))
      case 'services':
        return servicesView(context, timeline)
      case 'release':
        return releaseView(context, released)
      case 'done':
        return doneView()
    }
  })()
  byId('body').replaceChildren(body)
  byId('paper').replaceChildren(answersView(context, () => undefined))
  drawStep()
  drawNav()
  document.title = words.title
  if (focus) {
    scrollTo({ top: 0 })
    body.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }
  byId('nav').setAttribute('aria-label', words.nav.label)
  byId('step-title').textContent = words.step.title
}

function shownScreen({ id, facts, at }: Extract<Place, { kind: 'screen' }>): ShownScreen {
  const { view, words } = context
  const open = view.screens.find((one) => one.id === id)
  const left = view.screens.filter((one) => one.id !== id && !passed.includes(one.id)).length
  return {
    title: open?.title ?? words.nav.questions,
    why: open?.why ?? '',
    // What was answered meanwhile stays to be seen; what came to matter is added.
    facts: [...new Set([...facts, ...(open?.facts ?? [])])],
    at: Math.max(at, 1),
    left,
  }
}

function doneView(): HTMLElement {
  const { words, view } = context
  const skipped = view.screens.length > 0
  return element(
    'div',
    { class: 'done-view' },
    element('h2', { tabindex: '-1' }, words.questions.done),
    skipped && element('p', {}, words.questions.skipped),
    element(
      'div',
      { class: 'moves' },
      skipped &&
        element(
          'button',
          {
            type: 'button',
            class: 'main',
            click: () => {
              passed = []
              go(nextPlace())
            },
          },
          words.questions.askAgain,
        ),
      element(
        'button',
        { type: 'button', class: skipped ? '' : 'main', click: () => go({ kind: 'answers' }) },
        words.questions.finish,
      ),
    ),
  )
}

function released(snapshot: Snapshot): void {
  change({ ...state, snapshot })
  draw(true)
  setText(byId('file-message'), context.words.release.done)
}

function drawNav(): void {
  const { words } = context
  const item = (kind: 'questions' | 'answers' | 'services' | 'release', label: string): HTMLElement => {
    const here = kind === 'questions' ? place.kind === 'screen' || place.kind === 'done' : place.kind === kind
    return element(
      'button',
      {
        type: 'button',
        id: `to-${kind}`,
        ...(here ? { 'aria-current': 'page' } : {}),
        click: () => go(kind === 'questions' ? nextPlace() : { kind }),
      },
      label,
    )
  }
  byId('nav').replaceChildren(
    item('questions', words.nav.questions),
    item('answers', words.nav.answers),
    item('services', words.nav.services),
    ...(context.view.advice.toRelease ? [item('release', words.nav.release)] : []),
  )
}

/** Shows another case, or the same one to another role or in another language: everything is made anew. */
function show(next: CaseState, message = '', from: Place | undefined = undefined): void {
  const focused = document.activeElement?.id
  const settingsOpen = document.querySelector<HTMLDetailsElement>('#settings')?.open === true
  state = next
  context = contextNow()
  toldStep = context.view.advice.next.text
  clearTimeout(pause)
  const { words } = context
  document.documentElement.lang = state.locale
  setText(byId('skip'), words.skipToQuestions)
  setText(byId('skip-step'), words.skipToStep)
  setText(byId('changes'), '')
  byId('head').replaceChildren(...headBar(state, actions))
  if (settingsOpen) document.querySelector<HTMLDetailsElement>('#settings')?.setAttribute('open', '')
  keepDraft({ ...state, snapshot: heldBy(state.snapshot, answeringIn(state)).snapshot })
  if (from) place = from
  else {
    passed = []
    seen = 0
    place = nextPlace()
  }
  history.replaceState({ place, passed, seen }, '', `#/${place.kind === 'screen' ? place.id : place.kind}`)
  draw()
  setText(byId('file-message'), message)
  if (focused) document.getElementById(focused)?.focus()
}

/** A case from a file, the address or a case system; what it may not hold for this role is left out. */
function take(text: string, message: string): void {
  const { head } = PAGE_WORDS[state.locale]
  const read = readCaseFile(text, state.locale)
  if (!('asOf' in read)) {
    setText(byId('file-message'), read.join(' '))
    return
  }
  const { snapshot, lessened } = heldBy(read, answeringIn(state))
  show(
    { ...state, snapshot, pending: new Map(), unsaved: false },
    [message, ...(lessened ? [head.openedWithoutMedical] : [])].join(' '),
  )
}

const actions = {
  locale: (locale: Locale) => show(inLocale(state, locale), '', place),
  role: (role: CaseState['role']) => show(inRole(state, role)),
  consent: (consent: boolean) => show({ ...state, consent }),
  drafts: (on: boolean) => {
    switchDrafts(on)
    show(state, '', place)
  },
  heading: (heading: Parameters<typeof withHeading>[1]): readonly string[] => {
    const next = withHeading(state, heading)
    if (!('snapshot' in next)) return next
    change(next)
    return []
  },
  open: async (file: File) => take(await file.text(), PAGE_WORDS[state.locale].head.opened(file.name)),
  save: () => {
    const { head } = PAGE_WORDS[state.locale]
    const { snapshot, lessened } = heldBy(state.snapshot, answeringIn(state))
    const message = [head.saved(saveCaseFile(snapshot)), ...(lessened ? [head.savedWithoutMedical] : [])].join(' ')
    setText(byId('file-message'), message)
  },
  print: () => print(),
  startOver: () => {
    const { head } = PAGE_WORDS[state.locale]
    if (!confirm(head.sureToLose)) return
    discardDraft()
    show(newCase(today(), state), head.started)
  },
}

addEventListener('popstate', ({ state: entry }: PopStateEvent) => {
  const kept = entry as { readonly place?: Place; readonly passed?: readonly string[]; readonly seen?: number } | null
  if (!kept?.place) return
  place = kept.place
  passed = kept.passed ?? []
  seen = kept.seen ?? 0
  draw(true)
})
addEventListener('beforeprint', () => {
  byId('paper').replaceChildren(answersView(context, () => undefined))
})

const given = caseInFragment()
show(state, draft ? context.words.head.restored : '')
if (given !== undefined) take(given, context.words.head.received)
onCaseMessage((text) => take(text, PAGE_WORDS[state.locale].head.received))
