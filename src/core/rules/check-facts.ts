import type { Issue } from '../issue/issue'
import { MOST_FACTS, MOST_OPTIONS } from './fact-document'
import { finding, inside, type Place } from './finding'
import type { Documents } from './read-documents'

const FILE = 'facts.json'

/** What is wrong with the organisation's own facts besides their shape. Who answers a medical one is of the physician's side. */
export function checkFacts({ facts }: Documents): Issue[] {
  if (facts.length > MOST_FACTS)
    return [finding('too-large', { file: FILE, path: ['facts'] }, `add at most ${MOST_FACTS} facts`)]
  return facts.flatMap((fact, index) => {
    const place: Place = { file: FILE, path: ['facts', index] }
    const options = 'options' in fact ? Object.keys(fact.options).length : undefined
    const least = fact.type === 'choice' ? 2 : 1
    const issues: Issue[] = []
    const name = fact.id.slice('own.'.length)
    // What every object has already can never be told from an answer.
    if (name in Object.prototype)
      issues.push(
        finding('forbidden-key', inside(place, 'id'), `every object has a ${name} already: give it another name`),
      )
    if (options !== undefined && options < least)
      issues.push(finding('invalid-document', inside(place, 'options'), `give at least ${least} options`))
    if (options !== undefined && options > MOST_OPTIONS)
      issues.push(finding('too-large', inside(place, 'options'), `give at most ${MOST_OPTIONS} options`))
    if (fact.type === 'number' && fact.range[0] > fact.range[1])
      issues.push(finding('invalid-document', inside(place, 'range'), 'a range runs from its least to its most'))
    if (fact.tier === 'medical')
      fact.answeredBy.forEach((role, at) => {
        if (role !== 'occupational-physician' && role !== 'delegate')
          issues.push(
            finding(
              'tier-conflict',
              inside(place, 'answeredBy', at),
              'a medical fact is answered by the occupational physician or a delegate alone',
            ),
          )
      })
    return issues
  })
}
