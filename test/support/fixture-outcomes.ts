import { openCase } from '../../src/core/case/case'
import { outcomesById, type RuleOutcomes } from '../../src/core/evaluate/conditions'
import { evaluateReference as evaluate } from '../../src/core/evaluate/evaluate-reference'
import { groundFor } from '../../src/core/evaluate/ground'
import { deriveFacts } from '../../src/core/facts/derive-facts'
import { resolveOptions, type TriageOptions } from '../../src/core/options'
import { checkSnapshot } from '../../src/core/snapshot/check-snapshot'

/** The outcome of every rule for a snapshot in strong Kleene logic, as the reference evaluator gives it. */
export async function outcomesFor(snapshot: unknown, options: TriageOptions): Promise<RuleOutcomes> {
  const settings = resolveOptions(options)
  if ('issues' in settings) throw new Error(`options: ${JSON.stringify(settings.issues)}`)
  const parsed = checkSnapshot(snapshot, { locale: 'en' })
  if (!parsed.ok)
    throw new Error(`snapshot: ${parsed.issues.map(({ path, message }) => `${path.join('.')} ${message}`)}`)
  const { ruleSet, policy } = settings
  const opened = openCase(parsed.snapshot)
  const outcomes = await evaluate(settings, deriveFacts(opened, groundFor(ruleSet, policy)), opened.asOf)
  if (!outcomes) throw new Error('the engine was left out: unset DEBUG')
  return outcomesById(ruleSet, outcomes)
}
