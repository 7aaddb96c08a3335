import { frozen } from '../../core/frozen'
import { type AbsenceProfile, checkedProfile } from './profile'
import afas from './profiles/afas.json'
import exact from './profiles/exact.json'
import genericCsv from './profiles/generic-csv.json'
import loket from './profiles/loket.json'
import nmbrs from './profiles/nmbrs.json'
import sivi from './profiles/sivi.json'
import vismaVerzuim from './profiles/visma-verzuim.json'

/** The HR systems that there is a profile for. */
export const PROFILE_NAMES = frozen([
  'sivi',
  'visma-verzuim',
  'afas',
  'loket',
  'nmbrs',
  'exact',
  'generic-csv',
] as const)
/** A name of `PROFILE_NAMES`. */
export type ProfileName = (typeof PROFILE_NAMES)[number]

const DOCUMENTS: Readonly<Record<ProfileName, unknown>> = {
  sivi,
  'visma-verzuim': vismaVerzuim,
  afas,
  loket,
  nmbrs,
  exact,
  'generic-csv': genericCsv,
}

/** A copy of a shipped profile, which its caller may change. */
export function absenceProfile(name: ProfileName): AbsenceProfile {
  return structuredClone(checkedProfile(DOCUMENTS[name]))
}
