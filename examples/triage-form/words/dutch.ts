import { counted } from './counted'
import { DUTCH_ADVICE } from './dutch-advice'
import { DUTCH_QUESTIONS } from './dutch-questions'
import type { PageWords } from './page-words'

export const DUTCH: PageWords = {
  title: 'Triage: is een arbeidsdeskundige nodig?',
  skip: 'Naar de vragen',
  head: {
    language: 'Taal',
    role: 'Ingevuld door',
    roles: {
      'case-manager': 'casemanager',
      employee: 'werknemer',
      'occupational-physician': 'bedrijfsarts',
      delegate: 'gedelegeerde van de bedrijfsarts',
      'labour-expert': 'arbeidsdeskundige',
    },
    consent: 'De werknemer stemt in met inzage in medische antwoorden',
    asOf: 'Peildatum',
    asOfMissing: 'Vul een hele dag in; tot dan geldt de vorige peildatum.',
    caseId: 'Kenmerk',
    caseIdHelp: 'Letters, cijfers, - of _. Geen naam.',
    file: 'Bestand',
    open: 'Openen',
    save: 'Bewaren',
    print: 'Afdrukken',
    startOver: 'Opnieuw beginnen',
    sureToLose: 'De antwoorden die nu zijn ingevuld, zijn niet bewaard. Doorgaan zonder ze te bewaren?',
    kept: 'Wat hier wordt ingevuld, blijft in dit venster. Het wordt alleen bewaard in een bestand dat je zelf opslaat.',
    opened: (file) => `Geopend: ${file}.`,
    saved: (file) => `Bewaard als ${file}.`,
    savedWithoutMedical: 'De medische antwoorden staan er niet in: die zijn niet voor deze rol.',
    openedWithoutMedical: 'De medische antwoorden uit het bestand zijn weggelaten: die zijn niet voor deze rol.',
    started: 'Het formulier is leeg.',
    notJson: 'Dit bestand is geen JSON. Kies een bestand dat hier is bewaard.',
    notACase: 'Dit bestand kan zo niet worden geopend:',
  },
  questions: DUTCH_QUESTIONS,
  advice: DUTCH_ADVICE,
  changes: {
    status: (headline) => `Het advies is nu: ${headline}.`,
    certain: (titles) => `Zeker nodig: ${titles}.`,
    earlier: (titles) => `Eerder: ${titles}.`,
    later: (titles) => `Later: ${titles}.`,
    gone: (titles) => `Niet langer zeker: ${titles}.`,
    possible: (count) => `Nog ${counted(count, 'één dienst', 'diensten')} mogelijk.`,
    none: 'Het advies blijft gelijk.',
    left: (count) => (count === 0 ? 'Niets meer te vragen.' : `Nog ${counted(count, 'één vraag', 'vragen')}.`),
    notCounted: 'Dit antwoord telt nog niet mee.',
  },
}
