import type { Issue } from '../core/issue/issue'

/** What is wrong with lines of text that are not even an iterable; each line is judged when it is read. */
export const linesIssues = (lines: unknown, path: Issue['path']): readonly Issue[] =>
  isIterable(lines, Symbol.iterator, Symbol.asyncIterator)
    ? []
    : [{ code: 'wrong-type', path, message: 'give lines as an iterable of texts, such as a list' }]

/** Whether an object can be gone through in one of these ways. A proxy can throw at this question, and cannot. */
export function isIterable(value: unknown, ...ways: readonly symbol[]): boolean {
  try {
    return typeof value === 'object' && value !== null && ways.some((way) => way in value)
  } catch {
    return false
  }
}
