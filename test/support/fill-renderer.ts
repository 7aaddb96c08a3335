import type { Locator, Page } from 'playwright-core'
import { isUnknownWord } from '../../src/core/snapshot/fact'
import {
  isCoded,
  isList,
  otherwiseCodes,
  pickCodes,
  splitAnswer,
  valueCodes,
  wordCodes,
} from '../../src/forms/form/answer-codes'
import { answerIn, isAsked } from '../../src/forms/form/form'
import { questionsIn } from '../../src/forms/form/form-answers'
import { type ShownQuestion, showForm } from '../../src/forms/form/shown-form'
import type { Snapshot } from '../../src/index'
import type { RendererPage } from './renderers'

/** One part of an item in a list. */
interface Cell {
  readonly key: string
  readonly column: number
  readonly day?: string
  readonly pick?: Pick
}
interface Pick {
  readonly label: string
  readonly value: string
}

/** How somebody answers in one of the renderers: where a fact is, and what hands do there. */
interface Hands {
  readonly day: (page: Page, fact: string, day: string) => Promise<void>
  readonly number: (page: Page, fact: string, value: number) => Promise<void>
  readonly pick: (page: Page, fact: string, pick: Pick) => Promise<void>
  /** A word in place of a value. */
  readonly word: (page: Page, fact: string, pick: Pick) => Promise<void>
  /** Adds an item. */
  readonly item: (page: Page, fact: string, at: number, cells: readonly Cell[]) => Promise<void>
  readonly document: (page: Page, fact: string, cells: readonly Cell[]) => Promise<void>
  readonly ticks: (page: Page, fact: string, picks: readonly Pick[]) => Promise<void>
  /** An empty list, where it is no word. */
  readonly noItems?: (page: Page, fact: string) => Promise<void>
}

export const QUESTIONS = questionsIn(showForm({ audience: 'full' }))

/** The case without what a form does not ask while the rest of it stands. */
export function asAsked(snapshot: Snapshot): Snapshot {
  const asked = QUESTIONS.filter((question) => isAsked(question, snapshot))
  const sections: Record<string, Record<string, unknown>> = {}
  for (const { fact, section } of asked) {
    const answer = answerIn(snapshot, fact)
    if (answer !== undefined) sections[section] = { ...sections[section], [fact.slice(section.length + 1)]: answer }
  }
  return { asOf: snapshot.asOf, ...sections } as Snapshot
}

/** Answers every question as the case has it, from above to below. */
export async function fillRenderer(page: Page, name: RendererPage, snapshot: Snapshot): Promise<void> {
  const hands = HANDS[name]
  await hands.day(page, 'asOf', snapshot.asOf)
  for (const question of QUESTIONS) {
    const answer = answerIn(snapshot, question.fact)
    if (answer !== undefined) await answerWith(hands, page, question, answer)
  }
}

async function answerWith(hands: Hands, page: Page, question: ShownQuestion, answer: unknown): Promise<void> {
  const { fact, type } = question
  const picked = (codes: ReturnType<typeof pickCodes>, value: unknown): Pick => {
    const code = codes.find((one) => one.value === value)
    if (!code) throw new RangeError(`${fact} has no answer ${String(value)}`)
    return { label: code.label.nl, value: String(value) }
  }
  if (isCoded(question)) return hands.pick(page, fact, picked(pickCodes(question), answer))
  const empty = Array.isArray(answer) && answer.length === 0
  if (empty && hands.noItems) return hands.noItems(page, fact)
  if (empty || isUnknownWord(answer) || answer === 'none')
    return hands.word(
      page,
      fact,
      picked(empty ? otherwiseCodes(question) : wordCodes(question), empty ? 'none' : answer),
    )
  if (type === 'date') return hands.day(page, fact, answer as string)
  if (type === 'number') return hands.number(page, fact, answer as number)
  if (!isList(question))
    return hands.ticks(
      page,
      fact,
      (answer as readonly string[]).map((value) => picked(valueCodes(question), value)),
    )
  const cellsOf = (item: Readonly<Record<string, unknown>>): readonly Cell[] =>
    question.columns.flatMap(({ key, codes }, column): readonly Cell[] => {
      const value = item[key]
      if (value === undefined) return []
      return [{ key, column, ...(codes ? { pick: picked(codes, value) } : { day: value as string }) }]
    })
  const items = splitAnswer(question, answer).value as readonly Readonly<Record<string, unknown>>[]
  for (const [at, item] of items.entries()) {
    if (type === 'document') await hands.document(page, fact, cellsOf(item))
    else await hands.item(page, fact, at, cellsOf(item))
  }
}

