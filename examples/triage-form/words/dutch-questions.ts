import type { PageWords } from './page-words'

export const DUTCH_QUESTIONS: PageWords['questions'] = {
  title: 'Vragen',
  sections: 'Onderdelen',
  progress: (answered, unknown, open) =>
    [
      `${answered} beantwoord`,
      ...(unknown > 0 ? [`${unknown} niet bekend`] : []),
      open === 0 ? 'niets meer te vragen' : `nog ${open}`,
    ].join(', '),
  next: 'Volgende vraag',
  done: 'Klaar.',
  showAll: 'Toon ook vragen die het advies nu niet kunnen veranderen',
  hidden: (count) =>
    count === 1
      ? 'Eén vraag is weggelaten: die kan het advies nu niet veranderen.'
      : `${count} vragen zijn weggelaten: die kunnen het advies nu niet veranderen.`,
  standing: (answered, all) => `${answered} van ${all}`,
  askOf: (role) => `Vraag dit aan de ${role}.`,
  decides: (services) => `Telt mee voor: ${services.join(' · ')}`,
  irrelevant: 'Telt nu niet meer mee',
  skipped: 'Kan het advies nu niet veranderen',
  clear: 'Wissen',
  clearOf: (question) => `Antwoord wissen: ${question}`,
  insteadOf: 'Of anders',
  unknown: {
    unknown: 'niet bekend',
    'unknown:not-applicable': 'niet van toepassing',
    'unknown:refused': 'liever geen antwoord',
  },
  nothing: {
    choices: 'geen van deze',
    spells: 'er zijn geen ziekmeldingen',
    leaves: 'er was geen verlof',
    services: 'er is nog niets geleverd',
  },
  units: { 'percent of contract hours': 'procent van de contracturen' },
  number: 'Getal',
  day: 'Dag',
  kind: 'Soort',
  columns: {
    firstDay: 'Eerste ziektedag',
    recoveredOn: 'Eerste hersteldag',
    from: 'Eerste verlofdag',
    until: 'Laatste verlofdag',
    service: 'Dienst',
    on: 'Geleverd op',
  },
  optional: 'leeg zolang het verzuim duurt',
  noAnswer: 'geen antwoord',
  item: { spells: 'Ziekmelding', leaves: 'Verlof', services: 'Dienst' },
  add: { spells: 'Ziekmelding toevoegen', leaves: 'Verlof toevoegen', services: 'Dienst toevoegen' },
  remove: (item) => `${item} verwijderen`,
  row: (row) => `rij ${row}`,
  inRow: (row) => `Rij ${row}`,
  unfinished: (what) => `Dit telt nog niet mee. Nog invullen: ${what}.`,
}
