import { shippedRuleSet } from '../../src/core/rules/bundled'

const { id, version } = shippedRuleSet().manifest

export const OWN_TEXT = { nl: 'Een regel van onze organisatie.', en: 'A rule of our organisation.' }
export const OWN_SOURCES = [{ id: 'our-agreements', section: '1' }]

type Files = Record<string, Record<string, unknown>>

/** The manifest of an organisation that extends the shipped rule set, with these changes. */
export const ownManifest = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  id: 'our-rules',
  version: '1.0.0',
  title: { nl: 'Onze regels', en: 'Our rules' },
  jurisdiction: 'NL',
  validFrom: '2026-01-01',
  validUntil: null,
  checkedOn: '2026-11-22',
  extends: { id, version },
  checklists: [],
  ...changes,
})

/** An organisation's files with one of everything: facts, a service, a need, a parameter, a source, a checklist, words. */
export function ownFiles(): Files {
  // Through text, so that no two places share an object and each can be changed alone.
  return JSON.parse(JSON.stringify(FILES)) as Files
}

const FILES = {
  'manifest.json': ownManifest({
    checklists: ['shift-work'],
    disables: [{ rule: 'conflict/established-hold', reason: { nl: 'Wij wachten niet.', en: 'We do not wait.' } }],
  }),
  'facts.json': {
    facts: [
      {
        id: 'own.nightShifts',
        type: 'number',
        tier: 'employer',
        answeredBy: ['case-manager', 'employee'],
        question: { nl: 'Hoeveel nachtdiensten per maand?', en: 'How many night shifts a month?' },
        unit: 'shifts a month',
        range: [0, 31],
      },
      {
        id: 'own.sleepAdvice',
        type: 'choice',
        tier: 'medical',
        answeredBy: ['occupational-physician'],
        question: { nl: 'Wat is het advies over slaap?', en: 'What is the advice on sleep?' },
        options: { rest: { nl: 'rust', en: 'rest' }, none: { nl: 'geen', en: 'none' } },
      },
      {
        id: 'own.rosterAgreed',
        type: 'boolean',
        tier: 'employer',
        answeredBy: ['case-manager'],
        question: { nl: 'Is een rooster afgesproken?', en: 'Has a roster been agreed?' },
      },
      {
        id: 'own.teams',
        type: 'choices',
        tier: 'employer',
        answeredBy: ['case-manager'],
        question: { nl: 'In welke ploegen?', en: 'In which shifts?' },
        options: {
          early: { nl: 'vroege dienst', en: 'early shift' },
          late: { nl: 'late dienst', en: 'late shift' },
          night: { nl: 'nachtdienst', en: 'night shift' },
        },
      },
      {
        id: 'own.rosterChangedOn',
        type: 'date',
        tier: 'employer',
        answeredBy: ['case-manager'],
        question: { nl: 'Wanneer is het rooster gewijzigd?', en: 'When was the roster changed?' },
        none: { nl: 'niet gewijzigd', en: 'not changed' },
      },
    ],
  },
  'sources.json': {
    sources: [
      {
        id: 'our-agreements',
        title: 'Afspraken met de arbodienst',
        publisher: 'Onze organisatie',
        date: '2026',
        language: 'nl',
        sections: [{ id: '1', title: 'Nachtdiensten' }],
      },
    ],
  },
  'policy.json': {
    overrides: [
      {
        name: 'frequentAbsence.minReports',
        default: 4,
        reason: { nl: 'Afgesproken met de ondernemingsraad.', en: 'Agreed with the works council.' },
      },
    ],
    parameters: [
      {
        name: 'nightShifts.many',
        unit: 'count',
        default: 6,
        range: [1, 31],
        description: { nl: 'Vanaf hoeveel nachtdiensten.', en: 'From how many night shifts.' },
        basis: 'product',
        sources: OWN_SOURCES,
        checkedOn: '2026-11-22',
      },
    ],
  },
  'services.json': {
    services: [
      {
        id: 'roster-scan',
        title: { nl: 'Roosterscan', en: 'Roster scan' },
        kind: 'advice',
        description: { nl: 'Een blik op het rooster.', en: 'A look at the roster.' },
        needs: ['roster', 'willing'],
        sources: OWN_SOURCES,
      },
    ],
    needs: [
      {
        id: 'roster',
        title: { nl: 'Rooster', en: 'Roster' },
        fact: 'own.rosterAgreed',
        firstStep: { nl: 'Spreek een rooster af.', en: 'Agree on a roster.' },
        basis: 'product',
        sources: OWN_SOURCES,
      },
    ],
  },
  'texts.json': {
    services: { 'file-check': { title: { nl: 'Dossierblik', en: 'File glance' } } },
    rules: { 'conflict/signal': { text: { nl: 'Bel onze loketlijn.', en: 'Call our desk.' } } },
    needs: { willing: { firstStep: { nl: 'Vraag het aan de werknemer.', en: 'Ask the employee.' } } },
  },
  'checklists/shift-work.json': {
    id: 'shift-work',
    order: 15,
    title: { nl: 'Ploegendienst', en: 'Shift work' },
    description: { nl: 'Werkt de werknemer in nachtdienst?', en: 'Does the employee work night shifts?' },
    sources: OWN_SOURCES,
    questions: [
      'own.nightShifts',
      'own.sleepAdvice',
      'own.teams',
      'own.rosterChangedOn',
      'absence.spells',
      'absence.leaves',
    ],
    conditions: {
      'many-nights': {
        all: [
          { fact: 'own.nightShifts', operator: 'greaterThanInclusive', value: { fact: 'policy.nightShifts.many' } },
          { fact: 'own.teams', operator: 'contains', value: 'night' },
        ],
      },
    },
    positive: { condition: 'many-nights' },
    rules: [
      {
        id: 'shift-work/many-nights',
        conditions: { condition: 'many-nights' },
        event: { type: 'recommend', params: { services: ['roster-scan', 'file-check'] } },
        timing: {
          anchor: 'asOf',
          from: 'P0D',
          until: { policy: 'promptReferral' },
          whenPassed: 'overdue',
          basis: 'product',
        },
        text: {
          nl: 'Er zijn {own.nightShifts} nachtdiensten per maand.',
          en: 'There are {own.nightShifts} night shifts a month.',
        },
        basis: 'product',
        sources: OWN_SOURCES,
      },
      {
        id: 'shift-work/rest-first',
        conditions: { fact: 'own.sleepAdvice', operator: 'equal', value: 'rest' },
        event: { type: 'hold', params: { services: ['roster-scan'], reviewAfter: 'P14D' } },
        text: OWN_TEXT,
        basis: 'product',
        sources: OWN_SOURCES,
      },
      {
        id: 'shift-work/roster-changed',
        conditions: {
          all: [
            { condition: 'many-nights' },
            { fact: 'absence.completedWeeks', operator: 'greaterThanInclusive', value: 2 },
          ],
        },
        event: { type: 'recommend', params: { services: ['roster-scan'] } },
        timing: { anchor: 'own.rosterChangedOn', from: 'P0D', until: 'P6W', whenPassed: 'over', basis: 'product' },
        text: OWN_TEXT,
        basis: 'product',
        sources: OWN_SOURCES,
      },
    ],
  },
}
