import type { Issue } from '../../core/issue/issue'
import type { Text } from '../../core/snapshot/fact'
import { parseJson } from '../../core/snapshot/parse-json'
import { SNAPSHOT_LIMITS, tooLarge } from '../../core/snapshot/plain-data'
import { caseAdviser, type ResultLine } from './advise-line'
import type { BatchSettings } from './batch-settings'
import { readCases } from './csv-case'

/** Lines of the results in the order of the input, each with its line end. */
export interface ResultLines {
  readonly text: string
  readonly advised: number
  readonly invalid: number
}

export interface LinesAdviser {
  /** `text` holds whole lines; the last may lack its end. `firstLine` is where they start, counted from one. */
  readonly advise: (text: string, firstLine: number) => ResultLines
  /** One line that was not decoded: longer than any case, or no text in UTF-8. */
  readonly refuse: (code: 'too-large' | 'malformed-text', line: number) => ResultLines
}

const NOT_UTF8: Text = {
  nl: 'deze regel is geen tekst in UTF-8: sla het bestand in UTF-8 op',
  en: 'this line is not text in UTF-8: save the file as UTF-8',
}

/** Looks at many lines at once: a line out for each line in. */
export function linesAdviser(settings: BatchSettings): LinesAdviser {
  const { from, options } = settings
  const adviseCase = caseAdviser(settings)
  const issueOf = (code: 'too-large' | 'malformed-text'): Issue =>
    code === 'too-large'
      ? tooLarge(SNAPSHOT_LIMITS, options.locale)
      : { code, path: [], message: NOT_UTF8[options.locale] }
  return {
    advise: (text, firstLine) => {
      const lines = linesIn(text)
      const cases =
        from.format === 'csv' ? readCases(lines, from, options.locale) : lines.map((line) => parseJson(line, options))
      return join(cases.map((read, index) => adviseCase(read, firstLine + index)))
    },
    refuse: (code, line) => join([adviseCase({ ok: false, issues: [issueOf(code)] }, line)]),
  }
}

/** A carriage return before a line end belongs to it. */
function linesIn(text: string): readonly string[] {
  const lines = (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function join(results: readonly ResultLine[]): ResultLines {
  let text = ''
  let advised = 0
  for (const result of results) {
    text += `${result.text}\n`
    if (result.advised) advised += 1
  }
  return { text, advised, invalid: results.length - advised }
}
