import type { FindingCode } from './finding-codes'
import type { Example, ExampleValue } from './finding-examples'

const at = (file: string, path: readonly (string | number)[], value: unknown): readonly ExampleValue[] => [
  { file, path, value },
]
const from = (value: unknown) => ({ fact: 'absence.completedMonths', operator: 'greaterThanInclusive', value })

const MONTHS = { fact: 'policy.stagnation.assessmentFromMonth' }
const inWeeks = { fact: 'absence.completedWeeks', operator: 'greaterThanInclusive', value: MONTHS }
const PERSONAL = [
  'file-check',
  'action-plan-scan',
  'advice-conversation',
  'early-wvp-check',
  'light-advice',
  'workplace-assessment',
  'labour-expert-assessment',
  'wage-value-assessment',
  'reintegration-guidance',
  'reintegration-coordination',
  'participatory-method',
  'case-conference',
  'periodic-case-conference',
  'consultation-hour',
  'employability-assessment',
  'medical-advice-trajectory',
  'second-track',
  'conflict-handling',
]

/** A source as it stands in the shipped rule set, with the day on which it was checked or without. */
const checkedSource = (checked: { readonly checkedOn?: string }) => ({
  id: 'akc-factsheet',
  title: 'Factsheet vroegtijdige inzet van arbeidsdeskundigen (Ongenae en Van de Velde)',
  publisher: 'Arbeidsdeskundig Kennis Centrum (AKC)',
  date: 'n.d., study 2020-2022',
  ...checked,
  language: 'nl',
  sections: [
    { id: 'database', title: 'Databaseonderzoek: effect op verzuimduur' },
    { id: 'survey', title: 'Vragenlijstonderzoek: visies van de arbeidsdeskundige en bedrijfsarts' },
    { id: 'recommendations', title: 'Aan de slag!' },
  ],
})

