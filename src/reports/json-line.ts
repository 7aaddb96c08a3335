import { TriageError } from '../core/issue/issue'

/** A value as JSON on one line. Throws TriageError where a part that nobody looked at is no plain data. */
export function jsonLine(value: unknown, name: string): string {
  try {
    return JSON.stringify(value)
  } catch {
    throw new TriageError([{ code: 'not-plain-data', path: [name], message: 'give plain JSON data, without cycles' }])
  }
}
