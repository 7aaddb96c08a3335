import { at, named, type Situation } from './situation'

/** The AKC factsheet: what its two studies and its recommendations say of when to refer. */
export const FACTSHEET_SITUATIONS: readonly Situation[] = [
  named(at('akc-factsheet', 'database'), 'Sociaal-emotionele klachten', 'Social-emotional complaints', {
    checklist: 'social-emotional-complaints',
  }),
  named(
    at('akc-factsheet', 'survey'),
    'Vroege inzet in week 13 of week 26',
    'Early involvement in week 13 or week 26',
    { checklist: 'early-process-moments', service: 'advice-conversation' },
  ),
  named(
    at('akc-factsheet', 'recommendations'),
    'Adviesgesprek zonder rapport van de bedrijfsarts',
    'Advice conversation without a physician report',
    { service: 'advice-conversation' },
  ),
]

/** Celsus (2015): when a work-related medical advice trajectory is worth requesting, and for whom. */
export const CELSUS_SITUATIONS: readonly Situation[] = [
  named(at('celsus-2015', '1.1'), 'Problematisch verzuim', 'Problematic absence', { checklist: 'problematic-absence' }),
  named(
    at('celsus-2015', '3.1'),
    'Vangnet: wie geen werkgever met loondoorbetaling heeft',
    'Safety net: no employer who pays wages',
    { checklist: 'safety-net' },
  ),
  named(at('celsus-2015', '3.3'), 'Onduidelijke diagnose', 'Unclear diagnosis', {
    fact: 'health.diagnosisClear',
    service: 'medical-advice-trajectory',
  }),
  named(at('celsus-2015', '3.3'), 'Onduidelijke prognose', 'Unclear prognosis', {
    fact: 'health.prognosisClear',
    service: 'medical-advice-trajectory',
  }),
  named(at('celsus-2015', '3.3'), 'Twijfel over de behandeling', 'Doubt about the treatment', {
    fact: 'health.treatmentAdequate',
    service: 'medical-advice-trajectory',
  }),
  named(at('celsus-2015', '3.4'), 'Herstel dat langer duurt dan verwacht', 'Recovery slower than expected', {
    fact: 'health.recoveryVersusExpectation',
    service: 'medical-advice-trajectory',
  }),
  named(at('celsus-2015', '5.1.1'), 'Aanmelding tussen 3 en 18 maanden', 'Referral between 3 and 18 months', {
    checklist: 'problematic-absence',
    service: 'medical-advice-trajectory',
  }),
  named(
    at('celsus-2015', 'table 4'),
    'Kritische beperkingen in de functionele mogelijkhedenlijst',
    'Critical functional limitations',
    { fact: 'health.criticalLimitations' },
  ),
]
