import type { Words } from './words'

export const ENGLISH: Words = {
  status: {
    'refer-now': { headline: 'Refer now', meaning: 'Request the first service below now.' },
    'plan-referral': {
      headline: 'Plan a referral',
      meaning: 'A service is needed, but there is no need, or no way, to request it yet.',
    },
    'more-information-needed': {
      headline: 'Find out more first',
      meaning: 'What is known is too little for a referral. Settle the open questions first.',
    },
    'no-referral': {
      headline: 'No referral needed',
      meaning: 'On what is known now, there is no service to request.',
    },
  },
  assessedOn: (day) => `As things stand on ${day}.`,
  openCount: (count) =>
    count === 0
      ? 'No unanswered question can change this advice.'
      : count === 1
        ? 'The answer to one open question can still change this advice.'
        : `The answers to ${count} open questions can still change this advice.`,
  audience: {
    full: 'Full version, may hold medical data: not for the employer.',
    employer: 'Version for the employer: without medical data.',
  },
  headings: {
    certain: 'Request',
    possible: 'Perhaps needed, depending on the open questions',
    notices: 'Take note',
    deadlines: 'Deadlines',
    questions: 'Still to ask',
    calendar: 'Absence',
    checklists: 'Checklists',
  },
  labels: {
    when: 'When',
    why: 'Why',
    perhapsWhy: 'Perhaps because',
    unmet: 'Arrange first',
    unknown: 'Find out first',
    held: 'On hold',
    perhapsHeld: 'Perhaps wait',
    waived: 'May lapse',
  },
  when: {
    planned: (from, by) => (from === by ? `Not yet: on ${from}.` : `Not yet: start between ${from} and ${by}.`),
    due: (by) => `Now: start by ${by}.`,
    overdue: (by) => `Late: this should have started by ${by}. Start as soon as possible after all.`,
    maybePlanned: (questions, from) =>
      `Not yet. The window is not settled; the earliest it can be starts on ${from}. That depends on: ${questions}`,
    maybeDue: (questions, by, latest) =>
      `Now: start by ${by}. If it turns out to be less urgent, by ${latest}. That depends on: ${questions}`,
    maybeOverdue: (questions) =>
      `Perhaps late already. The window is not settled; wait no longer. That depends on: ${questions}`,
    held: (from, by) => `Not while this is on hold. Window: from ${from} to ${by}.`,
    maybeHeld: (questions) => `Not while this is on hold. The window is not settled. That depends on: ${questions}`,
    andMore: (count) => (count === 1 ? 'And one more question.' : `And ${count} more questions.`),
  },
  basis: {
    statute: 'statute',
    official: 'official guidance',
    practice: 'practice',
    product: 'a choice of these rules',
  },
  windowBasis: (basis) => `Basis: ${basis}.`,
  reviewOn: (day) => `Look again on ${day}.`,
  ifSo: (text) => `If this turns out to be so: ${text}`,
  moreReasons: (count) => (count === 1 ? 'And one more possible reason.' : `And ${count} more possible reasons.`),
  noticeState: {
    applies: '',
    'may-apply': 'May apply',
    upcoming: 'upcoming',
    due: 'now',
    passed: 'day over, not known whether it was done',
    'on-time': 'done on time',
    late: 'late',
    'late-motivated': 'late, with reasons given',
    'late-motivation-unknown': 'late, not known whether reasons were given',
  },
  since: (day) => `possible from ${day}`,
  role: {
    'case-manager': 'Of the case manager',
    employee: 'Of the employee',
    'occupational-physician': 'Of the occupational physician',
    delegate: 'Of those who work under the responsibility of the occupational physician',
    'labour-expert': 'Of the labour expert',
  },
  questionState: {
    'not-asked': '',
    unknown: '(asked before, not known then)',
    'not-applicable': '(asked before, said not to apply then)',
    refused: '(asked before, not answered by choice then)',
  },
  decides: (questions, services) => `${questions === 1 ? 'Helps' : 'Help'} decide: ${services}`,
  noCalendar: 'There is no ongoing absence, or its first day is not known.',
  calendar: (firstDay, completed, ordinal, months) =>
    `Effective first day of absence: ${firstDay}. Completed weeks: ${completed}. Now in ordinal week ${ordinal}.${
      months === undefined ? '' : ` Completed months: ${months}.`
    }`,
  otherwise: (question, calendar) => `Or else, while this is not settled: ${question} ${calendar}`,
  outcome: { positive: 'positive', negative: 'negative', open: 'still open' },
  ruleSet: (id, version, digest) => `Rule set ${id} ${version} (${digest}).`,
  personDecides: 'This is advice: a person decides.',
}
