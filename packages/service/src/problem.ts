import type { Issue } from 'verwijswijzer'

/** A refusal of the service itself, with its HTTP status. Renaming one is a new major version of the contract. */
export const PROBLEMS = {
  'not-json': [400, 'The body is not JSON that can be trusted'],
  'bad-request': [400, 'The request is not well formed'],
  'cut-stream': [400, 'The body ended before it was whole'],
  unauthenticated: [401, 'A valid token is needed'],
  'out-of-scope': [403, 'The token does not allow this'],
  'not-found': [404, 'There is nothing here'],
  'unknown-tenant': [404, 'The token is for no such tenant'],
  'unknown-rule-set': [404, 'There is no such rule set or version here'],
  'wrong-method': [405, 'This is called otherwise'],
  'not-acceptable': [406, 'This cannot be given in that form'],
  'too-slow': [408, 'The body did not come in time'],
  'other-digest': [409, 'The rules and policy are not those that were asked for'],
  'data-missing': [412, 'The data that are needed were not sent'],
  'too-large': [413, 'The body is larger than any real one'],
  'wrong-content-type': [415, 'The body is of another kind than this takes'],
  refused: [422, 'The case, or what was asked of it, is refused'],
  'too-many': [429, 'There are too many streams at once'],
  unexpected: [500, 'Something went wrong here'],
  draining: [503, 'The service is stopping or not ready'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>

export type ProblemCode = keyof typeof PROBLEMS

/** A place and what is wrong there. Never a value, and no sentence in which one could stand. */
export interface ProblemIssue {
  readonly code: string
  readonly path: readonly (string | number)[]
  readonly other?: readonly (string | number)[]
}

/** RFC 9457. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** `urn:uuid:` and the decision id. */
  readonly instance: string
  readonly issues: readonly ProblemIssue[]
  /** How many issues there are beside those. */
  readonly more?: number
}

/** The one error that the service answers with. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ProblemCode
  readonly issues: readonly ProblemIssue[]

  constructor(code: ProblemCode, issues: readonly ProblemIssue[] = []) {
    super(code)
    this.code = code
    this.issues = issues
  }

  get statusCode(): number {
    return PROBLEMS[this.code][0]
  }
}

/** A body with more faults than this is something else altogether. */
const MOST_ISSUES = 20
/** A key of somebody's own can be long, and is repeated in a path. */
const LONGEST_KEY = 64

export const PROBLEM_TYPE = 'urn:x-verwijswijzer:problem:'

export function problemOf({ code, issues }: Refusal, decision: string): Problem {
  const [status, title] = PROBLEMS[code]
  const more = issues.length - MOST_ISSUES
  return {
    type: `${PROBLEM_TYPE}${code}`,
    title,
    status,
    instance: `urn:uuid:${decision}`,
    issues: issues.slice(0, MOST_ISSUES),
    ...(more > 0 ? { more } : {}),
  }
}

/** The same as FHIR and CDS Hooks say it. */
export const outcomeOf = ({ code, issues }: Refusal): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ code, path: [] }, ...issues.slice(0, MOST_ISSUES)].map((issue) => ({
    severity: 'error',
    code:
      code === 'unexpected'
        ? 'exception'
        : code === 'unauthenticated' || code === 'out-of-scope'
          ? 'security'
          : 'invalid',
    details: { coding: [{ system: 'urn:x-verwijswijzer:issue', code: issue.code }] },
    ...(issue.path.length > 0 ? { expression: [issue.path.join('.')] } : {}),
  })),
})

/**
 * Issues of the library without their sentences, at their places in the body: `member` is the one that they are about. What
 * an employer is told of the physician's answers has no place, and gets none.
 */
export function issuesAt(member: string, issues: readonly Issue[]): readonly ProblemIssue[] {
  return issues.map(({ code, path, other }) => ({
    code,
    path: code === 'physicians-answer' ? [] : placed(member, path),
    ...(other ? { other: placed(member, other) } : {}),
  }))
}

function placed(member: string, path: Issue['path']): Issue['path'] {
  const short = path.map((step) => (typeof step === 'string' ? step.slice(0, LONGEST_KEY) : step))
  // Options are members of the body beside it.
  return short[0] === 'options' ? short.slice(1) : member === '' ? short : [member, ...short]
}
