import { counted } from './counted'
import { ENGLISH_ADVICE } from './english-advice'
import { ENGLISH_QUESTIONS } from './english-questions'
import type { PageWords } from './page-words'

export const ENGLISH: PageWords = {
  title: 'Triage: is a labour expert needed?',
  skip: 'To the questions',
  head: {
    language: 'Language',
    role: 'Filled in by',
    roles: {
      'case-manager': 'case manager',
      employee: 'employee',
      'occupational-physician': 'occupational physician',
      delegate: 'delegate of the occupational physician',
      'labour-expert': 'labour expert',
    },
    consent: 'The employee agrees to medical answers being read',
    asOf: 'Reference day',
    asOfMissing: 'Give a whole day; until then the previous reference day holds.',
    caseId: 'Reference',
    caseIdHelp: 'Letters, digits, - or _. No name.',
    file: 'File',
    open: 'Open',
    save: 'Save',
    print: 'Print',
    startOver: 'Start over',
    sureToLose: 'The answers that are filled in now have not been saved. Go on without saving them?',
    kept: 'What is filled in here stays in this window. It is kept only in a file that you save yourself.',
    opened: (file) => `Opened: ${file}.`,
    saved: (file) => `Saved as ${file}.`,
    savedWithoutMedical: 'The medical answers are not in it: they are not for this role.',
    openedWithoutMedical: 'The medical answers in the file were left out: they are not for this role.',
    started: 'The form is empty.',
    notJson: 'This file is not JSON. Choose a file that was saved here.',
    notACase: 'This file cannot be opened as it is:',
  },
  questions: ENGLISH_QUESTIONS,
  advice: ENGLISH_ADVICE,
  changes: {
    status: (headline) => `The advice is now: ${headline}.`,
    certain: (titles) => `Certainly needed: ${titles}.`,
    earlier: (titles) => `Earlier: ${titles}.`,
    later: (titles) => `Later: ${titles}.`,
    gone: (titles) => `No longer certain: ${titles}.`,
    possible: (count) => `${counted(count, 'one more service', 'more services')} possible.`,
    none: 'The advice stays the same.',
    left: (count) => (count === 0 ? 'Nothing left to ask.' : `${counted(count, 'one question', 'questions')} to go.`),
    notCounted: 'This answer does not count yet.',
  },
}
