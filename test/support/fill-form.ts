import type { Page } from 'playwright-core'
import { BASE_FACTS, type Snapshot } from '../../src/index'
import { answerFrom } from './answer-screens'

type Item = Readonly<Record<string, string>>

/** The box of the question about a fact. */
export const boxOf = (fact: string): string => `#q-${fact.replaceAll('.', '-')}`

/** Answers the screen that is shown, with mouse and keys, as the case has it; what the case has not is not known. */
export async function fillScreen(page: Page, whole: Snapshot): Promise<readonly string[]> {
  const filled: string[] = []
  for (const { id, type } of BASE_FACTS.values()) {
    const box = page.locator(boxOf(id))
    if (id.split('.').length > 2 || !(await box.isVisible())) continue
    const answer = answerFrom(whole, id)
    filled.push(id)
    if (typeof answer === 'string' && answer.startsWith('unknown'))
      await box.locator('.unknown select').selectOption(answer)
    else if (Array.isArray(answer) && type !== 'choices') await fillRows(page, id, answer)
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
    for (const [key, value] of Object.entries(item))
      await page.locator(`${boxOf(fact)}-${index + 1}-${key}`).fill(value)
  }
}
