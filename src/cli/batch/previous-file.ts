import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { adviceIn, caseIn, type PreviousRun, previousRun } from '../../reports/batch/previous-run'
import { LINE_END } from '../read-input'

/** What the last run wrote, which stays open until it is closed. */
export interface PreviousFile extends PreviousRun {
  readonly close: () => void
}

/** Where a line stands in its file, in bytes. */
interface Place {
  readonly from: number
  readonly length: number
}

/**
 * The last run, of which only the places of its cases are held: a line is read again when its case comes. What can be read
 * but once, such as a pipe, is held as its lines. Throws the error of the system.
 */
export async function openPrevious(file: string): Promise<PreviousFile> {
  const fd = openSync(file, 'r')
  try {
    if (!fstatSync(fd).isFile()) {
      const lines = createInterface({ input: createReadStream('', { fd, autoClose: false }) })
      return { ...(await previousRun(lines)), close: () => closeSync(fd) }
    }
    const places = await placesIn(fd)
    return {
      size: places.size,
      adviceOf: (caseId) => {
        const place = places.get(caseId)
        return place && adviceIn(textAt(fd, place))
      },
      close: () => closeSync(fd),
    }
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

function textAt(fd: number, { from, length }: Place): string {
  const bytes = Buffer.alloc(length)
  return bytes.toString('utf8', 0, readSync(fd, bytes, 0, length, from))
}

/** The number of its case stands near the start of a line. */
const START_BYTES = 256

async function placesIn(fd: number): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>()
  let rest: Buffer = Buffer.alloc(0)
  let at = 0
  const note = (line: Buffer): void => {
    const caseId = caseIn(line.toString('latin1', 0, START_BYTES)) ?? caseIn(line.toString('latin1'))
    if (caseId !== undefined) places.set(caseId, { from: at, length: line.length })
    at += line.length + 1
  }
  const chunks: AsyncIterable<Buffer> = createReadStream('', { fd, autoClose: false, start: 0 })
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, from)) {
      note(bytes.subarray(from, end))
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) note(rest)
  return places
}
