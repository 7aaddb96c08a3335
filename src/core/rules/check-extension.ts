import type { Issue } from '../issue/issue'
import { placeholdersOf } from './check-text'
import { runsBackwards } from './check-window'
import type { TimingDocument } from './document'
import { extendDocuments } from './extend-documents'
import { finding, inside, type Place, unknownName } from './finding'
import { ruleSetNames } from './names'
import { valuesIn } from './parameter'
import { fits } from './policy'
import type { Documents } from './read-documents'

/** What an extension says of the rule set that it extends: that it exists there, and can be changed so. */
export function checkExtension(base: Documents, own: Documents): Issue[] {
  return [
    ...checkDisabled(base, own),
    ...checkOverrides(base, own),
    ...checkWindows(base, own),
    ...checkTexts(base, own),
  ]
}

function checkDisabled({ checklists }: Documents, { manifest }: Documents): Issue[] {
  const place: Place = { file: 'manifest.json', path: ['disables'] }
  const rules = [...checklists.values()].flatMap((checklist) => checklist.rules.map(({ id }) => id))
  const disabled = (manifest.disables ?? []).map(({ rule }) => rule)
  return disabled.flatMap((rule, index) => {
    const at = inside(place, index, 'rule')
    if (!rules.includes(rule)) return [unknownName('unknown-rule', at, 'rule to disable,', rule, rules)]
    if (disabled.indexOf(rule) !== index) return [finding('duplicate-id', at, `the rule ${rule} is disabled twice`)]
    return []
  })
}

function checkOverrides(base: Documents, { policy }: Documents): Issue[] {
  const place: Place = { file: 'policy.json', path: ['overrides'] }
  const parameters = new Map(base.policy.parameters.map((parameter) => [parameter.name, parameter]))
  const names = (policy.overrides ?? []).map(({ name }) => name)
  return (policy.overrides ?? []).flatMap(({ name, default: value }, index) => {
    const at = inside(place, index)
    const parameter = parameters.get(name)
    if (!parameter)
      return [unknownName('unknown-parameter', inside(at, 'name'), 'policy parameter', name, parameters.keys())]
    if (names.indexOf(name) !== index)
      return [finding('duplicate-id', inside(at, 'name'), `the parameter ${name} is overridden twice`)]
    if (valuesIn(value).every((one) => fits(parameter, one))) return []
    const message = `the value does not fit the unit ${parameter.unit} and the range ${parameter.range.join(' to ')}`
    return [finding('invalid-parameter', inside(at, 'default'), message)]
  })
}

/** Windows of the other that would run backwards with the new defaults. */
function checkWindows(base: Documents, own: Documents): Issue[] {
  const place: Place = { file: 'policy.json', path: ['overrides'] }
  const names = ruleSetNames(extendDocuments(base, own))
  const rules = [...base.checklists.values()].flatMap((checklist) => checklist.rules)
  const windows = [
    ...rules.flatMap(({ id, timing }) =>
      timing ? [{ id, from: timing.from, until: timing.until }, ...ofUse(id, timing)] : [],
    ),
    ...base.milestones.milestones.flatMap(({ id, windowFrom, after }) =>
      windowFrom === undefined ? [] : [{ id, from: windowFrom, until: after.length }],
    ),
  ]
  return windows
    .filter(({ from, until }) => runsBackwards(from, until, names))
    .map(({ id }) => finding('invalid-window', place, `with these defaults the window of ${id} ends before it starts`))
}

/** From when a service can start until when it is of use, where both count from the same day. */
const ofUse = (id: string, { notBefore, worthwhileUntil }: TimingDocument) =>
  notBefore && worthwhileUntil?.anchor === notBefore.anchor
    ? [{ id, from: notBefore.length, until: worthwhileUntil.length }]
    : []

/** New words stand for the same thing: the placeholders of a rule stay those that it had, or fewer. */
function checkTexts(base: Documents, { texts }: Documents): Issue[] {
  const file = 'texts.json'
  const rules = new Map([...base.checklists.values()].flatMap((list) => list.rules.map((rule) => [rule.id, rule.text])))
  const known = {
    rules: ['unknown-rule', 'rule', [...rules.keys()]],
    checklists: ['unknown-key', 'checklist', [...base.checklists.values()].map(({ id }) => id)],
    services: ['unknown-service', 'service', base.services.services.map(({ id }) => id)],
    needs: ['unknown-need', 'need', base.services.needs.map(({ id }) => id)],
    milestones: ['unknown-key', 'milestone', base.milestones.milestones.map(({ id }) => id)],
  } as const
  const strangers = (Object.keys(known) as (keyof typeof known)[]).flatMap((kind) => {
    const [code, what, ids] = known[kind]
    return Object.keys(texts[kind] ?? {}).flatMap((id) =>
      (ids as readonly string[]).includes(id) ? [] : [unknownName(code, { file, path: [kind, id] }, what, id, ids)],
    )
  })
  const placeholders = Object.entries(texts.rules ?? {}).flatMap(([id, { text }]): Issue[] => {
    const allowed = placeholdersOf(rules.get(id)?.nl ?? '')
    const place: Place = { file, path: ['rules', id, 'text'] }
    const [nl, en] = [placeholdersOf(text.nl), placeholdersOf(text.en)]
    if (!rules.has(id)) return []
    if (nl.join() !== en.join())
      return [finding('placeholder-mismatch', place, 'the languages have different placeholders')]
    return nl
      .filter((name) => !allowed.includes(name))
      .map((name) => finding('placeholder-mismatch', place, `the text that this replaces has no {${name}}`))
  })
  return [...strangers, ...placeholders]
}
