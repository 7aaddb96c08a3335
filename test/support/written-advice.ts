import type { Advice, Recommendation } from '../../src/core/advice'

const assessment: Recommendation = {
  service: 'labour-expert-assessment',
  title: 'arbeidsdeskundig onderzoek',
  level: 'person',
  effort: 'assessment',
  answersAway: 0,
  priority: 3,
  coveredBy: [],
  after: [],
  meanwhile: 'advice-conversation',
  requestedBy: ['case-manager'],
  certainty: 'certain',
  timing: {
    startFrom: '2026-11-08',
    startBy: '2026-12-06',
    state: 'due',
    basis: 'product',
    since: '2026-11-08',
    text: 'uiterlijk 6 december',
  },
  blockedBy: [
    {
      need: 'capacity',
      title: 'belastbaarheid',
      state: 'unmet',
      firstStep: 'Vraag de bedrijfsarts om een actuele functionelemogelijkhedenlijst.',
    },
    { need: 'willing', title: 'bereidheid', state: 'unknown', firstStep: 'Vraag de werknemer of die meewerkt.' },
  ],
  heldBy: [],
  waivedBy: [{ rule: 'no-return/no-capacity', certainty: 'possible', text: 'Er zijn geen benutbare mogelijkheden.' }],
  reasons: [
    {
      rule: 'no-return/own-work-not-expected',
      checklist: 'no-return',
      certainty: 'certain',
      text: 'Volgens de bedrijfsarts is terugkeer in het eigen werk niet te verwachten; een onderzoek laat zien welk ander werk wel passend is, bij deze werkgever of bij een andere.',
      sources: [
        { id: 'cahier-32', section: '3.2' },
        { id: 'cahier-32', section: '3.5.2' },
        { id: 'preventieve-ad-2026', section: '4.12' },
      ],
      facts: ['returnToWork.ownWork'],
    },
    {
      rule: 'stagnation/build-up',
      checklist: 'stagnation',
      certainty: 'possible',
      text: 'De opbouw van het werk stokt.',
      sources: [{ id: 'cahier-32', section: '3.2' }],
      facts: ['returnToWork.buildUp'],
    },
  ],
}

const conversation: Recommendation = {
  service: 'advice-conversation',
  title: 'adviesgesprek',
  level: 'person',
  effort: 'talk',
  answersAway: 0,
  priority: 10,
  coveredBy: [],
  after: [],
  requestedBy: [],
  certainty: 'certain',
  timing: {
    startFrom: '2026-11-22',
    startBy: '2026-12-06',
    state: 'due',
    basis: 'practice',
    text: 'uiterlijk 6 december',
  },
  blockedBy: [],
  heldBy: [
    {
      rule: 'conflict/hold',
      certainty: 'certain',
      reviewOn: '2026-12-06',
      text: 'Er is een arbeidsconflict vastgesteld.',
    },
    {
      rule: 'no-return/no-benefit',
      certainty: 'possible',
      reviewOn: '2027-01-03',
      text: 'Verwijzen heeft nu wellicht geen zin.',
    },
  ],
  waivedBy: [],
  reasons: [{ ...assessmentReason(), rule: 'causes/non-medical', checklist: 'causes' }],
}

const fileCheck: Recommendation = {
  service: 'file-check',
  title: 'dossiercheck',
  level: 'person',
  effort: 'talk',
  answersAway: 1,
  priority: 14,
  coveredBy: [],
  after: [],
  requestedBy: [],
  certainty: 'possible',
  timing: {
    startFrom: '2026-12-20',
    startBy: '2027-03-26',
    state: 'planned',
    basis: 'practice',
    text: 'vanaf 20 december, uiterlijk 26 maart 2027',
    sooner: {
      startFrom: '2026-11-20',
      startBy: '2027-02-26',
      dependsOn: ['absence.spells'],
      text: 'misschien al eerder nodig, uiterlijk 26 februari 2027',
    },
  },
  blockedBy: [],
  heldBy: [],
  waivedBy: [],
  reasons: [
    { ...assessmentReason(), rule: 'early-moments/file-check', checklist: 'early-moments', certainty: 'possible' },
  ],
}

function assessmentReason() {
  return {
    rule: 'x/y',
    checklist: 'x',
    certainty: 'certain' as const,
    text: 'Een vroege blik op het dossier voorkomt stilstand.',
    sources: [{ id: 'cahier-32', section: '3.5.2' }],
    facts: [],
  }
}

