import { randomUUID } from 'node:crypto'
import {
  batch,
  createTriage,
  decisionRecord,
  humanDecision,
  release,
  releaseChoices,
  remember,
  resultLine,
  takeAnswers,
  verifyRecord,
  worklist,
} from 'verwijswijzer'

/**
 * What a case system does with the library: it keeps what the library remembers nothing of (answers, what was raised, the
 * advice of yesterday, records) and calls it with the day.
 *
 * @param store As openStore gives it.
 * @param key The secret of the records, at least 16 bytes.
 * @param now The instant, which only the host knows.
 */
export function caseSystem({ store, key, now = () => new Date() }) {
  // 1. Options are checked once, and the advice is for the employer unless it is asked for the physician.
  const adviseEmployer = createTriage({ audience: 'employer' })
  const adviseFully = createTriage({ audience: 'full' })

  // 2. What was raised goes back in, so that "within two weeks" is counted from the first day and not from today.
  const snapshotOf = ({ kept, raised, raisedFull }, asOf) => ({
    ...kept.snapshot,
    asOf,
    process: { ...kept.snapshot.process, raised },
    health: { ...kept.snapshot.health, raised: raisedFull },
  })

  function found(id) {
    const one = store.caseOf(id)
    if (!one) throw new NotFound(id)
    return one
  }

  /** The run over all cases: advises, remembers, and writes a record of each advice that changed. */
  async function nightly(asOf) {
    const cases = store.cases()
    const lines = cases.map((one) => JSON.stringify(snapshotOf(one, asOf)))
    const previous = store.lines().map(({ line }) => line)
    const results = []
    for await (const result of batch(lines, { detail: 'full', audience: 'employer', previous })) results.push(result)
    return store.together(() => {
      let changed = 0
      for (const result of results) {
        const one = cases[result.line - 1]
        if ('error' in result) continue
        const isChanged = result.changes === undefined || result.changes.length > 0
        if (isChanged) changed += 1
        keepAdvice(one, asOf, result, isChanged)
      }
      return { asOf, cases: cases.length, changed, refused: results.filter((result) => 'error' in result).length }
    })
  }

  function keepAdvice(one, asOf, result, isChanged) {
    const snapshot = snapshotOf(one, asOf)
    store.keepLine(one.id, asOf, resultLine(result))
    // 3. What to store of an advice.
    store.raise(one.id, remember(result.advice), remember(adviseFully(snapshot)))
    if (isChanged) addDecision(one.id, result.advice, snapshot)
  }

  function addDecision(id, advice, snapshot) {
    const before = store.records(id).at(-1)
    store.addRecord(
      id,
      decisionRecord(advice, {
        id: randomUUID(),
        recordedAt: now().toISOString(),
        key,
        snapshot,
        detail: 'replayable',
        ...(before ? { previousHash: before.hash } : {}),
      }),
    )
  }

  /** One case again, after something was answered or released during the day. */
  function again(id, asOf) {
    const one = found(id)
    const advice = adviseEmployer(snapshotOf(one, asOf))
    keepAdvice(one, asOf, { line: 1, caseId: id, advice }, true)
    return advice
  }

  return {
    nightly,
    caseIds: () => store.cases().map(({ id }) => id),
    /** Takes in what a role answered; throws a TriageError with every issue. */
    answer: (id, answers, role, asOf) =>
      store.together(() => {
        const kept = takeAnswers(store.caseOf(id)?.kept, { ...answers, asOf, caseId: id }, role)
        store.keep(id, kept)
        return again(id, asOf)
      }),
    worklist: () =>
      worklist(
        store.lines().map(({ id, line, earlier }) => ({
          caseId: id,
          advice: JSON.parse(line),
          ...(earlier === null ? {} : { previous: JSON.parse(earlier) }),
        })),
      ),
    employerAdvice: (id, asOf) => adviseEmployer(snapshotOf(found(id), asOf)),
    fullAdvice: (id, asOf) => adviseFully(snapshotOf(found(id), asOf)),
    releaseChoices: (id, asOf) => releaseChoices(snapshotOf(found(id), asOf)),
    /** The physician's act: only what was among the choices can be released, by its number. */
    release: (id, chosen, asOf) =>
      store.together(() => {
        const one = found(id)
        const items = releaseChoices(snapshotOf(one, asOf))[chosen]?.items
        if (!items) throw new NotFound(`${id}, choice ${chosen}`)
        const { physician } = release({ ...one.kept.snapshot, asOf }, items)
        store.keep(id, { ...one.kept, snapshot: { ...one.kept.snapshot, physician } })
        return again(id, asOf)
      }),
    decide: (id, by, { outcome, services, reason }) =>
      store.together(() => {
        const record = store.records(found(id).id).findLast(({ kind }) => kind === 'decision')
        if (!record) throw new NotFound(id)
        const decided = { id: randomUUID(), decidedAt: now().toISOString(), by, role: 'case-manager', key }
        store.addRecord(id, humanDecision(record, { ...decided, outcome, services, ...(reason ? { reason } : {}) }))
      }),
    /** Every record of a case, each run again: the same, or where it differs. */
    records: (id) =>
      store.records(found(id).id).map((record) => ({
        record,
        ...(record.kind === 'decision' ? { verified: verifyRecord(record, undefined, { key }) } : {}),
      })),
  }
}

/** There is no such case, or no such thing in it. */
export class NotFound extends Error {}
