import { perPolicy as compute } from '../cache'
import type { Policy } from './policy'

/** @deprecated `perPolicy` of cache.ts. */
export const perPolicy: <Part extends object, Result>(
  compute: (part: Part, policy: Policy) => Result,
) => (part: Part, policy: Policy) => Result = compute
