import type { FindingCode } from './finding-codes'
import type { FindingPage } from './finding-page-texts'

/** Findings about how rules are written. */
export const WRITING_PAGES = {
  'threshold-in-rule': {
    title: { nl: 'Drempel in een regel zelf', en: 'Threshold in a rule itself' },
    what: {
      nl: 'Een regel vergelijkt met een getal of een lengte van tijd die in de regel staat. Vragen of er iets is (meer dan 0, minstens 1) mag.',
      en: 'A rule compares with a number or a length of time that stands in the rule. Asking whether there is any at all (more than 0, at least 1) is fine.',
    },
    why: {
      nl: 'Een organisatie kan het niet op een eigen waarde zetten, en er staat geen bron bij. Maak er een beleidswaarde van.',
      en: 'An organisation cannot set it to a value of its own, and no source is named. Make it a policy parameter.',
    },
  },
  'scaffold-text': {
    title: { nl: 'Tekst van het sjabloon', en: 'Text of the template' },
    what: {
      nl: 'Een tekst is nog zoals `new` die heeft geschreven.',
      en: 'A text is still as `new` wrote it.',
    },
    why: {
      nl: 'Zo komt hij in een advies terecht. Schrijf wat er moet staan.',
      en: 'It would end up in an advice like this. Write what must stand there.',
    },
  },
  'numbers-differ': {
    title: { nl: 'Twee talen, andere getallen', en: 'Two languages, other numbers' },
    what: {
      nl: 'De Nederlandse tekst noemt andere getallen dan de Engelse.',
      en: 'The Dutch text has other numbers than the English one.',
    },
    why: {
      nl: 'Een van beide is fout, en wie ernaar handelt, heeft de verkeerde termijn. Kijk het na in de bron.',
      en: 'One of the two is wrong, and whoever acts on it has the wrong term. Look it up in the source.',
    },
  },
  'languages-swapped': {
    title: { nl: 'Talen omgewisseld', en: 'Languages that changed places' },
    what: {
      nl: 'Bij `nl` staat Engels, of bij `en` Nederlands.',
      en: 'There is English under `nl`, or Dutch under `en`.',
    },
    why: {
      nl: 'De lezer krijgt een taal die hij niet vroeg. Wissel de teksten om.',
      en: 'The reader gets a language that was not asked for. Put the texts in their places.',
    },
  },
  'basis-without-law': {
    title: { nl: 'Wettelijke regel zonder wet', en: 'Rule by statute without a law' },
    what: {
      nl: 'De grondslag is `statute`, en geen van de bronnen is een wet of een regeling.',
      en: 'The basis is `statute`, and none of the sources is a law or a regulation.',
    },
    why: {
      nl: 'Een plicht kan niet worden geweigerd; zeg dat alleen van wat in de wet staat. Noem het artikel, of kies een andere grondslag.',
      en: 'A duty cannot be declined; say that only of what the law says. Cite the article, or choose another basis.',
    },
  },
  'units-differ': {
    title: { nl: 'Weken vergeleken met maanden', en: 'Weeks compared with months' },
    what: {
      nl: 'Een feit dat in weken telt, wordt vergeleken met een beleidswaarde in maanden, of andersom.',
      en: 'A fact that counts in weeks is compared with a policy parameter in months, or the other way round.',
    },
    why: {
      nl: 'De drempel ligt dan ver van waar hij hoort. Neem het feit dat in dezelfde eenheid telt.',
      en: 'The threshold then lies far from where it belongs. Take the fact that counts in the same unit.',
    },
  },
  'holds-everything': {
    title: { nl: 'Regel die alles aanhoudt', en: 'Hold on everything' },
    what: {
      nl: 'Een regel houdt elke dienst voor een persoon aan.',
      en: 'A rule holds every service for a person.',
    },
    why: {
      nl: 'Wie er onder valt, krijgt geen enkele hulp. Is dat de bedoeling, aanvaard de melding dan met die uitleg.',
      en: 'Whoever it is met for gets no help at all. If that is meant, accept the finding and say so.',
    },
  },
  'date-ahead': {
    title: { nl: 'Dag die nog komt', en: 'Day that is still to come' },
    what: {
      nl: 'De bronnen zijn volgens de regelset nagekeken op een dag die nog niet is geweest.',
      en: 'The rule set says that its sources were checked on a day that has not been yet.',
    },
    why: {
      nl: 'Wie hem later leest, denkt dat hij bij de tijd is. Geef de dag waarop het is gedaan.',
      en: 'Whoever reads it later believes that it is up to date. Give the day on which it was done.',
    },
  },
  'stray-placeholder': {
    title: { nl: 'Invulplek die niet wordt ingevuld', en: 'Placeholder that is not filled in' },
    what: {
      nl: 'Een tekst buiten een regel heeft een naam tussen accolades.',
      en: 'A text outside a rule has a name between braces.',
    },
    why: {
      nl: 'Alleen de tekst van een regel wordt ingevuld; hier leest iedereen de accolades. Schrijf het uit.',
      en: 'Only the text of a rule is filled in; here everyone reads the braces. Write it out.',
    },
  },
  'same-text': {
    title: { nl: 'Twee talen, een tekst', en: 'Two languages, one text' },
    what: {
      nl: 'De Nederlandse en de Engelse tekst zijn gelijk, en meer dan een woord lang.',
      en: 'The Dutch and the English text are the same, and longer than one word.',
    },
    why: {
      nl: 'Meestal is een vertaling vergeten.',
      en: 'Usually a translation was forgotten.',
    },
  },
  'gives-away': {
    title: { nl: 'Verraadt iets medisch', en: 'Gives away what is medical' },
    what: {
      nl: 'Een tekst die de werkgever kan lezen, van een regel, een dienst, een voorwaarde of een vraag, of een bron die een regel noemt, heeft een woord voor een ziekte, klacht of behandeling. (Een medische vraag die iemand mag beantwoorden die het antwoord niet mag weten, wordt bij het laden al geweigerd: tier-conflict.)',
      en: 'A text that the employer can read, of a rule, a service, a need or a question, or a source that a rule cites, has a word for an illness, a complaint or a treatment. (A medical question that somebody may answer who may not know the answer is refused when the rule set is loaded: tier-conflict.)',
    },
    why: {
      nl: 'De werkgever leest het advies op wat die zelf weet. Een regel die daarop kan aanslaan, mag geen ziekte noemen: dan staat er iets over de gezondheid in een dossier waar het niet mag staan (AP, De zieke werknemer). Zeg wat te doen is. De lijst van woorden is niet volledig: lees zelf na.',
      en: 'The employer reads the advice on what they know themselves. A rule that can speak on that may name no illness: something about health would then stand in a file where it may not be (AP, De zieke werknemer). Say what to do. The list of words is not complete: read it over yourself.',
    },
  },
  'hidden-character': {
    title: { nl: 'Verborgen teken', en: 'Hidden character' },
    what: {
      nl: 'Een tekst of naam bevat een teken dat niemand ziet of dat een ander lijkt: zonder breedte, een omgekeerde leesrichting, een vaste spatie, een letter uit een ander schrift.',
      en: 'A text or name holds a character that nobody sees or that looks like another: without width, turning the direction of reading, a no-break space, a letter of another script.',
    },
    why: {
      nl: 'Wat er staat, is niet wat een mens leest. Typ de tekst opnieuw.',
      en: 'What stands there is not what a person reads. Type the text again.',
    },
  },
  'source-without-section': {
    title: { nl: 'Bron zonder vindplaats', en: 'Source without a section' },
    what: {
      nl: 'Een bron heeft een vindplaats zonder naam of titel.',
      en: 'A source has a section without a name or a title.',
    },
    why: {
      nl: 'Wie het wil nakijken, vindt het niet. Noem de paragraaf, het artikel of de kop.',
      en: 'Whoever wants to check it cannot find it. Name the section, the article or the heading.',
    },
  },
  'unused-name': {
    title: { nl: 'Naam die niets gebruikt', en: 'Name that nothing uses' },
    what: {
      nl: 'Een voorwaarde, beleidswaarde, behoefte, dienst of bron heeft een naam, en niets verwijst ernaar.',
      en: 'A condition, policy parameter, need, service or source has a name, and nothing refers to it.',
    },
    why: {
      nl: 'Wie hem wijzigt, wijzigt niets; wie een dienst in de lijst ziet, wacht er vergeefs op. Gebruik of verwijder hem.',
      en: 'Whoever changes it changes nothing; whoever sees a service on the list waits for it in vain. Use or remove it.',
    },
  },
  'validity-reversed': {
    title: { nl: 'Geldigheid die eindigt voor ze begint', en: 'Validity that ends before it starts' },
    what: {
      nl: 'De laatste geldige dag van de regelset ligt voor de eerste.',
      en: 'The last day on which the rule set is valid lies before the first.',
    },
    why: { nl: 'De regelset geldt op geen enkele dag.', en: 'The rule set is valid on no day at all.' },
  },
  expired: {
    title: { nl: 'Verlopen regelset', en: 'Expired rule set' },
    what: {
      nl: 'Op de dag van --on geldt de regelset niet meer.',
      en: 'On the day of --on the rule set is no longer valid.',
    },
    why: {
      nl: 'Bronnen zijn op die dag niet nagekeken. Kijk ze na, en geef de regelset een nieuwe versie en laatste dag.',
      en: 'Sources were not checked for that day. Check them, and give the rule set a new version and last day.',
    },
  },
  'not-yet-valid': {
    title: { nl: 'Regelset die nog niet geldt', en: 'Rule set that is not valid yet' },
    what: {
      nl: 'Op de dag van --on geldt de regelset nog niet.',
      en: 'On the day of --on the rule set is not valid yet.',
    },
    why: {
      nl: 'Een advies van die dag rust op regels van later.',
      en: 'Advice of that day would rest on rules of later.',
    },
  },
  'source-expired': {
    title: { nl: 'Verlopen bron', en: 'Expired source' },
    what: {
      nl: 'Op de dag van --on geldt een bron niet meer.',
      en: 'On the day of --on a source no longer holds.',
    },
    why: {
      nl: 'Wat de regels eruit halen kan gewijzigd zijn. Lees de tekst die nu geldt, en geef de bron diens eerste dag.',
      en: 'What the rules take from it may have changed. Read the text that holds now, and give the source its first day.',
    },
  },
  'source-not-yet-valid': {
    title: { nl: 'Bron die nog niet geldt', en: 'Source that does not hold yet' },
    what: {
      nl: 'Op de dag van --on geldt een bron nog niet.',
      en: 'On the day of --on a source does not hold yet.',
    },
    why: {
      nl: 'Een advies van die dag rust op een tekst van later. Verschillen twee teksten, geef een beleidswaarde er dan een voor elk, met de dag waarop die ingaat.',
      en: 'Advice of that day would rest on a text of later. Where two texts differ, give a policy parameter a value for each, with the day from which it holds.',
    },
  },
  'source-undated': {
    title: { nl: 'Bron zonder dag', en: 'Source without a day' },
    what: {
      nl: 'Van een bron staat er niet bij wanneer hij voor het laatst is nagekeken.',
      en: 'Of a source it does not say when it was last checked.',
    },
    why: {
      nl: 'Wie de regels bijhoudt, weet niet welke bron aan de beurt is. Vul checkedOn in.',
      en: 'Whoever keeps the rules up to date does not know which source is due. Fill in checkedOn.',
    },
  },
  'changed-since-approved': {
    title: { nl: 'Veranderd na instemming', en: 'Changed since it was approved' },
    what: {
      nl: 'Iemand stemde in met een regel, en daarna is de regel veranderd, of een vraag, een dienst of een beleidswaarde die erin staat. Wat een beoordelaar leest, heeft een kenmerk; dat staat in approvals.json en is nu een ander.',
      en: 'Somebody approved of a rule, and after that the rule was changed, or a question, a service or a policy value that is in it. What a reviewer reads has a mark; the one in approvals.json is no longer the one that it has now.',
    },
    why: {
      nl: 'De instemming zou gelden voor een regel die niemand heeft gezien. Leg de regel opnieuw voor met `verwijswijzer review`, en leg de nieuwe instemming vast met `verwijswijzer approve`; of haal de oude weg.',
      en: 'The approval would stand for a rule that nobody saw. Have it reviewed again with `verwijswijzer review`, and record the new approval with `verwijswijzer approve`; or take the old one away.',
    },
  },
  'accepted-without-finding': {
    title: { nl: 'Aanvaard zonder melding', en: 'Accepted without a finding' },
    what: {
      nl: 'Een regel, checklist of beleidswaarde aanvaardt een melding die er niet meer is, of die niet bestaat.',
      en: 'A rule, a checklist or a policy parameter accepts a finding that is not there any more, or that does not exist.',
    },
    why: {
      nl: 'Een oude uitzondering zou een nieuwe fout verbergen. Verwijder haar.',
      en: 'An old exception would hide a new fault. Remove it.',
    },
  },
} as const satisfies Partial<Record<FindingCode, FindingPage>>
