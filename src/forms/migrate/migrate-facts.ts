import canonicalize from 'canonicalize'
import { isUnknownWord } from '../../core/snapshot/fact'
import type { Path } from '../../core/snapshot/shown-path'
import { type Data, dropIfEmpty, holdersOf, isData, lastKey, put } from './holders'
import { type MigrationStep, tellChange, tellIssue } from './migration-step'

/** The facts that are gone or have another name. */
export function migrateFacts(step: MigrationStep): void {
  const { removeFacts = [], renameFacts = [] } = step.migration
  removeAnswers(step)
  // A key inside a fact before the fact itself, which takes it along.
  const depths = [...new Set(renameFacts.map(({ from }) => depthOf(from)))].sort((a, b) => b - a)
  for (const depth of depths) moveAnswers(step, depth)
  for (const { fact } of removeFacts) dropIfEmpty(step.data, sectionOf(fact))
  for (const { from } of renameFacts) dropIfEmpty(step.data, sectionOf(from))
}

function removeAnswers(step: MigrationStep): void {
  for (const { fact, mayDrop, reason } of step.migration.removeFacts ?? [])
    for (const { holder, at } of holdersOf(step.data, fact)) {
      const key = lastKey(fact)
      const path = [...at, key]
      // Nothing is lost with an answer that says that it is not known.
      if (!mayDrop && !isUnknownWord(holder[key])) tellIssue(step, 'removed-answer', 'removedFact', path, { reason })
      else {
        delete holder[key]
        tellChange(step, 'fact-dropped', path, { reason })
      }
    }
}

/** An answer on its way from an old name to a new one. */
interface Moving {
  readonly answer: unknown
  readonly path: Path
  readonly into: Data
  readonly to: Path
}

/** All at once: two facts can have changed names. */
function moveAnswers(step: MigrationStep, depth: number): void {
  const moving = (step.migration.renameFacts ?? [])
    .filter(({ from }) => depthOf(from) === depth)
    .flatMap(({ from, to }) =>
      holdersOf(step.data, from).flatMap(({ holder, at }): Moving[] => {
        const [section = ''] = to.split('.')
        const into = depth > 2 ? holder : sectionIn(step.data, section)
        // What stands in the place of a section is none: the snapshot is refused for that.
        if (!into) return []
        const key = lastKey(from)
        return [{ answer: holder[key], path: [...at, key], into, to: depth > 2 ? [...at, lastKey(to)] : to.split('.') }]
      }),
    )
  for (const { path } of moving) take(step.data, path)
  for (const { answer, path, into, to } of moving) {
    const key = String(to.at(-1))
    if (!Object.hasOwn(into, key)) {
      put(into, key, answer)
      tellChange(step, 'fact-renamed', path, { to })
    } else if (canonicalize(into[key]) === canonicalize(answer)) tellChange(step, 'fact-joined', path, { to })
    else tellIssue(step, 'conflicting-answers', 'conflict', path, { to })
  }
}

function sectionIn(root: Data, section: string): Data | undefined {
  if (!Object.hasOwn(root, section)) put(root, section, {})
  const found = root[section]
  return isData(found) ? found : undefined
}

function take(root: Data, path: Path): void {
  const holder = path.slice(0, -1).reduce<unknown>((inside, key) => (inside as Data)[key], root) as Data
  delete holder[String(path.at(-1))]
}

const depthOf = (name: string): number => name.split('.').length
const sectionOf = (name: string): string => name.split('.')[0] ?? ''
