import { openCase } from '../../src/case/case'
import { marksOf } from '../../src/evaluate/marks'
import type { Outcomes } from '../../src/evaluate/outcome'
import { evaluate } from '../../src/evaluate/reference-evaluator'
import { deriveFacts } from '../../src/facts/derive-facts'
import { resolveOptions, type TriageOptions } from '../../src/options'
import { parseSnapshot } from '../../src/snapshot/parse-snapshot'

/** The outcome of every rule for a snapshot in strong Kleene logic, as the reference evaluator gives it. */
export async function outcomesFor(snapshot: unknown, options: TriageOptions): Promise<Outcomes> {
  const settings = resolveOptions(options)
  if ('issues' in settings) throw new Error(`options: ${JSON.stringify(settings.issues)}`)
  const parsed = parseSnapshot(snapshot, { locale: 'en' })
  if (!parsed.ok)
    throw new Error(`snapshot: ${parsed.issues.map(({ path, message }) => `${path.join('.')} ${message}`)}`)
  const { ruleSet, policy } = settings
  const opened = openCase(parsed.snapshot)
  const outcomes = await evaluate(settings, deriveFacts(opened, policy, marksOf(ruleSet, policy)), opened.asOf)
  if (!outcomes) throw new Error('the engine was left out: unset DEBUG')
  return outcomes
}
