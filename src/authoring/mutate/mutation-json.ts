import { type Mutant, type MutantKind, mutantText, pointerOf } from './mutant'
import { type MutantResult, type MutationRun, mutationScore } from './mutate-rule-set'

/** What came of the mutants, for programs: plain JSON data. */
export function describeMutation(run: MutationRun) {
  const { ruleSet, fixtures, unconfirmed, failing, results, untried } = run
  return {
    ruleSet,
    fixtures,
    unconfirmed,
    failing,
    untried,
    ...mutationScore(run),
    kinds: kindsOf(results),
    mutants: results.map((result) => ({ ...described(result.mutant), ...outcome(result) })),
  }
}

const described = (mutant: Mutant) => ({
  kind: mutant.kind,
  file: mutant.place.file,
  pointer: pointerOf(mutant.place),
  change: mutant.change,
  text: mutantText(mutant),
})

function outcome(result: MutantResult) {
  if (result.status === 'killed') return { status: result.status, by: result.by }
  if (result.status === 'equivalent') return { status: result.status }
  return { status: result.status, witness: result.witness ?? null }
}

/** How many of each kind there are, and what came of them. */
export function kindsOf(results: readonly MutantResult[]) {
  const kinds = [...new Set(results.map(({ mutant }) => mutant.kind))]
  return kinds.map((kind: MutantKind) => {
    const of = results.filter(({ mutant }) => mutant.kind === kind)
    const count = (status: MutantResult['status']): number => of.filter((one) => one.status === status).length
    return {
      kind,
      mutants: of.length,
      killed: count('killed'),
      survived: count('survived'),
      equivalent: count('equivalent'),
    }
  })
}
