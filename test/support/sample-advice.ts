import type { Advice } from '../../src/core/advice'
import { triageSync } from '../../src/index'
import { SAMPLE_SNAPSHOT } from './sample-snapshot'

/** One whole advice, as the library gives it. */
export const SAMPLE_ADVICE: Advice = triageSync(SAMPLE_SNAPSHOT, { audience: 'full' })
