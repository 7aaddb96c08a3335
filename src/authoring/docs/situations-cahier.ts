import { at, named, type Situation } from './situation'

const situations = at('cahier-32', '3.2')
const preventive = at('cahier-32', '3.5.1')
const early = at('cahier-32', '3.5.2')

/** Cahier 32: the eleven situations of 3.2, and the services of 3.1 and 3.5. */
export const CAHIER_SITUATIONS: readonly Situation[] = [
  named(situations, 'Complexe situaties', 'Complex situations', { checklist: 'complex-situations' }),
  named(situations, 'Conflicten tussen werknemer en werkgever', 'Conflicts between employee and employer', {
    checklist: 'conflict',
  }),
  named(situations, 'Terugkeer naar het eigen werk kan niet', 'No return to the own work', {
    checklist: 'no-return-to-own-work',
  }),
  named(situations, 'Terugkeer na langdurig verzuim', 'Return after long absence', {
    checklist: 'return-after-long-absence',
  }),
  named(
    situations,
    'Onduidelijk welk werk passend is, of opbouw stagneert',
    'Unclear suitable work, stalled build-up',
    { checklist: 'unclear-suitable-work' },
  ),
  named(situations, 'Niet-medische verzuimredenen', 'Non-medical reasons for absence', {
    checklist: 'non-medical-causes',
  }),
  named(situations, 'Frequent verzuim', 'Frequent absence', { checklist: 'frequent-absence' }),
  named(situations, 'Klachten aan het bewegingsapparaat', 'Locomotor complaints', {
    checklist: 'locomotor-complaints',
  }),
  named(situations, 'Herstel waarbij de werkgever afwacht', 'Recovery during which the employer waits', {
    checklist: 'waiting-employer',
  }),
  named(situations, 'Progressieve ziekte', 'Progressive illness', { checklist: 'progressive-illness' }),
  named(situations, 'Re-integratie in een veeleisende werkomgeving', 'Return to a demanding work environment', {
    checklist: 'demanding-work-environment',
  }),
  named(at('cahier-32', '3.1'), 'Vaststellen van de loonwaarde', 'Establishing the wage value', {
    service: 'wage-value-assessment',
  }),
  named(at('cahier-32', '3.1'), 'Aanpassing van de werkplek', 'Adapting the workplace', {
    service: 'workplace-assessment',
  }),
  named(preventive, 'Advies voor functiegroepen met meer uitval', 'Advice for job groups with more drop-out', {
    service: 'job-group-advice',
  }),
  named(preventive, 'Advies over functies binnen het functiehuis', 'Advice on jobs within the job structure', {
    service: 'job-structure-advice',
  }),
  named(preventive, 'Arbeidsdeskundig spreekuur', 'Labour expert consultation hour', { service: 'consultation-hour' }),
  named(early, 'Dossiercheck', 'File check', { service: 'file-check' }),
  named(early, 'Scan van het plan van aanpak in week 8', 'Scan of the plan of action in week 8', {
    service: 'action-plan-scan',
  }),
  named(early, 'Vroege Wvp-toets rond vier maanden', 'Early check of the statutory steps, about month 4', {
    service: 'early-wvp-check',
  }),
  named(early, 'Eerder arbeidsdeskundig onderzoek', 'Earlier labour expert assessment', {
    service: 'labour-expert-assessment',
  }),
  named(early, 'Checklist functiebelasting in de triage', 'Task load checklist in the triage', {
    checklist: 'task-load',
  }),
  named(early, '“Light”-advies van maand 4 tot 10', '“Light” advice from month 4 to 10', { service: 'light-advice' }),
  named(early, 'Begeleiding in de re-integratie', 'Guidance during re-integration', {
    service: 'reintegration-guidance',
  }),
  named(early, 'Coördineren van de re-integratie', 'Coordination of re-integration', {
    service: 'reintegration-coordination',
  }),
  named(early, 'Structureel multidisciplinair overleg', 'Periodic case conference', {
    service: 'periodic-case-conference',
  }),
  named(early, 'Incidenteel multidisciplinair overleg', 'Incidental case conference', { service: 'case-conference' }),
  named(early, 'Participatieve ondersteunende methode', 'Participatory supportive method', {
    service: 'participatory-method',
  }),
  named(
    at('cahier-32', '1.1'),
    'Onderzoek rond de eerstejaarsevaluatie',
    'Assessment around the first-year evaluation',
    { checklist: 'no-return-to-own-work', service: 'labour-expert-assessment' },
  ),
  named(
    at('cahier-32', 'annex 6'),
    'Duurzame-inzetbaarheidsonderzoek en -plan',
    'Sustainable employability assessment and plan',
    { service: 'employability-assessment' },
  ),
]