/** On the day that the tests give to --on: 22 November 2026. */
export const WRITING_EXAMPLES = {
  'threshold-in-rule': {
    bad: [
      {
        file: 'checklists/unclear-suitable-work.json',
        rule: 'unclear-suitable-work/assessment',
        path: ['conditions'],
        value: { all: [{ condition: 'stagnation' }, from(4)] },
      },
    ],
    good: [
      {
        file: 'checklists/unclear-suitable-work.json',
        rule: 'unclear-suitable-work/assessment',
        path: ['conditions'],
        value: { all: [{ condition: 'stagnation' }, from({ fact: 'policy.stagnation.assessmentFromMonth' })] },
      },
    ],
  },
  'scaffold-text': {
    bad: at('services.json', ['services', 0, 'description'], {
      nl: 'Schrijf hier waar dit over gaat.',
      en: 'Write here what this is about.',
    }),
    good: at('services.json', ['services', 0, 'description'], {
      nl: 'Een blik in het dossier.',
      en: 'A look at the file.',
    }),
  },
  'numbers-differ': {
    bad: at('services.json', ['services', 0, 'description'], { nl: 'Binnen 6 weken.', en: 'Within 8 weeks.' }),
    good: at('services.json', ['services', 0, 'description'], { nl: 'Binnen 6 weken.', en: 'Within 6 weeks.' }),
  },
  'languages-swapped': {
    bad: at('services.json', ['services', 0, 'description'], {
      nl: 'A look at the file of the employee, with the plan.',
      en: 'Een blik in het dossier van de medewerker, met het plan.',
    }),
    good: at('services.json', ['services', 0, 'description'], {
      nl: 'Een blik in het dossier van de medewerker, met het plan.',
      en: 'A look at the file of the employee, with the plan.',
    }),
  },
  'basis-without-law': {
    bad: at('services.json', ['needs', 0, 'basis'], 'statute'),
    good: at('services.json', ['needs', 0, 'basis'], 'practice'),
  },
  'units-differ': {
    bad: at('checklists/unclear-suitable-work.json', ['covers'], { all: [inWeeks, from(MONTHS)] }),
    good: at('checklists/unclear-suitable-work.json', ['covers'], { all: [from(MONTHS)] }),
  },
  'holds-everything': {
    bad: [
      {
        file: 'checklists/no-return-to-own-work.json',
        rule: 'no-return-to-own-work/physician-withholds',
        path: ['event', 'params', 'services'],
        value: PERSONAL,
      },
    ],
    good: [
      {
        file: 'checklists/no-return-to-own-work.json',
        rule: 'no-return-to-own-work/physician-withholds',
        path: ['event', 'params', 'services'],
        value: ['light-advice'],
      },
    ],
  },
  'date-ahead': {
    bad: at('manifest.json', ['checkedOn'], '2199-01-01'),
    good: at('manifest.json', ['checkedOn'], '2026-01-01'),
  },
  'stray-placeholder': {
    bad: at('services.json', ['services', 0, 'title'], {
      nl: 'Dossiercheck binnen {policy.promptReferral}',
      en: 'File check within {policy.promptReferral}',
    }),
    good: at('services.json', ['services', 0, 'title'], { nl: 'Dossiercheck', en: 'File check' }),
  },
  'same-text': {
    bad: at('services.json', ['services', 0, 'title'], { nl: 'File check', en: 'File check' }),
    good: at('services.json', ['services', 0, 'title'], { nl: 'Dossiercheck', en: 'File check' }),
  },
  'gives-away': {
    bad: [
      {
        file: 'checklists/conflict.json',
        rule: 'conflict/established-unhandled',
        path: ['text'],
        value: {
          nl: 'Er is een conflict, en de klachten komen daardoor: zet de aanpak van het conflict in.',
          en: 'There is a conflict, and the complaints come of it: have the conflict handled.',
        },
      },
    ],
    good: [
      {
        file: 'checklists/conflict.json',
        rule: 'conflict/established-unhandled',
        path: ['text'],
        value: {
          nl: 'Er is een conflict dat niet wordt aangepakt: zet de aanpak van het conflict in.',
          en: 'There is a conflict that is not being handled: have the conflict handled.',
        },
      },
    ],
  },
  'hidden-character': {
    bad: at('services.json', ['services', 0, 'title'], { nl: 'Dossier\u200Bcheck', en: 'File\u00A0check' }),
    good: at('services.json', ['services', 0, 'title'], { nl: 'Dossiercheck', en: 'File check' }),
  },
  'source-without-section': {
    bad: at('sources.json', ['sources', 0, 'sections', 0, 'title'], ' '),
    good: at('sources.json', ['sources', 0, 'sections', 0, 'title'], 'Wat wordt aanbevolen'),
  },
  'unused-name': {
    bad: at('checklists/conflict.json', ['conditions', 'resolved'], {
      fact: 'conflict.handling',
      operator: 'equal',
      value: 'resolved',
    }),
    good: [],
  },
  'validity-reversed': {
    bad: at('manifest.json', ['validUntil'], '2025-12-31'),
    good: at('manifest.json', ['validUntil'], '2026-12-31'),
  },
  expired: {
    bad: at('manifest.json', ['validUntil'], '2026-06-30'),
    good: at('manifest.json', ['validUntil'], '2027-06-30'),
  },
  'not-yet-valid': {
    bad: at('manifest.json', ['validFrom'], '2027-01-01'),
    good: at('manifest.json', ['validFrom'], '2026-01-01'),
  },
  'source-expired': {
    bad: at('sources.json', ['sources', 0, 'validUntil'], '2026-06-30'),
    good: at('sources.json', ['sources', 0, 'validUntil'], '2027-06-30'),
  },
  'source-not-yet-valid': {
    bad: at('sources.json', ['sources', 0, 'validFrom'], '2027-01-01'),
    good: at('sources.json', ['sources', 0, 'validFrom'], '2026-01-01'),
  },
  'source-undated': {
    bad: at('sources.json', ['sources', 0], checkedSource({})),
    good: at('sources.json', ['sources', 0], checkedSource({ checkedOn: '2026-11-22' })),
  },
  'changed-since-approved': {
    bad: at(
      'approvals.json',
      ['approvals'],
      [
        {
          rule: 'conflict/established-unhandled',
          digest: '0123456789abcdef',
          by: { role: 'labour-expert', pseudonym: 'ad-1' },
          on: '2026-11-30',
        },
      ],
    ),
    good: at('approvals.json', ['approvals'], []),
  },
  'accepted-without-finding': {
    bad: at('checklists/conflict.json', ['accepted'], [{ finding: 'gap', reason: 'resolved conflicts need nothing' }]),
    good: [],
  },
} as const satisfies Partial<Record<FindingCode, Example>>
