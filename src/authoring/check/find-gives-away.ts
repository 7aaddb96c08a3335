import { conditionFactsOf } from '../../core/rules/facts-of'
import { inside, type Place } from '../../core/rules/finding'
import type { Documents } from '../../core/rules/read-documents'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { LOCALES, type Text } from '../../core/snapshot/fact'
import { type Finding, findingAt } from './finding'
import { medicalWordsIn } from './medical-words'

/**
 * What would give away to an employer what is medical: a text that the employer reads, of a rule, a service, a need or a
 * question, or the title of a source that a rule cites, that names it. A medical question that somebody may answer who
 * may not know the answer is refused by the loader (`tier-conflict`).
 */
export function findGivesAway(own: Documents, ruleSet: RuleSet): readonly Finding[] {
  return [...inRules(own, ruleSet), ...inServices(own), ...inFacts(own)]
}

/** Whether a rule can speak where nobody may read a medical fact: then an employer may read it. */
function speaksToEmployer(condition: Expanded, ruleSet: RuleSet): boolean {
  if ('all' in condition) return condition.all.every((part) => speaksToEmployer(part, ruleSet))
  if ('any' in condition) return condition.any.some((part) => speaksToEmployer(part, ruleSet))
  return conditionFactsOf(ruleSet).get(condition.fact)?.tier !== 'medical'
}

function inRules(own: Documents, ruleSet: RuleSet): readonly Finding[] {
  const conditions = new Map(ruleSet.rules.map(({ id, when }) => [id, when]))
  return [...own.checklists].flatMap(([file, { rules }]) =>
    rules.flatMap((rule, index) => {
      const when = conditions.get(rule.id)
      if (!when || !speaksToEmployer(when, ruleSet)) return []
      const place = { file, path: ['rules', index] }
      return [
        ...inText(rule.text, inside(place, 'text')),
        ...(rule.whenOpen ? inText(rule.whenOpen, inside(place, 'whenOpen')) : []),
        ...rule.sources.flatMap(({ id, section }, at) => inSource(id, section, inside(place, 'sources', at), ruleSet)),
      ]
    }),
  )
}

/** The employer reads which source a rule cites: one about an illness names it. */
function inSource(id: string, section: string, place: Place, ruleSet: RuleSet): readonly Finding[] {
  const source = ruleSet.sources.get(id)
  const title = source?.sections.find((one) => one.id === section)?.title ?? ''
  const words = LOCALES.flatMap((locale) => medicalWordsIn(`${source?.title ?? ''} ${title} ${id}`, locale))
  return words.length === 0 ? [] : [givesAway(place, words)]
}

function inServices({ services }: Documents): readonly Finding[] {
  const file = 'services.json'
  return [
    ...services.services.flatMap(({ title }, index) => inText(title, { file, path: ['services', index, 'title'] })),
    ...services.needs.flatMap(({ title, firstStep }, index) => [
      ...inText(title, { file, path: ['needs', index, 'title'] }),
      ...inText(firstStep, { file, path: ['needs', index, 'firstStep'] }),
    ]),
  ]
}

function inFacts({ facts }: Documents): readonly Finding[] {
  return facts.flatMap(({ tier, question }, index) =>
    tier === 'employer' ? inText(question, { file: 'facts.json', path: ['facts', index, 'question'] }) : [],
  )
}

function inText(text: Text, place: Place): readonly Finding[] {
  const words = LOCALES.flatMap((locale) => medicalWordsIn(text[locale], locale))
  return words.length === 0 ? [] : [givesAway(place, words)]
}

const givesAway = (place: Place, words: readonly string[]): Finding => {
  const list = [...new Set(words)].map((word) => `"${word}"`).join(', ')
  return findingAt('gives-away', place, {
    nl: `de werkgever leest dit, en het noemt iets medisch (${list}): zeg wat te doen is, en niet waarom iemand ziek is`,
    en: `the employer reads this, and it names what is medical (${list}): say what to do, and not why somebody is ill`,
  })
}
