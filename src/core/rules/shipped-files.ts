import approvals from '../../../rules/approvals.json'
import complexSituations from '../../../rules/checklists/complex-situations.json'
import conflict from '../../../rules/checklists/conflict.json'
import demandingWorkEnvironment from '../../../rules/checklists/demanding-work-environment.json'
import earlyProcessMoments from '../../../rules/checklists/early-process-moments.json'
import frequentAbsence from '../../../rules/checklists/frequent-absence.json'
import jobGroup from '../../../rules/checklists/job-group.json'
import locomotorComplaints from '../../../rules/checklists/locomotor-complaints.json'
import noReturnToOwnWork from '../../../rules/checklists/no-return-to-own-work.json'
import nonMedicalCauses from '../../../rules/checklists/non-medical-causes.json'
import preventiveSignals from '../../../rules/checklists/preventive-signals.json'
import problematicAbsence from '../../../rules/checklists/problematic-absence.json'
import progressiveIllness from '../../../rules/checklists/progressive-illness.json'
import returnAfterLongAbsence from '../../../rules/checklists/return-after-long-absence.json'
import safetyNet from '../../../rules/checklists/safety-net.json'
import socialEmotionalComplaints from '../../../rules/checklists/social-emotional-complaints.json'
import taskLoad from '../../../rules/checklists/task-load.json'
import unclearSuitableWork from '../../../rules/checklists/unclear-suitable-work.json'
import waitingEmployer from '../../../rules/checklists/waiting-employer.json'
import manifest from '../../../rules/manifest.json'
import migrations from '../../../rules/migrations.json'
import milestones from '../../../rules/milestones.json'
import policy from '../../../rules/policy.json'
import services from '../../../rules/services.json'
import sources from '../../../rules/sources.json'

/** By the name of the file. A module of its own, which the CommonJS build makes of the files of the package. */
export const FILES: Readonly<Record<string, unknown>> = {
  'manifest.json': manifest,
  'services.json': services,
  'policy.json': policy,
  'sources.json': sources,
  'milestones.json': milestones,
  'migrations.json': migrations,
  'approvals.json': approvals,
  'checklists/task-load.json': taskLoad,
  'checklists/conflict.json': conflict,
  'checklists/frequent-absence.json': frequentAbsence,
  'checklists/no-return-to-own-work.json': noReturnToOwnWork,
  'checklists/progressive-illness.json': progressiveIllness,
  'checklists/early-process-moments.json': earlyProcessMoments,
  'checklists/social-emotional-complaints.json': socialEmotionalComplaints,
  'checklists/non-medical-causes.json': nonMedicalCauses,
  'checklists/unclear-suitable-work.json': unclearSuitableWork,
  'checklists/waiting-employer.json': waitingEmployer,
  'checklists/return-after-long-absence.json': returnAfterLongAbsence,
  'checklists/locomotor-complaints.json': locomotorComplaints,
  'checklists/demanding-work-environment.json': demandingWorkEnvironment,
  'checklists/complex-situations.json': complexSituations,
  'checklists/preventive-signals.json': preventiveSignals,
  'checklists/job-group.json': jobGroup,
  'checklists/problematic-absence.json': problematicAbsence,
  'checklists/safety-net.json': safetyNet,
}
