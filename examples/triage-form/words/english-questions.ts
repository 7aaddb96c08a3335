import type { PageWords } from './page-words'

export const ENGLISH_QUESTIONS: PageWords['questions'] = {
  title: 'Questions',
  sections: 'Sections',
  progress: (answered, unknown, open) =>
    [
      `${answered} answered`,
      ...(unknown > 0 ? [`${unknown} not known`] : []),
      open === 0 ? 'nothing left to ask' : `${open} to go`,
    ].join(', '),
  next: 'Next question',
  done: 'Done.',
  showAll: 'Show questions that cannot change the advice now as well',
  hidden: (count) =>
    count === 1
      ? 'One question is left out: it cannot change the advice now.'
      : `${count} questions are left out: they cannot change the advice now.`,
  standing: (answered, all) => `${answered} of ${all}`,
  askOf: (role) => `Ask the ${role} this.`,
  decides: (services) => `Counts for: ${services.join(' · ')}`,
  irrelevant: 'No longer counts now',
  skipped: 'Cannot change the advice now',
  clear: 'Clear',
  clearOf: (question) => `Clear the answer: ${question}`,
  insteadOf: 'Or else',
  unknown: {
    unknown: 'not known',
    'unknown:not-applicable': 'not applicable',
    'unknown:refused': 'rather not say',
  },
  nothing: {
    choices: 'none of these',
    spells: 'there are no reports of illness',
    leaves: 'there was no leave',
    services: 'nothing was delivered yet',
  },
  units: {},
  number: 'Number',
  day: 'Day',
  kind: 'Type',
  columns: {
    firstDay: 'First day of illness',
    recoveredOn: 'First day fit again',
    from: 'First day of leave',
    until: 'Last day of leave',
    service: 'Service',
    on: 'Delivered on',
  },
  optional: 'empty while the absence lasts',
  noAnswer: 'no answer',
  item: { spells: 'Report of illness', leaves: 'Leave', services: 'Service' },
  add: { spells: 'Add a report of illness', leaves: 'Add leave', services: 'Add a service' },
  remove: (item) => `Remove ${item.charAt(0).toLowerCase()}${item.slice(1)}`,
  row: (row) => `row ${row}`,
  inRow: (row) => `Row ${row}`,
  unfinished: (what) => `This does not count yet. Still to fill in: ${what}.`,
}
