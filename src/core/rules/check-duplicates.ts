import type { Issue } from '../issue/issue'
import { finding, inside, type Place } from './finding'
import type { Documents } from './read-documents'

/** A list of a document whose ids are names, each with the place of the list. */
interface Named {
  readonly place: Place
  readonly ids: readonly string[]
}

function listsOf({ manifest, services, policy, sources, milestones, facts }: Documents): readonly Named[] {
  const list = (file: string, key: string, ids: readonly string[]): Named => ({ place: { file, path: [key] }, ids })
  return [
    list('manifest.json', 'checklists', manifest.checklists),
    list('services.json', 'services', idsOf(services.services)),
    list('services.json', 'needs', idsOf(services.needs)),
    list(
      'policy.json',
      'parameters',
      policy.parameters.map(({ name }) => name),
    ),
    list('sources.json', 'sources', idsOf(sources.sources)),
    list('milestones.json', 'milestones', idsOf(milestones.milestones)),
    list('facts.json', 'facts', idsOf(facts)),
  ]
}

/** Ids that are used twice within the documents. */
export function checkDuplicates(documents: Documents): Issue[] {
  const { sources, checklists } = documents
  const sections = sources.sources.map(({ sections }, index) => ({
    place: { file: 'sources.json', path: ['sources', index, 'sections'] },
    ids: idsOf(sections),
  }))
  const rules = [...checklists].flatMap(([file, { rules }]) =>
    rules.map((rule, index) => ({ id: rule.id, place: { file, path: ['rules', index, 'id'] } })),
  )
  const firsts = new Map<string, Place>()
  for (const { id, place } of rules) if (!firsts.has(id)) firsts.set(id, place)
  const orders = [...checklists].map(([file, { order }]) => ({ file, order }))
  return [
    ...[...listsOf(documents), ...sections].flatMap(({ place, ids }) =>
      ids.flatMap((id, index) =>
        ids.indexOf(id) === index ? [] : [finding('duplicate-id', inside(place, index), `the id ${id} is used twice`)],
      ),
    ),
    ...rules
      .filter(({ id, place }) => firsts.get(id) !== place)
      .map(({ id, place }) => finding('duplicate-id', place, `the rule id ${id} is used twice`)),
    ...orders
      .filter(({ order }, index) => orders.findIndex((other) => other.order === order) !== index)
      .map(({ file }) =>
        finding('duplicate-id', { file, path: ['order'] }, 'another checklist has the same place in the order'),
      ),
  ]
}

/** Ids that the rule set that is extended has taken: it is added to, never replaced in passing. */
export function checkTaken(base: Documents, own: Documents): Issue[] {
  const taken = listsOf(base)
  return listsOf(own).flatMap(({ place, ids }, list) =>
    ids.flatMap((id, index) =>
      taken[list]?.ids.includes(id)
        ? [finding('duplicate-id', inside(place, index), `the rule set that this extends has ${id} already`)]
        : [],
    ),
  )
}

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id)
