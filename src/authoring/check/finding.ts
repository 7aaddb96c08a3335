import type { IssueCode } from '../../core/issue/issue'
import { finding as issueAt, type Place } from '../../core/rules/finding'
import type { Text } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { FINDING_CODES, type FindingCode, type Level } from './finding-codes'

/** One thing that is wrong with a rule set, or may be. */
export interface Finding {
  /** Stable: programs may rely on it. */
  readonly code: FindingCode | IssueCode
  readonly level: Level
  readonly file: string
  /** JSON Pointer (RFC 6901) into the file; '' for the whole of it. */
  readonly pointer: string
  readonly path: readonly (string | number)[]
  readonly message: Text
  /** A case that shows it, as a fixture holds it; for findings that speak about meaning. It was run before it was told. */
  readonly witness?: Snapshot
}

export function findingAt(code: FindingCode, place: Place, message: Text, witness?: Snapshot): Finding {
  // `Place` is written as a pointer in one way, whoever finds something there.
  const { pointer = '' } = issueAt('invalid-document', place, '')
  return {
    code,
    level: FINDING_CODES[code],
    file: place.file,
    pointer,
    path: place.path,
    message,
    ...(witness && { witness }),
  }
}
