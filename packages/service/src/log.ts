import { type DestinationStream, type Logger, pino } from 'pino'

const WARNING = 40

/**
 * One line a request, of members that are picked one by one: nothing of a body, an answer, a query, a token or an address
 * can come in, since no member holds it. What other code logs is reduced to its level and a code.
 */
export function serviceLog(destination?: DestinationStream): Logger {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: codeOf, error: codeOf, req: () => undefined, res: () => undefined },
    hooks: {
      logMethod(this: Logger, args: unknown[], method: (...args: unknown[]) => void, level: number): void {
        const [first] = args
        if (isLine(first)) method.call(this, first.line)
        else if (level >= WARNING)
          method.call(this, { event: 'other', ...(first instanceof Error ? { error: codeOf(first) } : {}) })
      },
    },
  }
  return (destination ? pino(options as never, destination) : pino(options as never)) as Logger
}

/** What the service itself says. */
export interface LogLine {
  readonly line: Readonly<Record<string, string | number | readonly string[] | undefined>>
}

const isLine = (value: unknown): value is LogLine =>
  typeof value === 'object' && value !== null && 'line' in value && Object.keys(value).length === 1

/** Of an error its name, its code and where in the code it arose; its message may quote an input. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { readonly code?: unknown }
  const [frame = ''] = (error.stack ?? '').split('\n').filter((one) => /^ {4}at /.test(one))
  const place = /([\w.-]+:\d+):\d+\)?$/.exec(frame)?.[1]
  return [error.name, typeof code === 'string' ? code : undefined, place].filter((part) => part !== undefined).join(' ')
}
