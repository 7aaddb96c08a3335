import { CONDITION_FACTS } from '../facts/fact-catalogue'
import type { Issue } from '../issue/issue'
import { fits, REQUIRED_PARAMETERS } from '../policy/policy'
import { checkChecklist } from './check-checklist'
import { checkCitations } from './check-citations'
import { checkMilestones } from './check-milestones'
import { finding, inside, type Place, unknownName } from './finding'
import { type RuleSetNames, ruleSetNames } from './names'
import type { Documents } from './read-documents'

/** Everything that can be wrong between documents of the right shape, found without running a rule. */
export function checkDocuments(documents: Documents, files: readonly string[]): readonly Issue[] {
  const names = ruleSetNames(documents)
  // A checklist that could not be read may hold the rule that another one names.
  const unread = files.some((file) => file.startsWith('checklists/') && !documents.checklists.has(file))
  return [
    ...checkManifest(documents, files),
    ...checkDuplicates(documents),
    ...checkParameters(documents),
    ...checkServices(documents, names),
    ...checkMilestones(documents, names),
    ...checkCitations(documents, names),
    ...[...documents.checklists]
      .flatMap(([file, checklist]) => checkChecklist(file, checklist, names))
      .filter(({ code }) => !(unread && code === 'unknown-rule')),
  ]
}

function checkManifest({ manifest }: Documents, files: readonly string[]): Issue[] {
  const place = { file: 'manifest.json', path: ['checklists'] }
  const checklists = files.filter((file) => file.startsWith('checklists/'))
  const absent = manifest.checklists.flatMap((id, index) =>
    checklists.includes(`checklists/${id}.json`)
      ? []
      : [
          finding(
            'missing-file',
            inside(place, index),
            `the manifest lists ${id}, but there is no checklists/${id}.json`,
          ),
        ],
  )
  const unlisted = checklists.filter(
    (file) => !manifest.checklists.includes(file.slice('checklists/'.length, -'.json'.length)),
  )
  return [...absent, ...unlisted.map((file) => finding('missing-key', place, `the manifest does not list ${file}`))]
}

function checkDuplicates({ services, policy, sources, milestones, checklists, manifest }: Documents): Issue[] {
  const repeated = (file: string, path: readonly (string | number)[], ids: readonly string[]): Issue[] =>
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
    ...sources.sources.flatMap(({ sections }, index) =>
      repeated(
        'sources.json',
        ['sources', index, 'sections'],
        sections.map((section) => section.id),
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
