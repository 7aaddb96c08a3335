import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import canonicalize from 'canonicalize'
import { perPolicy } from '../cache'
import type { Policy } from './policy'
import type { RuleSet } from './rule-set'

/** SHA-256, in hex, of data in canonical JSON (RFC 8785): the same whatever the order of keys. */
export const fingerprint = (data: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalize(data) as string)))

/** Which rules gave this advice: the fingerprint of the rule set's own fingerprint and the policy in force. */
export const digestOf = perPolicy((ruleSet: RuleSet, policy: Policy): string =>
  fingerprint({ ruleSet: ruleSet.fingerprint, policy: Object.fromEntries(policy) }),
)
