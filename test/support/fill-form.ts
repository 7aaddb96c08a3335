import type { Page } from 'playwright-core'
import { BASE_FACTS, type Snapshot } from '../../src/index'

type Item = Readonly<Record<string, string>>

/** The box of the question about a fact. */
export const boxOf = (fact: string): string => `#q-${fact.replaceAll('.', '-')}`

/** Fills in, with mouse and keys, the answers that have a question on the page. Gives the facts that were filled in. */
export async function fillIn(page: Page, snapshot: Snapshot): Promise<readonly string[]> {
  const filled: string[] = []
  for (const { id, type } of BASE_FACTS.values()) {
    const [section, name, flag] = id.split('.') as [keyof Snapshot, string, string?]
    const answer = (snapshot[section] as Readonly<Record<string, unknown>> | undefined)?.[name]
    const box = page.locator(boxOf(id))
    if (answer === undefined || flag !== undefined || !(await box.isVisible())) continue
    filled.push(id)
    if (Array.isArray(answer) && type !== 'choices') await fillRows(page, id, answer)
    else if (type === 'date' && answer !== 'none') await box.locator('input[type=date]').fill(String(answer))
    else if (type === 'number') await box.locator('input[type=number]').fill(String(answer))
    else if (type === 'document' && typeof answer === 'object') {
      const { type: kind, on } = answer as Item
      await box.locator(`input[value="${kind}"]`).check()
      await box.locator('input[type=date]').fill(on ?? '')
    } else await box.locator(`input[value="${answer}"]`).check()
  }
  return filled
}

async function fillRows(page: Page, fact: string, items: readonly Item[]): Promise<void> {
  const box = page.locator(boxOf(fact))
  if (items.length === 0) return box.locator('.others input').first().check()
  for (const [index, item] of items.entries()) {
    await box.locator('button.add').click()
    for (const [key, value] of Object.entries(item)) {
      const control = page.locator(`${boxOf(fact)}-${index + 1}-${key}`)
      if (key === 'service') await control.selectOption({ label: value })
      else await control.fill(value)
    }
  }
}
