/** What a condition says of a case, in strong Kleene logic. `open`: it depends on what is not known. */
export type Outcome = 'met' | 'not-met' | 'open'

/** Outcomes by the id of what was asked: rules, and checklists as `checklist:<id>`. */
export type Outcomes = ReadonlyMap<string, Outcome>
