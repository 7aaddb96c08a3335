import { ISSUE_CODES } from '../../core/issue/issue-codes'
import type { Locale } from '../../core/snapshot/fact'
import type { AcceptedFinding } from './accept-findings'
import type { CheckedRuleSet } from './check-rule-set'
import type { Finding } from './finding'
import { FINDING_PAGES, type FindingPage } from './finding-page-texts'
import type { Places } from './report-text'

/**
 * What was found as SARIF 2.1.0 (OASIS, 2020), which code hosts show beside the lines: one run, a rule for each code
 * that was found, accepted findings as suppressed, the case that shows a finding in its properties.
 */
export function toSarif(
  { findings, accepted }: CheckedRuleSet,
  { locale, version, places }: { readonly locale: Locale; readonly version: string; readonly places: Places },
): unknown {
  const all: readonly (Finding | AcceptedFinding)[] = [...findings, ...accepted]
  const codes = [...new Set(all.map(({ code }) => code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'verwijswijzer', version, rules: codes.map((code) => ruleOf(code, locale)) } },
        columnKind: 'utf16CodeUnits',
        results: all.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: finding.level,
          message: { text: finding.message[locale] },
          locations: [locationOf(finding, places)],
          ...('reason' in finding && {
            suppressions: [{ kind: 'inSource', status: 'accepted', justification: finding.reason }],
          }),
          ...(finding.witness && { properties: { witness: finding.witness } }),
        })),
      },
    ],
  }
}

function ruleOf(code: Finding['code'], locale: Locale): unknown {
  const page: FindingPage | undefined =
    code in FINDING_PAGES ? FINDING_PAGES[code as keyof typeof FINDING_PAGES] : undefined
  if (!page) return { id: code, shortDescription: { text: ISSUE_CODES[code as keyof typeof ISSUE_CODES] } }
  return {
    id: code,
    shortDescription: { text: page.title[locale] },
    fullDescription: { text: page.what[locale] },
    help: { text: page.why[locale] },
  }
}

function locationOf(finding: Finding, places: Places): unknown {
  const position = places.positionOf(finding)
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(places.pathOf(finding.file)) },
      ...(position && { region: { startLine: position.line, startColumn: position.column } }),
    },
    logicalLocations: [{ fullyQualifiedName: `${finding.file}#${finding.pointer}`, kind: 'member' }],
  }
}
