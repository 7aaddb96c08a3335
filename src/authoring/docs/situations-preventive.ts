import { at, named, type Situation } from './situation'

const source = (section: string) => at('preventieve-ad-2026', section)

/** Preventieve arbeidsdeskundigheid (2026): early signals, contact moments, instruments, partners and practice examples. */
export const PREVENTIVE_SITUATIONS: readonly Situation[] = [
  named(
    source('4.6'),
    'Nog aan het werk, maar al overbelast',
    'Still at work, but overloaded already',
    { checklist: 'preventive-signals' },
    { checklist: 'task-load', service: 'consultation-hour' },
  ),
  named(source('4.6'), 'Functie-eisen en belastbaarheid wringen', 'Friction between job demands and capacity', {
    fact: 'signals.demandsExceedCapacity',
  }),
  named(source('4.6'), 'De leidinggevende maakt zich zorgen', 'The manager is concerned', {
    fact: 'signals.managerConcern',
  }),
  named(source('4.6'), 'De werknemer vraagt zelf om advies', 'The employee asks for advice', {
    fact: 'signals.employeeAsks',
  }),
  named(source('4.6'), 'Stagnerende re-integratie', 'Re-integration that stalls', {
    checklist: 'unclear-suitable-work',
  }),
  named(source('4.6'), 'Periodiek overleg over medewerkers met risico', 'Periodic conference about employees at risk', {
    service: 'periodic-case-conference',
  }),
  named(
    source('4.6'),
    'Terugkerende uitval in dezelfde functies',
    'Recurring drop-out in the same jobs',
    { checklist: 'job-group' },
    { service: 'job-group-advice' },
  ),
  named(source('4.7'), 'Vaste contactmomenten in week 13, 26 en 42', 'Fixed contact moments in weeks 13, 26 and 42', {
    checklist: 'early-process-moments',
    service: 'advice-conversation',
  }),
  named(
    source('4.7'),
    'Duurzame-inzetbaarheidsonderzoek voor oudere werknemers of zwaar werk',
    'Employability assessment for older workers or heavy jobs',
    { checklist: 'preventive-signals', service: 'employability-assessment' },
  ),
  named(source('4.7'), 'Loonwaardeonderzoek voordat iemand uitvalt', 'Wage value assessment before someone drops out', {
    checklist: 'preventive-signals',
    service: 'wage-value-assessment',
  }),
  named(
    source('4.7'),
    'Analyse van werkbelasting en taken per functie',
    'Analysis of work load and tasks by job',
    { service: 'job-group-advice' },
    { service: 'job-structure-advice' },
  ),
  named(source('4.7'), 'Inzet pas rond week 42', 'Involvement no earlier than about week 42', {
    checklist: 'no-return-to-own-work',
    service: 'labour-expert-assessment',
  }),
  named(source('4.9'), 'Preventief spreekuur', 'Preventive consultation hour', { service: 'consultation-hour' }),
  named(source('4.9'), 'Contactmomenten rond week 13 en 26', 'Contact moments about weeks 13 and 26', {
    checklist: 'early-process-moments',
    service: 'advice-conversation',
  }),
  named(
    source('4.12'),
    'Al vroeg duidelijk dat terugkeer naar eigen werk niet reëel is',
    'Clear early that a return to the own work is not realistic',
    { checklist: 'no-return-to-own-work' },
  ),
  named(
    source('4.12'),
    'Advies zonder uitgekristalliseerd medisch oordeel',
    'Advice without a settled medical judgement',
    { service: 'advice-conversation' },
  ),
  named(
    source('4.12'),
    'Complexere doelgroepen, veel onzekerheid',
    'More complex groups, much uncertainty',
    { checklist: 'complex-situations' },
    { checklist: 'waiting-employer' },
  ),
  named(source('table 4'), 'Werkplekonderzoek met een ergonoom', 'Workplace assessment with an ergonomist', {
    service: 'workplace-assessment',
  }),
  named(source('table 4'), 'Overleg met bedrijfsarts en casemanager', 'Conference with physician and case manager', {
    service: 'case-conference',
  }),
  named(
    source('table 4'),
    'Re-integratiebureau: complex traject, spoor 2',
    'Re-integration agency: complex case, second track',
    { service: 'second-track' },
    { service: 'reintegration-coordination' },
  ),
  named(
    source('ch. 5 example 1'),
    'Werk en grenzen uit balans, geen verzuim',
    'Work and limits out of balance, no absence',
    { checklist: 'preventive-signals' },
  ),
  named(
    source('ch. 5 example 2'),
    'Zwaar werk, nog geen klachten',
    'Heavy work, no complaints yet',
    { checklist: 'preventive-signals' },
    { checklist: 'task-load', service: 'consultation-hour' },
  ),
  named(
    source('ch. 5 example 3'),
    'Afdeling met veel uitval of meldingen',
    'Department with much drop-out or many reports',
    { checklist: 'job-group' },
  ),
  named(
    source('ch. 5 example 4'),
    'Belastende houding of inspanning gezien op de vloer',
    'Straining posture or effort seen at work',
    { checklist: 'preventive-signals', service: 'workplace-assessment' },
  ),
  named(
    source('ch. 5 example 5'),
    'Werkdruk en thuissituatie, de werknemer vraagt hulp',
    'Pressure at work and home, asks for help',
    { checklist: 'preventive-signals', service: 'consultation-hour' },
  ),
  named(source('ch. 5 example 6'), 'Taken afgestoten zonder overleg', 'Tasks dropped without discussion', {
    fact: 'signals.tasksDropped',
  }),
  named(source('annex 1'), 'Signaal: verminderde prestaties', 'Signal: reduced performance', {
    fact: 'signals.reducedPerformance',
  }),
  named(source('annex 1'), 'Signaal: herhaling in verzuimpatronen', 'Signal: repetition in absence patterns', {
    checklist: 'frequent-absence',
  }),
]
