import type { Issue } from '../issue/issue'
import { checkChecklist } from './check-checklist'
import { checkCitations } from './check-citations'
import { checkDuplicates, checkTaken } from './check-duplicates'
import { checkExtension } from './check-extension'
import { checkFacts } from './check-facts'
import { checkMigrations } from './check-migrations'
import { checkMilestones } from './check-milestones'
import { checkServices } from './check-services'
import { extendDocuments } from './extend-documents'
import { finding, inside, type Place, unknownName } from './finding'
import { type RuleSetNames, ruleSetNames } from './names'
import { valuesIn } from './parameter'
import { fits, REQUIRED_PARAMETERS } from './policy'
import type { Documents } from './read-documents'

/**
 * Everything that can be wrong between documents of the right shape, found without running a rule. Those of a rule set
 * that extends another are checked beside it: `base` was found free of faults before.
 */
export function checkDocuments(documents: Documents, files: readonly string[], base?: Documents): readonly Issue[] {
  const whole = base ? extendDocuments(base, documents) : documents
  const names = ruleSetNames(whole)
  // A checklist that could not be read may hold the rule that another one names.
  const unread = files.some((file) => file.startsWith('checklists/') && !documents.checklists.has(file))
  return [
    ...checkManifest(documents, files),
    ...checkDuplicates(documents),
    ...(base ? [...checkTaken(base, documents), ...checkExtension(base, documents)] : []),
    ...checkFacts(documents),
    ...checkParameters(documents, whole),
    ...checkServices(documents, whole, names),
    ...checkMilestones(documents, names),
    ...documents.migrations.flatMap((chain) => checkMigrations(chain, names)),
    ...checkCitations(documents, names),
    ...[...documents.checklists]
      .flatMap(([file, checklist]) => checkChecklist(file, checklist, names))
      .filter(({ code }) => !(unread && code === 'unknown-rule')),
    ...(unread ? [] : checkApprovals(documents, names)),
  ]
}

function checkApprovals({ approvals }: Documents, { rules }: RuleSetNames): Issue[] {
  const place: Place = { file: 'approvals.json', path: ['approvals'] }
  return approvals.flatMap(({ rule }, index) =>
    rules.has(rule) ? [] : [unknownName('unknown-rule', inside(place, index, 'rule'), 'rule', rule, rules.keys())],
  )
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

function checkParameters({ policy }: Documents, whole: Documents): Issue[] {
  const place = { file: 'policy.json', path: ['parameters'] }
  const misfits = policy.parameters.flatMap((parameter, index) =>
    valuesIn(parameter.default).every((value) => fits(parameter, value))
      ? []
      : [
          finding(
            'invalid-parameter',
            inside(place, index, 'default'),
            'the default does not fit its own unit and range',
          ),
        ],
  )
  const repeated = policy.parameters.flatMap(({ default: value }, index) => {
    const days = Array.isArray(value) ? value.map(({ from }) => from) : []
    const second = days.findIndex((day, at) => days.indexOf(day) !== at)
    return second < 0
      ? []
      : [finding('duplicate-id', inside(place, index, 'default', second, 'from'), 'two values start on this day')]
  })
  const required = Object.entries(REQUIRED_PARAMETERS).flatMap(([name, unit]) =>
    whole.policy.parameters.some((parameter) => parameter.name === name && parameter.unit === unit)
      ? []
      : [finding('missing-key', place, `the library itself reads the parameter ${name}, in the unit ${unit}; add it`)],
  )
  return [...misfits, ...repeated, ...required]
}
