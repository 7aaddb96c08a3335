import { at, type Outside } from './situation'

/** What the sources name beside the situations and services of one case. */
export const OUTSIDE: readonly Outside[] = [
  {
    title: { nl: 'Taakdelegatie door de bedrijfsarts', en: 'Delegation of tasks by the physician' },
    source: at('cahier-32', '3.5.2'),
    reason: {
      nl: 'Gaat over de verdeling van werk tussen beroepen, niet over één casus.',
      en: 'Is about the division of work between professions, not about one case.',
    },
  },
  {
    title: { nl: 'Opleiding, profilering en kerndiensten', en: 'Training, profile and core services' },
    source: at('cahier-32', '3.6'),
    reason: {
      nl: 'Gaat over het beroep, niet over één casus.',
      en: 'Is about the profession, not about one case.',
    },
  },
  {
    title: { nl: 'Coachpools en teamcoaching', en: 'Coach pools and team coaching' },
    source: at('preventieve-ad-2026', '4.6'),
    reason: {
      nl: 'Geen dienst van een arbeidsdeskundige die voor één casus is aan te vragen.',
      en: 'Not a service of a labour expert that can be requested for one case.',
    },
  },
  {
    title: { nl: 'Jongeren, voor hun eerste baan', en: 'Young people, before their first job' },
    source: at('preventieve-ad-2026', '4.6'),
    reason: {
      nl: 'Valt buiten de triage van werknemers.',
      en: 'Lies outside the triage of employees.',
    },
  },
  {
    title: {
      nl: 'Een onderwijsorganisatie met een eigen afdeling',
      en: 'An education organisation with its own department',
    },
    source: at('preventieve-ad-2026', 'ch. 5 example 7'),
    reason: {
      nl: 'Beschrijft een organisatie en geen casus.',
      en: 'Describes an organisation and no case.',
    },
  },
  {
    title: { nl: 'Medische argumentatie in procedures', en: 'Medical argument in legal proceedings' },
    source: at('celsus-2015', '3.3'),
    reason: {
      nl: 'Dient een bezwaar of beroep en geen re-integratie; de studie zelf laat het ook buiten beschouwing.',
      en: 'Serves an objection or appeal and no re-integration; the study itself leaves it out too.',
    },
  },
]
