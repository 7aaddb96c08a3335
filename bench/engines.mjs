/** Every engine that is measured, by its file in `engines`. */
export const ENGINES = [
  'ours-compiled',
  'ours-reference',
  'json-rules-engine',
  'json-logic-engine',
  'json-logic-engine-missing-keys',
  'json-logic-js',
  'zen',
  'zen-expression',
  'cedar',
  'node-rules',
  'rools',
  'hand-written',
]

/** Those that are followed as the rule set grows. */
export const GROWTH_ENGINES = [
  'ours-compiled',
  'ours-reference',
  'json-rules-engine',
  'json-logic-engine',
  'hand-written',
]

/**
 * Reads the rules once. Gives the engine's `name` and three functions: `prepare(case)`, the facts in the form that suits
 * the engine best, made before the clock runs; `run(facts)`, what is timed, with or without a promise, which returns the
 * outcomes in the engine's own form; and `met(result)`, the ids of the questions that were met, for the check that all
 * engines answer the same.
 */
export async function loadEngine(file, questions, rules) {
  const { name, load } = await import(`./engines/${file}.mjs`)
  return { file, name, ...(await load(questions, rules)) }
}

export async function loadEngines(files, questions, rules) {
  const engines = []
  for (const file of files) engines.push(await loadEngine(file, questions, rules))
  return engines
}