/** One advice, written by hand, with every part of the shape in it. */
export const WRITTEN_ADVICE: Advice = {
  adviceVersion: 2,
  asOf: '2026-11-22',
  ruleSet: { id: 'nl-referral-triage', version: '1.2.3', digest: 'sha256:0123456789abcdef0123456789abcdef' },
  package: '0.0.0',
  locale: 'nl',
  audience: 'full',
  status: 'refer-now',
  statusText: 'Nu verwijzen',
  next: {
    kind: 'request',
    service: 'labour-expert-assessment',
    title: 'arbeidsdeskundig onderzoek',
    by: '2026-12-06',
    since: '2026-11-08',
    arrange: [
      'Vraag de bedrijfsarts om een actuele functionelemogelijkhedenlijst.',
      'Vraag de werknemer of die meewerkt.',
    ],
    meanwhile: 'advice-conversation',
    text: 'Vraag een arbeidsdeskundig onderzoek aan, uiterlijk 6 december.',
  },
  also: [],
  settled: false,
  complete: false,
  exact: true,
  ask: [
    {
      id: 'absence',
      title: 'Het verzuim',
      facts: ['absence.spells'],
      text: 'Beslist mee over dossiercheck.',
    },
  ],
  toRelease: { advises: [{ service: 'labour-expert-assessment', by: '2026-12-06' }], waitUntil: '2026-12-06' },
  recommendations: [assessment, conversation, fileCheck],
  checklists: [
    { id: 'conflict', title: 'Conflict', outcome: 'positive' },
    { id: 'task-load', title: 'Functiebelasting', outcome: 'negative' },
    { id: 'early-moments', title: 'Vroege momenten', outcome: 'open' },
  ],
  notices: [
    {
      id: 'contract-hours',
      state: 'may-apply',
      basis: 'official',
      text: 'Verlaag de contracturen niet vrijwillig.',
      sources: [{ id: 'uwv', section: 'wia' }],
    },
    {
      id: 'plan-of-action',
      on: '2026-03-31',
      state: 'late-motivation-unknown',
      basis: 'statute',
      text: 'Plan van aanpak.',
      sources: [{ id: 'wvp', section: '4' }],
    },
  ],
  openQuestions: [
    {
      fact: 'absence.spells',
      state: 'not-asked',
      question: 'Op welke dagen meldde de werknemer zich ziek, en wanneer weer beter?',
      askedOf: 'case-manager',
      decides: ['file-check', 'labour-expert-assessment', 'early-wvp-check'],
    },
    {
      fact: 'health.usableCapacity',
      state: 'unknown',
      question: 'Zijn er benutbare mogelijkheden?',
      askedOf: 'occupational-physician',
      decides: ['labour-expert-assessment'],
    },
    {
      fact: 'returnToWork.buildUp',
      state: 'not-asked',
      question: 'Hoe verloopt de opbouw van het werk?',
      askedOf: 'case-manager',
      decides: [],
    },
  ],
  calendar: {
    effectiveFirstDay: '2026-02-03',
    completedWeeks: 41,
    ordinalWeek: 42,
    completedMonths: 9,
    onLeave: false,
    milestones: [
      {
        id: 'problem-analysis',
        title: 'Probleemanalyse',
        on: '2026-03-17',
        basis: 'statute',
        state: 'on-time',
        text: 'Probleemanalyse: op tijd gedaan (uiterlijk 17 maart)',
      },
      {
        id: 'week-42-report',
        title: 'Ziekmelding bij UWV',
        on: '2026-11-24',
        basis: 'statute',
        state: 'upcoming',
        text: 'Ziekmelding bij UWV: uiterlijk 24 november',
      },
      {
        id: 'first-year-evaluation',
        title: 'Eerstejaarsevaluatie',
        from: '2026-12-22',
        on: '2027-02-02',
        basis: 'official',
        state: 'upcoming',
        text: 'Eerstejaarsevaluatie: uiterlijk 2 februari 2027',
      },
    ],
    alternatives: [
      { effectiveFirstDay: '2026-05-01', completedWeeks: 29, ordinalWeek: 30, dependsOn: ['absence.leaves.oneCase'] },
    ],
  },
}
