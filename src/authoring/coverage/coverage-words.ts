import type { CoverageKind } from './goal'

export const KIND_TITLES: Readonly<Record<CoverageKind, string>> = {
  rules: 'rules',
  conditions: 'conditions',
  services: 'services',
  holds: 'holds',
  waivers: 'waivers',
}

/** What counts as shown, a sentence a kind. */
export const KIND_MEANINGS: Readonly<Record<CoverageKind, string>> = {
  rules: 'Some fixture meets the rule, some does not, and in some an answer that is not known decides.',
  conditions:
    'In some fixture the comparison, or the window, decides the rule on its own: true, so that the rule would not be met without it; false, so that the rule would be met with it; and not known, so that the rule is met exactly if the comparison is.',
  services: 'Some fixture recommends the service for certain: at all, before its window, inside it and after it.',
  holds: 'Some fixture holds a recommended service for certain, and in some an answer that is not known decides.',
  waivers: 'Some fixture withdraws a reason for certain, and in some an answer that is not known decides.',
}
