/**
 * What the loader says, in Dutch. It speaks English, as every library does; whoever keeps rules at a command line reads it
 * in their own language. What is between quotes, names and numbers stay as they are.
 */
export function loadingInDutch(message: string): string {
  const [said = message, ...more] = message.split(/; (?=the nearest is )/)
  const nearest = more.map((one) => `; de naaste is ${one.slice('the nearest is '.length)}`)
  return `${sentenceInDutch(said)}${nearest.join('')}`
}

/** Whether there is Dutch for it, for the test that none is missing. */
export const isInDutch = (message: string): boolean => loadingInDutch(message) !== message

function sentenceInDutch(said: string): string {
  for (const [english, dutch] of SENTENCES) {
    const found = english.exec(said)
    if (found) return dutch.replace(/\$(\d)/g, (_, at: string) => partInDutch(found[Number(at)] ?? ''))
  }
  return said
}

/** What is named within a sentence, where it is a word and no id. */
const partInDutch = (part: string): string =>
  PARTS.reduce((text, [english, dutch]) => text.replace(english, dutch), part)

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^of that name$/, 'met die naam'],
  [/^rule that recommends,?$/, 'regel die aanbeveelt,'],
  [/^rule that holds,?$/, 'regel die aanhoudt,'],
  [/^rule to disable,?$/, 'regel om uit te zetten,'],
  [/^rule-set file$/, 'bestand van een regelset'],
  [/^rule$/, 'regel'],
  [/^service$/, 'dienst'],
  [/^source$/, 'bron'],
  [/^section of (.*)$/, 'paragraaf van $1'],
  [/^fact$/, 'gegeven'],
  [/^need$/, 'vereiste'],
  [/^key$/, 'sleutel'],
  [/^checklist$/, 'checklist'],
  [/^milestone$/, 'termijn'],
  [/^policy parameter that is a number,?$/, 'beleidswaarde die een getal is,'],
  [/^policy parameter$/, 'beleidswaarde'],
  [/^named condition$/, 'benoemde voorwaarde'],
  [/^value of (.*)$/, 'waarde van $1'],
  [/^operator$/, 'vergelijking'],
  [/^a text, such as (.*)$/, 'een tekst, zoals $1'],
  [/^a number, such as (.*)$/, 'een getal, zoals $1'],
  [/^a whole number, such as (.*)$/, 'een heel getal, zoals $1'],
  [/^true or false, without quotes$/, 'true of false, zonder aanhalingstekens'],
  [/^a list of two, such as (.*)$/, 'een lijst van twee, zoals $1'],
  [/^a list, such as (.*)$/, 'een lijst, zoals $1'],
  [/^an object with a name for each value, such as (.*)$/, 'een object met een naam voor elke waarde, zoals $1'],
  [/^an object, such as (.*)$/, 'een object, zoals $1'],
  [/^null, without quotes$/, 'null, zonder aanhalingstekens'],
  [/^an object$/, 'een object'],
  [/^a text$/, 'een tekst'],
  [/^a number$/, 'een getal'],
  [/^true or false$/, 'true of false'],
  [/^a list$/, 'een lijst'],
  [/^undefined$/, 'niets'],
  [/^a document$/, 'een document'],
  [/^lower-case letters, digits and hyphens, such as (.*)$/, 'kleine letters, cijfers en streepjes, zoals $1'],
  [/^a checklist and a name, such as (.*)$/, 'een checklist en een naam, zoals $1'],
  [/^the id of a rule, such as (.*)$/, 'de naam van een regel, zoals $1'],
  [/^the id of a fact, such as (.*)$/, 'de naam van een gegeven, zoals $1'],
  [/^a name of one or two parts, such as (.*)$/, 'een naam van een of twee delen, zoals $1'],
  [/^own and a name, such as (.*)$/, 'own en een naam, zoals $1'],
  [/^three numbers, such as (.*)$/, 'drie getallen, zoals $1'],
  [
    /^the mark that "verwijswijzer review" prints.*$/,
    'het kenmerk dat "verwijswijzer review" afdrukt, zestien tekens van 0 tot en met 9 en a tot en met f',
  ],
  [
    /^a pseudonym without spaces, such as (\S+), and never.*$/,
    'een pseudoniem zonder spaties, zoals $1, en nooit de naam van een mens',
  ],
  [/^the name of a base case, such as (.*)$/, 'de naam van een basisgeval, zoals $1'],
  [/^a condition, such as (.*)$/, 'een voorwaarde, zoals $1'],
  [/^a boolean$/, 'ja of nee'],
  [/^a choice$/, 'een keuze'],
  [/^a date$/, 'een dag'],
  [/^a choices$/, 'een lijst van keuzen'],
  [/^a text that is not empty$/, 'een tekst die niet leeg is'],
]

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^there is no (.+?) ("[^"]*"|of that name)$/, 'er is geen $1 $2'],
  [
    /^this is (.+) and fits none of the forms; give one of the forms that "verwijswijzer schema" shows$/,
    'dit is $1 en past in geen van de vormen; zie het JSON Schema dat "verwijswijzer schema" schrijft',
  ],
  [/^this is (.+) and fits none of the forms; give (.+)$/, 'dit is $1 en past in geen van de vormen; geef $2'],
  [
    /^this is (.+?), which does not fit here; see.*$/,
    'dit is $1 en past hier niet; zie het JSON Schema dat "verwijswijzer schema" schrijft',
  ],
  [/^(.+) is none of these; give one of (.+)$/, '$1 hoort daar niet bij; geef een van $2'],
  [/^this is not written as it should be; give (.+)$/, 'dit is niet geschreven zoals het hoort; geef $1'],
  [/^this is too small; give at least (\S+)(?: items| characters)?$/, 'dit is te weinig; geef er minstens $1'],
  [/^this is too large; give at most (\S+)(?: items| characters)?$/, 'dit is te veel; geef er hoogstens $1'],
  [
    /^this is no day of the calendar; give.*$/,
    'dit is geen dag van de kalender; geef een dag als JJJJ-MM-DD, zoals 2026-11-30',
  ],
  [/^give the text in the language "(nl|en)"$/, 'geef de tekst in de taal "$1"'],
  [/^the rule set has no (.+)$/, 'de regelset heeft geen $1'],
  [/^the manifest lists (.+), but there is no (.+)$/, 'het manifest noemt $1, maar er is geen $2'],
  [/^the manifest does not list (.+)$/, 'het manifest noemt $1 niet'],
  [
    /^the default does not fit its own unit and range$/,
    'de standaardwaarde past niet bij de eigen eenheid en het eigen bereik',
  ],
  [/^two values start on this day$/, 'op deze dag beginnen twee waarden'],
  [
    /^the library itself reads the parameter (.+), in the unit (.+); add it$/,
    'de bibliotheek zelf leest de beleidswaarde $1, in de eenheid $2; voeg die toe',
  ],
  [/^a condition comes to at most (.+) comparisons$/, 'een voorwaarde telt hoogstens $1 vergelijkingen'],
  [/^name at most (.+) conditions in one checklist$/, 'geef hoogstens $1 voorwaarden in een checklist een naam'],
  [/^a checklist is named after its file$/, 'een checklist heet naar zijn bestand'],
  [/^a rule id starts with its checklist, (.+)$/, 'de naam van een regel begint met de checklist, $1'],
  [/^a rule that recommends needs timing$/, 'een regel die aanbeveelt, heeft een venster nodig (timing)'],
  [/^only a rule that recommends has (.+); remove it$/, 'alleen een regel die aanbeveelt heeft $1; haal het weg'],
  [/^the question (.+) is listed twice$/, 'de vraag $1 staat er twee keer'],
  [/^a rule reads (.+); list it among the questions$/, 'een regel leest $1; zet het bij de vragen (questions)'],
  [
    /^a condition is a group, a comparison or a reference$/,
    'een voorwaarde is een groep, een vergelijking of een verwijzing',
  ],
  [/^a group holds a list of conditions$/, 'een groep heeft een lijst van voorwaarden'],
  [/^an empty group has no meaning; remove it or fill it$/, 'een lege groep betekent niets; haal haar weg of vul haar'],
  [/^a comparison needs (.+)$/, 'een vergelijking heeft $1 nodig'],
  [
    /^in and notIn compare with a list of at least one value$/,
    'in en notIn vergelijken met een lijst van minstens een waarde',
  ],
  [
    /^a value is plain, or \{ "fact": "policy\.<name>" \}$/,
    'een waarde staat er zelf, of als { "fact": "policy.<naam>" }',
  ],
  [/^no rule can ask whether a fact is unknown$/, 'geen regel kan vragen of iets niet bekend is'],
  [/^the id (.+) is used twice$/, 'de naam $1 is twee keer gebruikt'],
  [/^the rule id (.+) is used twice$/, 'de naam van de regel $1 is twee keer gebruikt'],
  [
    /^another checklist has the same place in the order$/,
    'een andere checklist heeft dezelfde plaats in de volgorde (order)',
  ],
  [/^the rule set that this extends has (.+) already$/, 'de regelset die dit uitbreidt, heeft $1 al'],
  [/^the rule (.+) is disabled twice$/, 'de regel $1 is twee keer uitgezet'],
  [/^the parameter (.+) is overridden twice$/, 'de beleidswaarde $1 is twee keer veranderd'],
  [
    /^the value does not fit the unit (.+) and the range (.+) to (.+)$/,
    'de waarde past niet bij de eenheid $1 en het bereik van $2 tot en met $3',
  ],
  [
    /^with these (?:defaults|values) the window of (.+) ends before it starts$/,
    'met deze waarden eindigt het venster van $1 voordat het begint',
  ],
  [/^the languages have different placeholders$/, 'de talen hebben niet dezelfde namen tussen accolades'],
  [/^the text that this replaces has no \{(.+)\}$/, 'de tekst die hierdoor wordt vervangen, heeft geen {$1}'],
  [/^\{(.+)\} is nothing that this rule reads$/, '{$1} is niets wat deze regel leest'],
  [/^the employer reads this text, and \{(.+)\} is medical$/, 'de werkgever leest deze tekst, en {$1} is medisch'],
  [/^add at most (.+) facts$/, 'voeg hoogstens $1 gegevens toe'],
  [/^every object has a (.+) already: give it another name$/, 'elk object heeft al een $1: geef een andere naam'],
  [/^give at (least|most) (.+) options$/, 'geef een ander aantal antwoorden (at $1 $2)'],
  [/^a range runs from its least to its most$/, 'een bereik loopt van het minste naar het meeste'],
  [
    /^a medical fact is answered by .+$/,
    'een medisch gegeven wordt alleen door de bedrijfsarts of diens gedelegeerde beantwoord',
  ],
  [/^a migration leads to a later version$/, 'een migratie leidt naar een latere versie'],
  [
    /^the migrations leave a gap or overlap: start from (.+)$/,
    'tussen de migraties zit een gat of een overlap: begin bij $1',
  ],
  [
    /^this rule set is version (.+): no migration leads past it$/,
    'deze regelset is versie $1: geen migratie leidt daar voorbij',
  ],
  [/^this migration says twice what becomes of this$/, 'deze migratie zegt twee keer wat hiervan wordt'],
  [/^give another name than the old one$/, 'geef een andere naam dan de oude'],
  [/^give another value than the old one$/, 'geef een andere waarde dan de oude'],
  [/^the window starts after its own day$/, 'het venster begint na de eigen dag'],
  [/^the window ends before it starts$/, 'het venster eindigt voordat het begint'],
  [/^it is of use until a day before it can start$/, 'het is zinvol tot een dag voordat het kan beginnen'],
  [/^give an ISO 8601 duration such as (.+)$/, 'geef een tijdsduur naar ISO 8601, zoals $1'],
  [/^(.+) is not a length of time$/, '$1 is geen tijdsduur'],
  [/^a need is decided by a fact that is yes or no$/, 'over een vereiste beslist een gegeven dat ja of nee is'],
  [
    /^a need is shown to the employer; its fact is medical$/,
    'een vereiste is voor de werkgever te zien, en dit gegeven is medisch',
  ],
  [/^a service cannot cover itself$/, 'een dienst kan zichzelf niet overbodig maken'],
  [/^a service cannot stand in for itself$/, 'een dienst kan niet voor zichzelf in de plaats komen'],
  [/^give the rule set (.+) that this extends$/, 'geef de regelset $1 die dit uitbreidt'],
  [/^this is to extend another rule set than (.+)$/, 'dit breidt een andere regelset uit dan $1'],
  [
    /^this extends version (.+), and the one at hand is (.+): see what changed, then say so$/,
    'dit breidt versie $1 uit, en hier is versie $2: kijk wat er is veranderd, en zeg dat dan',
  ],
  [/^this is ([^;]+); give (.+)$/, 'dit is $1; geef $2'],
  [/^named conditions refer to each other: (.+)$/, 'benoemde voorwaarden verwijzen naar elkaar: $1'],
  [
    /^(\S+) covers (\S+) as well, .*$/,
    '$1 maakt $2 ook overbodig, direct of via andere: van diensten die elkaar overbodig maken, zou er geen overblijven',
  ],
  [/^(\S+) does not suit (\S+), which is (.+)$/, '$1 past niet bij $2, dat is $3'],
  [/^(\S+) is (.+), and this value is not$/, '$1 is $2, en deze waarde niet'],
  [/^(\S+) is (.+) and cannot be compared with (.+)$/, '$1 is $2 en is niet te vergelijken met $3'],
  [/^give (.+)$/, 'geef $1'],
]
