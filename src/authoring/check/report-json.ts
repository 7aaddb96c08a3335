import type { CheckedRuleSet } from './check-rule-set'
import type { Finding } from './finding'
import type { Places } from './report-text'

/** What was found, as one JSON document. */
export function describeFindings({ findings, accepted, undecided, ruleSet }: CheckedRuleSet, places: Places): unknown {
  const described = (finding: Finding) => {
    const { code, level, file, pointer, message, witness } = finding
    return { code, level, file, pointer, ...places.positionOf(finding), message, ...(witness && { witness }) }
  }
  const manifest = ruleSet?.manifest
  return {
    ruleSet: manifest ? { id: manifest.id, version: manifest.version, fingerprint: ruleSet.fingerprint } : null,
    findings: findings.map(described),
    undecided,
    accepted: accepted.map((finding) => ({ ...described(finding), reason: finding.reason })),
  }
}
