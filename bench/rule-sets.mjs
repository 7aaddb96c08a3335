/** Rule sets of any size, as files for `loadRuleSet`: the shipped rules, then copies of them with other values. */
import { BASE_FACTS, SHIPPED_FILES } from '../dist/index.js'

export function filesWithRules(count) {
  const shared = Object.entries(SHIPPED_FILES).filter(([name]) => !name.startsWith('checklists/'))
  const checklists = []
  for (let copy = 0, left = count; left > 0; copy += 1) {
    const made = takeRules(copyOfChecklists(copy), left)
    left -= made.reduce((sum, checklist) => sum + checklist.rules.length, 0)
    checklists.push(...made)
  }
  return {
    ...Object.fromEntries(shared),
    'manifest.json': { ...SHIPPED_FILES['manifest.json'], checklists: checklists.map(({ id }) => id) },
    ...Object.fromEntries(checklists.map((checklist) => [`checklists/${checklist.id}.json`, checklist])),
  }
}

/** Rules that others name stand before them, so that the first so many never name one that is left out. */
const ORDER = ['recommend', 'hold', 'waive', 'notice']

function takeRules(checklists, most) {
  const taken = new Set(
    checklists
      .flatMap(({ rules }) => rules)
      .sort((a, b) => ORDER.indexOf(a.event.type) - ORDER.indexOf(b.event.type))
      .slice(0, most),
  )
  return checklists
    .map((checklist) => ({ ...checklist, rules: checklist.rules.filter((rule) => taken.has(rule)) }))
    .filter(({ rules }) => rules.length > 0)
}

function copyOfChecklists(copy) {
  const shipped = Object.entries(SHIPPED_FILES).flatMap(([name, file]) =>
    name.startsWith('checklists/') ? [file] : [],
  )
  if (copy === 0) return shipped
  const renamed = shipped.reduce(
    (text, { id }) => text.replaceAll(`"${id}/`, `"${id}-${copy}/`),
    JSON.stringify(shipped),
  )
  return JSON.parse(renamed, (_, value) => (isComparison(value) ? vary(value, copy) : value)).map((checklist) => ({
    ...checklist,
    id: `${checklist.id}-${copy}`,
    order: checklist.order + copy * 1_000,
  }))
}

const isComparison = (value) => typeof value === 'object' && value !== null && 'operator' in value

/** Another value in each copy, or the copies of a rule would be one and the same condition. Named thresholds stay. */
function vary({ fact, operator, value }, copy) {
  const options = Object.keys(BASE_FACTS.get(fact)?.options ?? {})
  const turn = (one) => {
    if (typeof one === 'boolean') return copy % 2 === 0 ? one : !one
    if (typeof one === 'number') return one + copy
    return typeof one === 'string' ? options[(options.indexOf(one) + copy) % options.length] : one
  }
  return { fact, operator, value: Array.isArray(value) ? value.map(turn) : turn(value) }
}
