import { CONDITION_FACTS } from '../facts/fact-catalogue'
import type { Issue } from '../issue/issue'
import { fits, REQUIRED_PARAMETERS } from '../policy/policy'
import { BASE_FACTS } from '../snapshot/catalogue'
import { checkChecklist } from './check-checklist'
import { checkCondition } from './check-condition'
import { checkLength } from './check-window'
import { finding, inside, type Place, unknownName } from './finding'
import { type RuleSetNames, ruleSetNames } from './names'
import type { Documents } from './read-documents'

/** Everything that can be wrong between documents of the right shape, found without running a rule. */
export function checkDocuments(documents: Documents): readonly Issue[] {
  const names = ruleSetNames(documents)
  return [
    ...checkManifest(documents),
    ...checkDuplicates(documents),
    ...checkParameters(documents),
    ...checkServices(documents, names),
    ...checkMilestones(documents, names),
    ...citationsIn(documents).flatMap(([place, citation]) => checkCitation(place, citation, names)),
    ...[...documents.checklists].flatMap(([file, checklist]) => checkChecklist(file, checklist, names)),
  ]
}

function checkManifest({ manifest, checklists }: Documents): Issue[] {
  const place = { file: 'manifest.json', path: ['checklists'] }
  const files = new Set(checklists.keys())
  const absent = manifest.checklists.flatMap((id, index) =>
    files.has(`checklists/${id}.json`)
      ? []
      : [
          finding(
            'missing-file',
            inside(place, index),
            `the manifest lists ${id}, but there is no checklists/${id}.json`,
          ),
        ],
  )
  const unlisted = [...files].filter(
    (file) => !manifest.checklists.includes(file.slice('checklists/'.length, -'.json'.length)),
  )
  return [...absent, ...unlisted.map((file) => finding('missing-key', place, `the manifest does not list ${file}`))]
}

function checkDuplicates({ services, policy, sources, milestones, checklists, manifest }: Documents): Issue[] {
  const repeated = (file: string, path: readonly string[], ids: readonly string[]): Issue[] =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [finding('duplicate-id', { file, path: [...path, index] }, `the id ${id} is used twice`)],
    )
  const rules = [...checklists].flatMap(([file, { rules }]) =>
    rules.map((rule, index) => ({ id: rule.id, place: { file, path: ['rules', index, 'id'] } })),
  )
  const firsts = new Map<string, Place>()
  for (const { id, place } of rules) if (!firsts.has(id)) firsts.set(id, place)
  const orders = [...checklists].map(([file, { order }]) => ({ file, order }))
  return [
    ...repeated('manifest.json', ['checklists'], manifest.checklists),
    ...repeated(
      'services.json',
      ['services'],
      services.services.map((service) => service.id),
    ),
    ...repeated(
      'services.json',
      ['needs'],
      services.needs.map((need) => need.id),
    ),
    ...repeated(
      'policy.json',
      ['parameters'],
      policy.parameters.map((parameter) => parameter.name),
    ),
    ...repeated(
      'sources.json',
      ['sources'],
      sources.sources.map((source) => source.id),
    ),
    ...repeated(
      'milestones.json',
      ['milestones'],
      milestones.milestones.map((milestone) => milestone.id),
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

function checkParameters({ policy }: Documents): Issue[] {
  const place = { file: 'policy.json', path: ['parameters'] }
  const misfits = policy.parameters.flatMap((parameter, index) =>
    fits(parameter, parameter.default)
      ? []
      : [
          finding(
            'invalid-parameter',
            inside(place, index, 'default'),
            'the default does not fit its own unit and range',
          ),
        ],
  )
  const required = Object.entries(REQUIRED_PARAMETERS).flatMap(([name, unit]) =>
    policy.parameters.some((parameter) => parameter.name === name && parameter.unit === unit)
      ? []
      : [finding('missing-key', place, `the library itself reads the parameter ${name}, in the unit ${unit}; add it`)],
  )
  return [...misfits, ...required]
}

function checkServices({ services }: Documents, names: RuleSetNames): Issue[] {
  const file = 'services.json'
  const needs = services.services.flatMap((service, at) =>
    service.needs.flatMap((need, index) =>
      names.needs.has(need)
        ? []
        : [unknownName('unknown-need', { file, path: ['services', at, 'needs', index] }, 'need', need, names.needs)],
    ),
  )
  const facts = services.needs.flatMap((need, index) => {
    const place = { file, path: ['needs', index, 'fact'] }
    const fact = CONDITION_FACTS.get(need.fact)
    if (!fact) return [unknownName('unknown-fact', place, 'fact', need.fact, CONDITION_FACTS.keys())]
    if (fact.type !== 'boolean') return [finding('value-type', place, 'a need is decided by a fact that is yes or no')]
    return fact.tier === 'medical'
      ? [finding('tier-conflict', place, 'a need is shown to the employer; its fact is medical')]
      : []
  })
  return [...needs, ...facts]
}

function checkMilestones({ milestones }: Documents, names: RuleSetNames): Issue[] {
  return milestones.milestones.flatMap((milestone, index) => {
    const place = { file: 'milestones.json', path: ['milestones', index] }
    const days = [milestone.after.anchor, milestone.otherwise?.anchor, milestone.doneBy].filter(
      (id) => id !== undefined,
    )
    const anchors = days.flatMap((id) =>
      (BASE_FACTS.get(id) ?? CONDITION_FACTS.get(id))?.type === 'date'
        ? []
        : [unknownName('unknown-fact', place, 'day', id, names.days)],
    )
    const lengths = [milestone.after.length, milestone.otherwise?.length, milestone.windowFrom]
    const conditions =
      milestone.conditions === undefined
        ? []
        : checkCondition(milestone.conditions, inside(place, 'conditions'), { parameters: names.parameters, named: {} })
    return [
      ...anchors,
      ...lengths.flatMap((length) => (length === undefined ? [] : checkLength(length, place, names))),
      ...conditions,
    ]
  })
}

type Citations = readonly { readonly id: string; readonly section: string }[]

function citationsIn({ services, policy, milestones, checklists }: Documents): [Place, Citations[number]][] {
  const all: [Place, Citations][] = [
    ...services.services.map((item, at): [Place, Citations] => [
      { file: 'services.json', path: ['services', at] },
      item.sources,
    ]),
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
  return all.flatMap(([place, citations]) =>
    citations.map((citation, index): [Place, Citations[number]] => [inside(place, 'sources', index), citation]),
  )
}

function checkCitation(place: Place, { id, section }: Citations[number], { sources }: RuleSetNames): Issue[] {
  const sections = sources.get(id)
  if (!sections) return [unknownName('unknown-source', inside(place, 'id'), 'source', id, sources.keys())]
  if (sections.has(section)) return []
  return [unknownName('unknown-section', inside(place, 'section'), `section of ${id}`, section, sections)]
}
