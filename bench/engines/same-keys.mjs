/**
 * The known facts as an object with the same keys in every case, in the same order, and null where not known: what a
 * JavaScript engine reads fastest.
 */
export function sameKeys(questions) {
  const facts = new Set()
  const visit = (condition) => {
    for (const member of condition.all ?? condition.any ?? []) visit(member)
    if ('fact' in condition) facts.add(condition.fact)
  }
  for (const { condition } of questions) visit(condition)
  const make = new Function(
    'known',
    `return { ${[...facts].map((fact) => `${fact}: known.${fact} ?? null`).join(', ')} }`,
  )
  return ({ known }) => make(known)
}
