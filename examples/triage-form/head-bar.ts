import type { Locale, Role } from 'verwijswijzer/browser'
import type { CaseState } from './case-state'
import { draftsOn } from './draft'
import { element, setText } from './element'
import { dayInput } from './questions/day-input'
import { PAGE_WORDS } from './words/page-words'

/** What can be done from the head of the page. */
export interface HeadActions {
  readonly locale: (locale: Locale) => void
  readonly role: (role: Role) => void
  readonly consent: (given: boolean) => void
  readonly drafts: (on: boolean) => void
  /** Returns what is wrong with them, in sentences. */
  readonly heading: (heading: { readonly asOf: string; readonly caseId: string }) => readonly string[]
  readonly open: (file: File) => void
  readonly save: () => void
  readonly print: () => void
  readonly startOver: () => void
}

const LANGUAGES: readonly (readonly [Locale, string])[] = [
  ['nl', 'Nederlands'],
  ['en', 'English'],
]

/** The head of the page: language; and folded, who fills in, the day, the file, the draft. */
export function headBar(state: CaseState, actions: HeadActions): readonly HTMLElement[] {
  const words = PAGE_WORDS[state.locale].head
  const problem = element('p', { class: 'problems', id: 'heading-problem', 'aria-live': 'polite' })
  const asOf = dayInput(state.snapshot.asOf, { id: 'as-of', 'aria-describedby': problem.id })
  const caseId = element('input', {
    id: 'case-id',
    type: 'text',
    value: state.snapshot.caseId,
    maxlength: 64,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `case-id-help ${problem.id}`,
  })
  const changeHeading = () => {
    const day = asOf.day()
    setText(problem, (day ? actions.heading({ asOf: day, caseId: caseId.value }) : [words.asOfMissing]).join(' '))
  }
  const choose = element('input', {
    id: 'open-file',
    type: 'file',
    class: 'file',
    accept: '.json,application/json',
    change: () => {
      const [file] = choose.files ?? []
      if (file) actions.open(file)
      choose.value = ''
    },
  })
  return [
    element(
      'div',
      { class: 'title' },
      element('h1', {}, PAGE_WORDS[state.locale].title),
      element(
        'div',
        { class: 'languages', role: 'group', 'aria-label': words.language },
        ...LANGUAGES.map(([locale, name]) =>
          button(name, () => actions.locale(locale), {
            lang: locale,
            'aria-pressed': String(locale === state.locale),
            id: `language-${locale}`,
          }),
        ),
      ),
    ),
    element(
      'details',
      { class: 'settings', id: 'settings' },
      element('summary', {}, words.settings),
      element(
        'div',
        { class: 'controls' },
        labelled(words.role, roleChoice(state, actions)),
        state.role === 'labour-expert' &&
          tick('consent', state.consent, words.consent, (given) => actions.consent(given)),
        labelled(words.asOf, asOf.input, changeHeading),
        labelled(words.caseId, caseId, changeHeading, element('small', { id: 'case-id-help' }, words.caseIdHelp)),
        element(
          'div',
          { class: 'files', role: 'group', 'aria-label': words.file },
          element('label', { class: 'button', for: choose.id }, choose, words.open),
          button(words.save, actions.save, { id: 'save' }),
          button(words.print, actions.print, { id: 'print' }),
          button(words.startOver, actions.startOver, { id: 'start-over' }),
        ),
        tick('keep-draft', draftsOn(), words.keepDraft, (on) => actions.drafts(on)),
      ),
      problem,
    ),
    element('p', { class: 'kept small' }, draftsOn() ? words.kept : words.notKept),
    element('p', { class: 'file-message', id: 'file-message', role: 'status' }),
  ]
}

const button = (text: string, click: () => void, props: Readonly<Record<string, string>>) =>
  element('button', { type: 'button', ...props, click }, text)

const labelled = (label: string, control: HTMLElement, onInput?: () => void, help?: HTMLElement) =>
  element(
    'div',
    { class: 'labelled', ...(onInput ? { input: onInput } : {}) },
    element('label', { for: control.id }, label),
    control,
    help,
  )

function roleChoice({ role, locale }: CaseState, actions: HeadActions): HTMLElement {
  const roles = Object.entries(PAGE_WORDS[locale].head.roles).map(([value, name]) =>
    element('option', { value, selected: value === role }, name),
  )
  const select = element('select', { id: 'role', change: () => actions.role(select.value as Role) }, ...roles)
  return select
}

function tick(id: string, checked: boolean, label: string, change: (on: boolean) => void): HTMLElement {
  const box = element('input', { type: 'checkbox', checked, id })
  box.addEventListener('change', () => change(box.checked))
  return element('label', { class: 'tick' }, box, label)
}
