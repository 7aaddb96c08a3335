import type { FindingCode } from './finding-codes'
import type { FindingPage } from './finding-page-texts'

/** Findings about what rules mean. */
export const MEANING_PAGES = {
  'rule-never-met': {
    title: { nl: 'Voorwaarde waaraan geen geval voldoet', en: 'Condition that no case meets' },
    what: {
      nl: 'De voorwaarde van een regel, checklist of termijn spreekt zichzelf tegen. Het voorbeeldgeval voldoet aan zo veel mogelijk delen ervan.',
      en: 'The condition of a rule, a checklist or a deadline contradicts itself. The example case meets as many of its parts as can be met together.',
    },
    why: {
      nl: 'De regel staat er, maar doet nooit iets: wie hem leest, rekent op een advies dat niet komt. Verwijder of verbeter het deel dat de melding noemt.',
      en: 'The rule is there and never does anything: whoever reads it counts on advice that does not come. Remove or correct the part that the finding names.',
    },
  },
  'rule-always-met': {
    title: { nl: 'Voorwaarde waaraan elk geval voldoet', en: 'Condition that every case meets' },
    what: {
      nl: 'De voorwaarde is waar zonder dat er iets is geantwoord.',
      en: 'The condition is true before anything was answered.',
    },
    why: {
      nl: 'De dienst wordt iedereen aangeraden, ook wie er niets aan heeft. Meestal staat een drempel of een teken verkeerd.',
      en: 'The service is recommended to everyone, also to those whom it does not help. Usually a threshold or an operator is wrong.',
    },
  },
  'constant-part': {
    title: {
      nl: 'Deel van een voorwaarde dat altijd of nooit klopt',
      en: 'Part of a condition that is always or never so',
    },
    what: {
      nl: 'Een vergelijking of groep is in elk geval waar, of in geen enkel, wat er ook is geantwoord.',
      en: 'A comparison or group is true in every case, or in none, whatever was answered.',
    },
    why: {
      nl: 'Het deel lijkt iets te vragen en vraagt niets. Zeg wat bedoeld is, of laat het weg.',
      en: 'The part seems to ask for something and asks for nothing. Say what is meant, or leave it out.',
    },
  },
  'part-without-effect': {
    title: { nl: 'Deel van een voorwaarde zonder gevolg', en: 'Part of a condition without effect' },
    what: {
      nl: 'Zonder dit deel gelden alle regels die het gebruiken in precies dezelfde gevallen, onder elke waarde van het beleid.',
      en: 'Without this part every rule that uses it is met in exactly the same cases, under every value of the policy.',
    },
    why: {
      nl: 'Het staat in de weg bij het lezen, en wie het wijzigt, denkt ten onrechte iets te wijzigen. Laat het weg.',
      en: 'It stands in the way of the reader, and whoever changes it believes to change something. Leave it out.',
    },
  },
  'window-never-open': {
    title: { nl: 'Venster dat nooit open is', en: 'Window that is never open' },
    what: {
      nl: 'In elk geval dat aan de voorwaarden voldoet, is het venster van de regel nog niet begonnen of al voorbij.',
      en: 'In every case that meets the conditions, the window of the rule has not started yet or is over.',
    },
    why: {
      nl: 'De dienst kan nooit op tijd worden gestart. De voorwaarden en het venster rekenen langs elkaar heen: pas een van beide aan.',
      en: 'The service can never be started in time. The conditions and the window count past each other: change one of them.',
    },
  },
  'rule-always-waived': {
    title: { nl: 'Regel die altijd vervalt', en: 'Rule that is always waived' },
    what: {
      nl: 'Telkens als de regel een dienst aanbeveelt, laat een andere regel die aanbeveling vervallen.',
      en: 'Whenever the rule recommends a service, another rule waives the recommendation.',
    },
    why: {
      nl: 'De regel en zijn tegenhanger spreken elkaar tegen. Maak de laatste nauwer, of verwijder de eerste.',
      en: 'The rule and the waiver contradict each other. Narrow the waiver, or remove the rule.',
    },
  },
  'waiver-without-effect': {
    title: { nl: 'Regel die niets te laten vervallen heeft', en: 'Waiver without anything to waive' },
    what: {
      nl: 'Als deze regel geldt, is er nooit een aanbeveling van de genoemde regel of dienst.',
      en: 'When this rule is met, the rule or service that it names is never recommended.',
    },
    why: {
      nl: 'Er lijkt een uitzondering te zijn die er niet is. Verwijder de naam, of verbeter de voorwaarden.',
      en: 'There seems to be an exception and there is none. Remove the name, or correct the conditions.',
    },
  },
  'hold-always': {
    title: { nl: 'Dienst die altijd wordt aangehouden', en: 'Service that is always held' },
    what: {
      nl: 'Telkens als de dienst wordt aanbevolen, houdt deze regel die ook aan.',
      en: 'Whenever the service is recommended, this rule holds it too.',
    },
    why: {
      nl: 'Het advies zegt altijd: wel doen, maar nu niet. De dienst komt nooit vrij. Maak de voorwaarden nauwer of haal de dienst uit de lijst.',
      en: 'The advice always says: do it, but not now. The service never comes free. Narrow the conditions or take the service off the list.',
    },
  },
  'hold-without-effect': {
    title: { nl: 'Regel die niets aan te houden heeft', en: 'Hold without anything to hold' },
    what: {
      nl: 'Als deze regel geldt, wordt de genoemde dienst nooit aanbevolen.',
      en: 'When this rule is met, the service that it names is never recommended.',
    },
    why: {
      nl: 'Er lijkt een rem te zijn die nooit werkt. Haal de dienst uit de lijst, of verbeter de voorwaarden.',
      en: 'There seems to be a brake that never works. Take the service off the list, or correct the conditions.',
    },
  },
  'rule-equal': {
    title: { nl: 'Twee gelijke regels', en: 'Two equal rules' },
    what: {
      nl: 'Twee regels gelden in precies dezelfde gevallen en doen daarin precies hetzelfde.',
      en: 'Two rules are met in exactly the same cases and do exactly the same in them.',
    },
    why: {
      nl: 'Wie er een wijzigt, vergeet de andere. Houd er een over.',
      en: 'Whoever changes one forgets the other. Keep one.',
    },
  },
  'rule-subsumed': {
    title: { nl: 'Regel die in een andere opgaat', en: 'Rule that another one covers' },
    what: {
      nl: 'Telkens als deze regel geldt, doet een andere hetzelfde: dezelfde diensten, en in een venster dat niet later is.',
      en: 'Whenever this rule is met, another one does the same: the same services, and in a window that is no later.',
    },
    why: {
      nl: 'De regel voegt alleen een reden aan het advies toe. Is dat de bedoeling, aanvaard de melding dan met die uitleg; verwijder de regel anders.',
      en: 'The rule only adds a reason to the advice. If that is the purpose, accept the finding and say so; else remove the rule.',
    },
  },
  'cover-without-effect': {
    title: { nl: 'Dienst die een andere nooit overbodig maakt', en: 'Cover without effect' },
    what: {
      nl: 'Een dienst zegt een andere overbodig te maken, en gaat er in geen enkel geval aan vooraf.',
      en: 'A service says that it makes another superfluous, and in no case stands before it.',
    },
    why: {
      nl: 'Wie de regels leest, denkt dat er een dienst wegvalt, en dat gebeurt niet. Verbeter de redenen of de plaats in de volgorde, of haal het weg.',
      en: 'Whoever reads the rules believes that a service falls away, and it does not. Correct the reasons or the place in the order, or take it out.',
    },
  },
  'meanwhile-without-effect': {
    title: { nl: 'Dienst die nooit hoeft in te vallen', en: 'Stand-in that never has to stand in' },
    what: {
      nl: 'Een dienst noemt een andere die invalt zolang zij wacht, en wacht in geen enkel geval.',
      en: 'A service names another that stands in while it waits, and in no case waits for anything.',
    },
    why: {
      nl: 'Zonder iets om op te wachten valt niemand in. Noem wat er nodig is, of haal de vervanging weg.',
      en: 'Without anything to wait for nobody stands in. Name what it needs, or take the stand-in out.',
    },
  },
  'not-for-without-effect': {
    title: {
      nl: 'Uitzondering voor wie de dienst toch niet krijgt',
      en: 'Exception for those who are not advised it anyway',
    },
    what: {
      nl: 'Een dienst is niet voor mensen met een bepaald dienstverband, en geen regel vraagt haar voor hen.',
      en: 'A service is not for people of some regime, and no rule asks for it for them.',
    },
    why: {
      nl: 'Er lijkt een uitzondering te zijn die er niet is. Haal haar weg, of verbeter de regels.',
      en: 'There seems to be an exception and there is none. Take it out, or correct the rules.',
    },
  },
  'beside-without-effect': {
    title: { nl: 'Dienst die nooit naast een andere staat', en: 'Service that never stands beside another' },
    what: {
      nl: 'Een dienst hoeft op niets te wachten, en staat nooit naast een andere.',
      en: 'A service has nothing to wait for, and never stands beside another.',
    },
    why: {
      nl: 'Wat er staat, doet niets. Haal het weg.',
      en: 'What is written there does nothing. Take it out.',
    },
  },
  'priority-without-effect': {
    title: { nl: 'Plaats in de volgorde die niets uitmaakt', en: 'Place in the order that makes no difference' },
    what: {
      nl: 'Een regel geeft zijn dienst een andere plaats, en die ligt tussen dezelfde diensten als de gewone.',
      en: 'A rule gives its service another place, and that lies between the same services as its own.',
    },
    why: {
      nl: 'Wie de volgorde wil weten, leest een verschil dat er niet is. Haal de plaats weg, of kies er een die iets verandert.',
      en: 'Whoever wants to know the order reads a difference that is not there. Take the place out, or choose one that changes something.',
    },
  },
  'need-without-effect': {
    title: { nl: 'Iets dat nooit nodig is', en: 'Need that is never there' },
    what: {
      nl: 'Een dienst of regel heeft iets nodig onder een voorwaarde die nooit geldt, of dat voor die dienst altijd al nodig is.',
      en: 'A service or rule needs something under a condition that never holds, or that the service needs always.',
    },
    why: {
      nl: 'De lezer rekent op een stap die niet komt, of telt hem dubbel. Verbeter de voorwaarde, of haal het weg.',
      en: 'The reader counts on a step that does not come, or counts it twice. Correct the condition, or take it out.',
    },
  },
  gap: {
    title: { nl: 'Gat in een checklist', en: 'Gap in a checklist' },
    what: {
      nl: 'Een checklist zegt gevallen te dekken, met covers of anders met positive, waarin geen van haar regels geldt. Vensters tellen niet mee.',
      en: 'A checklist says that it covers cases, by covers or else by positive, in which none of its rules is met. Windows do not count.',
    },
    why: {
      nl: 'De uitkomst is positief en er volgt niets. Voeg een regel toe, of zeg met covers welke gevallen bedoeld zijn.',
      en: 'The outcome is positive and nothing follows. Add a rule, or say with covers which cases are meant.',
    },
  },
} as const satisfies Partial<Record<FindingCode, FindingPage>>