const byId = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`)

/** Types into a field with a list below it, and takes what it offers. */
async function choose(page: Page, field: Locator, { label }: Pick): Promise<void> {
  await field.click()
  await page.getByRole('option', { name: label, exact: true }).click()
}

// rjsf: `root_section_name`, with a list before it of what the answer is to be.
const rjsf = (fact: string): string => `root_${fact.replaceAll('.', '_')}`
const rjsfCells = async (page: Page, id: string, cells: readonly Cell[]): Promise<void> => {
  for (const { key, day, pick } of cells) {
    const field = byId(page, `${id}_${key}`)
    if (day) await field.fill(day)
    else await field.selectOption({ label: pick?.label ?? '' })
  }
}
const reactJsonschemaForm: Hands = {
  day: (page, fact, day) => byId(page, rjsf(fact)).fill(day),
  number: (page, fact, value) => byId(page, rjsf(fact)).fill(String(value)),
  pick: async (page, fact, { label }) => void (await byId(page, rjsf(fact)).selectOption({ label })),
  word: async (page, fact, { label }) => {
    await byId(page, `${rjsf(fact)}__anyof_select`).selectOption({ index: 1 })
    await page.locator(`select[id="${rjsf(fact)}"]`).selectOption({ label })
  },
  item: async (page, fact, at, cells) => {
    await byId(page, `${rjsf(fact)}__add`).click()
    await rjsfCells(page, `${rjsf(fact)}_${at}`, cells)
  },
  document: (page, fact, cells) => rjsfCells(page, rjsf(fact), cells),
  ticks: async (page, fact, picks) =>
    void (await byId(page, rjsf(fact)).selectOption(picks.map(({ label }) => ({ label })))),
  noItems: async (page, fact) => {
    await byId(page, `${rjsf(fact)}__add`).click()
    await byId(page, `${rjsf(fact)}_0__remove`).click()
  },
}

// JSON Forms: the scope of a control is its id.
const inSection = (fact: string, branch = ''): string => {
  const [section, name] = fact.split('.')
  return name === undefined ? `#/properties/${fact}` : `#/properties/${section}/${branch}properties/${name}`
}
const VALUE = 'anyOf/0/'
const WORD = 'anyOf/1/'
const isYesOrNo = (fact: string): boolean => QUESTIONS.some((one) => one.fact === fact && one.type === 'boolean')
const pickedAt = (fact: string): string => inSection(fact, isYesOrNo(fact) ? WORD : '')
const questionOf = (fact: string): string => QUESTIONS.find((one) => one.fact === fact)?.question.nl ?? ''

const vanillaCells = async (fields: (cell: Cell) => Locator, cells: readonly Cell[]): Promise<void> => {
  for (const cell of cells) {
    if (cell.day) await fields(cell).locator('input').fill(cell.day)
    else
      await fields(cell)
        .locator('select')
        .selectOption(cell.pick?.value ?? '')
  }
}
/** By its class, which stays the same when it comes back after it was hidden. */
const vanilla = (page: Page, scope: string): Locator => page.locator(`.root_${scope.slice(2).replaceAll('/', '_')}`)
const vanillaTable = (page: Page, fact: string): Locator => vanilla(page, inSection(fact, VALUE))
const addInVanilla = (page: Page, fact: string): Promise<void> =>
  vanillaTable(page, fact).locator('header button').click()
const jsonFormsVanilla: Hands = {
  day: (page, fact, day) =>
    vanilla(page, inSection(fact, fact === 'asOf' ? '' : VALUE))
      .locator('input')
      .fill(day),
  number: (page, fact, value) => vanilla(page, inSection(fact, VALUE)).locator('input').fill(String(value)),
  pick: async (page, fact, { value }) =>
    void (await vanilla(page, pickedAt(fact)).locator('select').selectOption(value)),
  word: async (page, fact, { value }) =>
    void (await vanilla(page, inSection(fact, WORD)).locator('select').selectOption(value)),
  item: async (page, fact, at, cells) => {
    await addInVanilla(page, fact)
    const row = vanillaTable(page, fact).locator('tbody tr').nth(at)
    await vanillaCells(({ column }) => row.locator('td').nth(column), cells)
  },
  document: (page, fact, cells) =>
    vanillaCells(({ key }) => vanilla(page, `${inSection(fact, VALUE)}/properties/${key}`), cells),
  ticks: async (page, fact, picks) => {
    for (const [at, { value }] of picks.entries()) {
      await addInVanilla(page, fact)
      await vanillaTable(page, fact).locator('tbody tr').nth(at).locator('select').selectOption(value)
    }
  },
  noItems: async (page, fact) => {
    await addInVanilla(page, fact)
    await vanillaTable(page, fact).locator('tbody button').last().click()
  },
}

