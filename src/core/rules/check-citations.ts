import type { Issue } from '../issue/issue'
import { inside, type Place, unknownName } from './finding'
import type { RuleSetNames } from './names'
import type { Documents } from './read-documents'
import type { ServiceDocument } from './service-document'

/** Every citation names a source of the catalogue, and a section that the source lists. */
export function checkCitations(documents: Documents, names: RuleSetNames): Issue[] {
  return citationsIn(documents).flatMap(([place, citation]) => checkCitation(place, citation, names))
}

type Citations = readonly { readonly id: string; readonly section: string }[]

function citationsIn({ services, policy, milestones, checklists }: Documents): [Place, Citations[number]][] {
  const all: [Place, Citations][] = [
    ...services.services.map((item, at): [Place, Citations] => [
      { file: 'services.json', path: ['services', at] },
      item.sources,
    ]),
    ...services.services.flatMap((item, at) => relationsIn(item, { file: 'services.json', path: ['services', at] })),
    ...services.needs.map((item, at): [Place, Citations] => [
      { file: 'services.json', path: ['needs', at] },
      item.sources,
    ]),
    ...policy.parameters.map((item, at): [Place, Citations] => [
      { file: 'policy.json', path: ['parameters', at] },
      item.sources,
    ]),
    ...milestones.milestones.map((item, at): [Place, Citations] => [
      { file: 'milestones.json', path: ['milestones', at] },
      item.sources,
    ]),
    ...Object.entries(milestones.doubts).map(([id, item]): [Place, Citations] => [
      { file: 'milestones.json', path: ['doubts', id] },
      item.sources,
    ]),
    ...[...checklists].flatMap(([file, checklist]) => [
      [{ file, path: [] }, checklist.sources] as [Place, Citations],
      ...checklist.rules.map((rule, at): [Place, Citations] => [{ file, path: ['rules', at] }, rule.sources]),
    ]),
  ]
  const dated = policy.parameters.flatMap(({ default: value }, at): [Place, Citations[number]][] =>
    Array.isArray(value)
      ? value.map(({ source }, index) => [
          { file: 'policy.json', path: ['parameters', at, 'default', index, 'source'] },
          source,
        ])
      : [],
  )
  return [
    ...all.flatMap(([place, citations]) =>
      citations.map((citation, index): [Place, Citations[number]] => [inside(place, 'sources', index), citation]),
    ),
    ...dated,
  ]
}

/** What a service says of itself and of others, each with its own sources. */
function relationsIn(
  { price, priority, covers = [], meanwhile, notFor, answersQuestion, requestedBy = [] }: ServiceDocument,
  place: Place,
): [Place, Citations][] {
  const single = Object.entries({ price, priority, meanwhile, notFor, answersQuestion })
  return [
    ...single.flatMap(([key, item]): [Place, Citations][] => (item ? [[inside(place, key), item.sources]] : [])),
    ...covers.map(({ sources }, at): [Place, Citations] => [inside(place, 'covers', at), sources]),
    ...requestedBy.map(({ sources }, at): [Place, Citations] => [inside(place, 'requestedBy', at), sources]),
  ]
}

function checkCitation(place: Place, { id, section }: Citations[number], { sources }: RuleSetNames): Issue[] {
  const sections = sources.get(id)
  if (!sections) return [unknownName('unknown-source', inside(place, 'id'), 'source', id, sources.keys())]
  if (sections.has(section)) return []
  return [unknownName('unknown-section', inside(place, 'section'), `section of ${id}`, section, sections)]
}
