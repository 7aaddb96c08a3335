import type { Issue, IssueCode } from '../../core/issue/issue'
import type { Locale, Text } from '../../core/snapshot/fact'

/** What is wrong with some rows. No value of a row is ever in it: the row numbers lead to those. */
export interface ImportIssue extends Issue {
  /** From 1, in the order of the input. */
  readonly rows: readonly number[]
}

/** One lower-case sentence a code, with one next step. What it is about is told by the rows and the path. */
const IMPORT_TEXTS = {
  'not-plain-data': {
    nl: 'deze rij is geen gewoon object met waarden: geef een object per rij',
    en: 'this row is not a plain object of values: give one object a row',
  },
  'forbidden-key': {
    nl: 'deze rij heeft een sleutel die de werking van een object kan veranderen, en die is niet gelezen: verwijder die',
    en: 'this row has a key that could change how an object works, which was not read: remove it',
  },
  'duplicate-key': {
    nl: 'deze kolom of dit element staat er meer dan eens: houd er één over',
    en: 'this column or element is there more than once: keep one',
  },
  'malformed-text': {
    nl: 'deze waarde bevat een half teken (een los surrogaat): vervang dat teken',
    en: 'this value holds half a character (a lone surrogate): replace that character',
  },
  'too-large': {
    nl: 'dit is groter dan enige echte invoer: splits het bestand of verkort de waarde',
    en: 'this is larger than any real input: split the file or shorten the value',
  },
  'wrong-type': {
    nl: 'deze waarde is hier niet van het juiste type: geef een tekst, een getal of true of false',
    en: 'this value is not of the right type here: give a text, a number, or true or false',
  },
  'missing-key': {
    nl: 'deze kolom is hier leeg, zodat de rij niet te plaatsen is: vul de kolom in',
    en: 'this column is empty here, so that the row has no place: fill it in',
  },
  'unknown-value': {
    nl: 'deze code staat niet in het profiel en is niet gelezen: zet de code in het profiel',
    en: 'this code is not in the profile and was not read: add the code to the profile',
  },
  'out-of-range': {
    nl: 'dit getal of deze dag valt buiten het bereik en is niet gelezen: verbeter de waarde in de bron',
    en: 'this number or day is out of range and was not read: correct the value in the source',
  },
  'invalid-date': {
    nl: 'dit is geen dag van de kalender en is niet gelezen: verbeter de waarde in de bron',
    en: 'this is not a day of the calendar and was not read: correct the value in the source',
  },
  'date-after-as-of': {
    nl: 'deze dag ligt na de peildag en is nog niet overgenomen: importeer opnieuw na die dag',
    en: 'this day lies after the reference day and was not taken over yet: import again after that day',
  },
  'spell-ends-before-start': {
    nl: 'het herstel ligt voor de eerste ziektedag, zodat het einde onbekend is gelaten: verbeter een van beide in de bron',
    en: 'recovery lies before the first day of illness, so that the end was left unknown: correct one of them in the source',
  },
  'spells-overlap': {
    nl: 'twee meldingen van één dienstverband overlappen: sluit de eerste in de bron',
    en: 'two reports of one employment overlap: close the first in the source',
  },
  'two-open-spells': {
    nl: 'twee meldingen van één dienstverband zijn open, zodat niets van vóór de laatste is overgenomen: sluit de oudste in de bron',
    en: 'two reports of one employment are open, so that nothing before the last was taken over: close the older in the source',
  },
  'leave-ends-before-start': {
    nl: 'de laatste verlofdag ligt voor de eerste, zodat verlof onbekend is gelaten: verbeter een van beide in de bron',
    en: 'the last day of leave lies before the first, so that leave was left unknown: correct one of them in the source',
  },
  'leave-overlaps-spell': {
    nl: 'een melding en een verlof delen dagen, en de melding is daar onderbroken: verbeter een van beide in de bron',
    en: 'a report and a leave share days, and the report was interrupted there: correct one of them in the source',
  },
  'not-csv': {
    nl: 'in deze rij paren de aanhalingstekens niet of staan meer cellen dan er kolommen zijn, zodat zij niet is gelezen: verbeter haar',
    en: 'the quotes of this row do not pair, or it has more cells than there are columns, so that it was not read: correct it',
  },
  'missing-column': {
    nl: 'geen enkele rij heeft deze kolom: controleer of dit het goede profiel is',
    en: 'no row has this column: check that this is the right profile',
  },
  'end-date-ambiguous': {
    nl: 'of deze einddatum de eerste dag beter is, is niet gezegd, en dat beslist hier over de vier weken: stel endMeans in of verbeter de dag',
    en: 'whether this end date is the first day fit is not said, and that decides about the four weeks here: set endMeans or correct the day',
  },
  'end-without-day': {
    nl: 'deze melding is gesloten zonder een bruikbare dag, zodat haar einde onbekend is gelaten: vul de dag van herstel in de bron in',
    en: 'this report is closed without a day that can be used, so that its end was left unknown: fill in the day of recovery in the source',
  },
  'contradictory-row': {
    nl: 'deze rij spreekt zichzelf tegen: verbeter haar in de bron',
    en: 'this row contradicts itself: correct it in the source',
  },
  'unknown-report': {
    nl: 'de melding die deze rij verbetert of verwijdert staat er niet bij: importeer ook de eerdere berichten',
    en: 'the report that this row corrects or deletes is not among the rows: import the earlier messages too',
  },
  'not-mapped': {
    nl: 'uit deze rijen kwam geen geldige reeks meldingen, zodat die onbekend is gelaten: controleer ze in de bron',
    en: 'no valid list of reports came out of these rows, so that it was left unknown: check them in the source',
  },
} as const satisfies Partial<Record<IssueCode, Text>>

export type ImportIssueCode = keyof typeof IMPORT_TEXTS

/** `column` is a name of the profile, never one of the input: a header can hold a person's name. */
export function importIssue(
  code: ImportIssueCode,
  rows: readonly number[],
  column: string | undefined,
  locale: Locale,
): ImportIssue {
  const [row] = rows
  const path = [...(row === undefined ? [] : [row - 1]), ...(column === undefined ? [] : [column])]
  return { code, path, message: IMPORT_TEXTS[code][locale], rows }
}

/** For the tests: that each code has its texts. */
export const IMPORT_ISSUE_CODES = Object.keys(IMPORT_TEXTS) as readonly ImportIssueCode[]