const typeDay = async (page: Page, field: Locator, day: string): Promise<void> => {
  await field.locator('[aria-label=Year]').click()
  await page.keyboard.type(day.replaceAll('-', ''))
}
const materialTable = (page: Page, fact: string): Locator =>
  page.locator('table', { has: page.getByRole('heading', { name: questionOf(fact) }) })
const addInMaterial = (page: Page, fact: string): Promise<void> =>
  materialTable(page, fact).locator('thead button').click()
const materialRow = (page: Page, fact: string, at: number): Locator =>
  materialTable(page, fact).locator('tbody tr').nth(at)
const jsonFormsMaterial: Hands = {
  day: (page, fact, day) =>
    typeDay(
      page,
      page.locator(`[aria-labelledby="${inSection(fact, fact === 'asOf' ? '' : VALUE)}-input-label"]`),
      day,
    ),
  number: (page, fact, value) => byId(page, `${inSection(fact, VALUE)}-input`).fill(String(value)),
  pick: (page, fact, pick) => choose(page, byId(page, pickedAt(fact)), pick),
  word: (page, fact, pick) => choose(page, byId(page, inSection(fact, WORD)), pick),
  item: async (page, fact, at, cells) => {
    await addInMaterial(page, fact)
    for (const { column, day, pick } of cells) {
      const cell = materialRow(page, fact, at).locator('td').nth(column)
      if (day) await cell.locator('input').fill(day)
      else if (pick) await choose(page, cell.locator('input, [role=combobox]').first(), pick)
    }
  },
  document: async (page, fact, cells) => {
    for (const { key, day, pick } of cells) {
      const id = `${inSection(fact, VALUE)}/properties/${key}`
      if (day) await typeDay(page, page.locator(`[role=group][aria-labelledby^="${id}"]`), day)
      else if (pick) await choose(page, page.locator(`input[id^="${id}"]`), pick)
    }
  },
  ticks: async (page, _, picks) => {
    for (const { label } of picks) {
      const box = page.getByLabel(label, { exact: true })
      await box.click()
      // Not before it stands: the next one is added to what is there.
      await page.locator('input:checked').and(box).waitFor({ state: 'attached' })
    }
  },
  noItems: async (page, fact) => {
    const question = QUESTIONS.find((one) => one.fact === fact)
    if (question?.type === 'choices') {
      const box = page.getByLabel(valueCodes(question)[0]?.label.nl ?? '', { exact: true })
      await box.click()
      return box.click()
    }
    await addInMaterial(page, fact)
    await materialRow(page, fact, 0).locator('button').last().click()
    await page.getByRole('dialog').getByRole('button').last().click()
  },
}

// SurveyJS: a dot would mean a part of a value.
const survey = (page: Page, fact: string, suffix = ''): Locator =>
  page.locator(`[data-name="${fact.replace('.', '_')}${suffix}"]`)
const surveyCells = async (page: Page, fact: string, at: number, cells: readonly Cell[]): Promise<void> => {
  await survey(page, fact).locator('button.sd-matrixdynamic__add-btn').click()
  const row = survey(page, fact).locator('tbody tr:has(input)').nth(at)
  for (const { column, day, pick } of cells) {
    const cell = row.locator('td').nth(column)
    if (day) await leave(cell.locator('input'), day)
    else if (pick) await choose(page, cell.locator('[role=combobox]').first(), pick)
    // Where somebody is still in a list, the next click only leaves it.
    if (pick) await page.keyboard.press('Tab')
  }
}
const leave = async (field: Locator, text: string): Promise<void> => {
  await field.fill(text)
  await field.blur()
}
const surveyPick = (page: Page, fact: string, { label }: Pick, suffix = ''): Promise<void> =>
  survey(page, fact, suffix).getByText(label, { exact: true }).click()
