import { at, named, type Situation } from './situation'

const situations = at('akc-folder', 'situations')
const examples = at('akc-folder', 'examples')

/** The folder: its ten situations and its nine examples. */
export const FOLDER_SITUATIONS: readonly Situation[] = [
  named(situations, 'Complexe situaties', 'Complex situations', { checklist: 'complex-situations' }),
  named(situations, 'Ziekte waarbij de werkgever afwacht', 'Illness during which the employer waits', {
    checklist: 'waiting-employer',
  }),
  named(situations, 'Progressieve ziekte', 'Progressive illness', { checklist: 'progressive-illness' }),
  named(situations, 'Terugkeer naar het eigen werk kan niet', 'No return to the own work', {
    checklist: 'no-return-to-own-work',
  }),
  named(situations, 'Terugkeer na langdurig verzuim', 'Return after long absence', {
    checklist: 'return-after-long-absence',
  }),
  named(situations, 'Onduidelijk welk werk passend is', 'Unclear suitable work', {
    checklist: 'unclear-suitable-work',
  }),
  named(situations, 'Niet-medische verzuimredenen', 'Non-medical reasons for absence', {
    checklist: 'non-medical-causes',
  }),
  named(situations, 'Frequent verzuim', 'Frequent absence', { checklist: 'frequent-absence' }),
  named(situations, 'Klachten aan het bewegingsapparaat', 'Locomotor complaints', {
    checklist: 'locomotor-complaints',
  }),
  named(situations, 'Re-integratie in een veeleisende werkomgeving', 'Return to a demanding work environment', {
    checklist: 'demanding-work-environment',
  }),
  named(examples, 'Advies over functiegroepen die vaker uitvallen', 'Advice on job groups that drop out more', {
    service: 'job-group-advice',
  }),
  named(examples, 'Advies over functies binnen het functiehuis', 'Advice on jobs within the job structure', {
    service: 'job-structure-advice',
  }),
  named(examples, 'Arbeidsdeskundig spreekuur', 'Labour expert consultation hour', { service: 'consultation-hour' }),
  named(examples, 'Dossiercheck', 'File check', { service: 'file-check' }),
  named(examples, 'Screening van het plan van aanpak in week 8', 'Screening of the plan of action in week 8', {
    service: 'action-plan-scan',
  }),
  named(examples, 'Vroege Wvp-toets', 'Early check of the statutory steps', { service: 'early-wvp-check' }),
  named(examples, 'Eerder arbeidsdeskundig onderzoek', 'Earlier labour expert assessment', {
    service: 'labour-expert-assessment',
  }),
  named(examples, 'Screening op hoge functiebelasting', 'Screening for high task load', { checklist: 'task-load' }),
  named(
    examples,
    'Begeleiding van complexe re-integratie',
    'Guidance of complex re-integration',
    { checklist: 'complex-situations' },
    { service: 'reintegration-guidance' },
  ),
]
