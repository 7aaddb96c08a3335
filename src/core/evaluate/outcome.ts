/** What a condition says of a case, in strong Kleene logic. `open`: it depends on what is not known. */
export type Outcome = 'met' | 'not-met' | 'open'

/** The outcome of each condition of a rule set, in the order of `conditionsOf`. */
export type Outcomes = readonly Outcome[]
