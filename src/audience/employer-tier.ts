import type { Case } from '../case/case'
import { BASE_FACTS } from '../snapshot/catalogue'

/** The case as the employer may know it: every medical-tier fact unanswered (PR-01 to PR-09). */
export function employerCase(opened: Case): Case {
  return {
    ...opened,
    answers: new Map([...opened.answers].filter(([id]) => BASE_FACTS.get(id)?.tier === 'employer')),
    leaves: opened.leaves?.map((leave) => ({ ...leave, sameCause: undefined })),
  }
}

export const isMedical = (fact: string): boolean => BASE_FACTS.get(fact)?.tier === 'medical'
