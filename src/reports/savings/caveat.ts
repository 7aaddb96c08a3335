import type { Text } from '../../core/snapshot/fact'

/** What every estimate says of itself (cahier-32 4.2.1). */
export const CAVEAT: Text = {
  nl: 'Dit is een rekenvoorbeeld en geen voorspelling. Het rust op één dossierstudie zonder controlegroep, die niet meeneemt welke klachten er waren en waarom het onderzoek vroeg was. Cahier 32 vindt de gegevens zelf te mager voor een businesscase; de kosten zijn niet van de besparingen afgetrokken, en die op loon en op vervanging telt het rapport niet bij elkaar op.',
  en: 'This is a worked example and not a forecast. It rests on one file study without a control group, which does not take into account which complaints there were and why the assessment was early. Cahier 32 itself finds the data too thin for a business case; the costs are not taken off the savings, and the report does not add those on wages and on replacement together.',
}