const surveyjs: Hands = {
  day: (page, fact, day) => leave(survey(page, fact).locator('input'), day),
  number: (page, fact, value) => leave(survey(page, fact).locator('input'), String(value)),
  pick: surveyPick,
  word: (page, fact, pick) => surveyPick(page, fact, pick, '_otherwise'),
  item: surveyCells,
  document: (page, fact, cells) => surveyCells(page, fact, 0, cells),
  ticks: async (page, fact, picks) => {
    for (const pick of picks) await surveyPick(page, fact, pick)
  },
}

// FHIR: an item by its linkId.
const lhcId = (linkId: string, times: string): string => `${linkId}/${times}`
const dutchDay = (day: string): string => day.split('-').reverse().join('/')
const americanDay = (day: string): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`
const lhcForms: Hands = {
  day: (page, fact, day) => lhcDay(page, lhcId(fact, fact === 'asOf' ? '1/1' : '1/1/1'), day),
  number: (page, fact, value) => leave(byId(page, lhcId(fact, '1/1/1')), String(value)),
  pick: (page, fact, pick) => lhcPick(page, byId(page, lhcId(fact, '1/1')), pick),
  word: (page, fact, pick) => lhcPick(page, byId(page, lhcId(`${fact}/otherwise`, '1/1/1')), pick),
  item: async (page, fact, at, cells) => {
    if (at > 0) await page.locator(`[id^="add-${fact}/"]`).last().click()
    for (const { key, day, pick } of cells) await lhcCell(page, `${fact}/${key}`, `1/1/${at + 1}/1`, day, pick)
  },
  document: async (page, fact, cells) => {
    for (const { key, day, pick } of cells) await lhcCell(page, `${fact}/${key}`, '1/1/1/1', day, pick)
  },
  ticks: async (page, fact, picks) => {
    for (const pick of picks) await lhcPick(page, byId(page, lhcId(fact, '1/1/1')), pick)
  },
}
const lhcCell = (page: Page, linkId: string, times: string, day?: string, pick?: Pick): Promise<void> =>
  day ? lhcDay(page, lhcId(linkId, times), day) : lhcPick(page, byId(page, lhcId(linkId, times)), pick as Pick)
async function lhcDay(page: Page, id: string, day: string): Promise<void> {
  const field = byId(page, id).locator('input')
  await field.fill(americanDay(day))
  await field.press('Enter')
}
async function lhcPick(page: Page, field: Locator, { label }: Pick): Promise<void> {
  await field.click()
  await page
    .locator('#lhc-tools-searchResults li')
    .filter({ hasText: new RegExp(`:\\s*${label}$`) })
    .click()
}

const smart = (page: Page, linkId: string): Locator => page.locator(`[data-linkid="${linkId}"]`)
const smartCell = async (page: Page, within: Locator, linkId: string, day?: string, pick?: Pick): Promise<void> => {
  const field = within.locator(`[data-linkid="${linkId}"] input`).first()
  if (day) await leave(field, dutchDay(day))
  else await choose(page, field, pick as Pick)
}
const smartForms: Hands = {
  day: (page, fact, day) => leave(smart(page, fact).locator('input').first(), dutchDay(day)),
  number: (page, fact, value) => leave(smart(page, fact).locator('input').first(), String(value)),
  pick: (page, fact, pick) => choose(page, smart(page, fact).locator('input').first(), pick),
  word: (page, fact, pick) => choose(page, smart(page, `${fact}/otherwise`).locator('input').first(), pick),
  item: async (page, fact, at, cells) => {
    const question = smart(page, `${fact}/question`)
    if (at > 0) await question.getByRole('button', { name: /add/i }).last().click()
    for (const { key, day, pick } of cells) {
      const field = question
        .locator(`[data-test$="-box"][data-linkid="${fact}/${key}"]`)
        .nth(at)
        .locator('input')
        .first()
      if (day) await leave(field, dutchDay(day))
      else if (pick) await choose(page, field, pick)
    }
  },
  document: async (page, fact, cells) => {
    for (const { key, day, pick } of cells)
      await smartCell(page, smart(page, `${fact}/question`), `${fact}/${key}`, day, pick)
  },
  ticks: async (page, fact, picks) => {
    for (const pick of picks) await choose(page, smart(page, fact).locator('input').first(), pick)
  },
}

const HANDS: Readonly<Record<RendererPage, Hands>> = {
  'react-jsonschema-form': reactJsonschemaForm,
  'json-forms-material': jsonFormsMaterial,
  'json-forms-vanilla': jsonFormsVanilla,
  surveyjs,
  'lhc-forms': lhcForms,
  'smart-forms': smartForms,
}
