import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { parseJson, TriageError } from 'verwijswijzer'
import { audienceOf, type Call, localeOf } from './call'
import { textOf, withoutPlaces, wordOf } from './json-body'
import { issuesAt, type ProblemIssue, Refusal } from './problem'

/** A case is never larger; a longer line is passed over, and is a line that failed. */
export const LONGEST_LINE = 64 * 1024
/** Lines after which others get their turn. */
const AT_A_TIME = 16
const NEWLINE = 0x0a

/**
 * One snapshot a line in, one advice a line out, in order, and a last line that tells how many there were: without it the
 * answer was cut. A line that is refused is a line of its own and ends nothing.
 */
export async function batch(call: Call): Promise<Readable> {
  const audience = audienceOf(call, call.query.audience)
  const locale = localeOf(call, call.query.locale)
  const detail = call.query.detail === undefined ? 'brief' : wordOf('detail', call.query.detail, ['full', 'brief'])
  const { tenant, ruleSet, decision } = call
  const advise = tenant[detail === 'full' ? 'advise' : 'adviseInBrief'](ruleSet, audience, locale)
  if (!(call.body instanceof Readable)) throw new Refusal('wrong-content-type')
  const results = resultLines(linesIn(call.body), adviseLine, decision)
  // The status waits for the first of them: a body that is cut before it gets no 200.
  const first = await results.next().catch(() => {
    throw new Refusal('cut-stream')
  })
  return Readable.from(followed(first, results), { objectMode: false })

  function adviseLine(line: Line): object {
    if (line === 'too-large' || line === 'malformed-text') return failed([{ code: line, path: [] }])
    const read = parseJson(line.text, { locale })
    if (!read.ok) return failed(withoutPlaces(read.issues))
    try {
      const advice = advise(read.value)
      const { caseId } = read.value as { readonly caseId?: string }
      return { ...(caseId === undefined ? {} : { caseId }), advice }
    } catch (error) {
      if (!(error instanceof TriageError)) throw error
      return failed(issuesAt('', error.issues))
    }
  }
}

const failed = (issues: readonly ProblemIssue[]): object => ({ error: { issues: issues.slice(0, 20) } })

type Line = { readonly text: string } | 'too-large' | 'malformed-text'

/** Lines of a stream of bytes, of which no more than one is held. */
async function* linesIn(stream: Readable): AsyncGenerator<Line> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield whole(chunk.subarray(from, end))
      from = end + 1
    }
    hold(chunk.subarray(from))
  }
  if (length > 0) yield whole(Buffer.alloc(0))

  function hold(part: Buffer): void {
    length += part.length
    if (length <= LONGEST_LINE && part.length > 0) held.push(Buffer.from(part))
  }

  function whole(last: Buffer): Line {
    hold(last)
    const line = length > LONGEST_LINE ? 'too-large' : (textOf(Buffer.concat(held)) ?? 'malformed-text')
    held = []
    length = 0
    return line === 'too-large' || line === 'malformed-text' ? line : { text: line }
  }
}

async function* resultLines(
  lines: AsyncIterable<Line>,
  advise: (line: Line) => object,
  decision: string,
): AsyncGenerator<string> {
  let [line, failures] = [0, 0]
  for await (const one of lines) {
    line += 1
    const result = advise(one)
    if ('error' in result) failures += 1
    yield `${JSON.stringify({ line, ...result })}\n`
    if (line % AT_A_TIME === 0) await setImmediate()
  }
  yield `${JSON.stringify({ end: true, decision, lines: line, failed: failures })}\n`
}

async function* followed(first: IteratorResult<string, unknown>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return
  yield first.value
  yield* rest
}
