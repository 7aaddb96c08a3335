import type { Situation } from './situation'
import { CAHIER_SITUATIONS } from './situations-cahier'
import { FOLDER_SITUATIONS } from './situations-folder'
import { PREVENTIVE_SITUATIONS } from './situations-preventive'
import { CELSUS_SITUATIONS, FACTSHEET_SITUATIONS } from './situations-studies'

/** Every situation and service that the source documents name, in the order of the documents and of their sections. */
export const SITUATIONS: readonly Situation[] = [
  ...CAHIER_SITUATIONS,
  ...FOLDER_SITUATIONS,
  ...FACTSHEET_SITUATIONS,
  ...PREVENTIVE_SITUATIONS,
  ...CELSUS_SITUATIONS,
]
