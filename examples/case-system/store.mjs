import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import sqlite from 'node-sqlite3-wasm'

// A line is what `resultLine` gives: the advice of a case as it was stored. `earlier` is that of an earlier day.
const TABLES = `
  CREATE TABLE IF NOT EXISTS cases (
    id TEXT PRIMARY KEY, kept TEXT NOT NULL, raised TEXT NOT NULL DEFAULT '[]', raised_full TEXT NOT NULL DEFAULT '[]');
  CREATE TABLE IF NOT EXISTS lines (
    id TEXT PRIMARY KEY REFERENCES cases, day TEXT NOT NULL, line TEXT NOT NULL, earlier TEXT);
  CREATE TABLE IF NOT EXISTS records (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL REFERENCES cases, kind TEXT NOT NULL, record TEXT NOT NULL);
`

/** Everything that is stored, in one file that only its owner can read. */
export function openStore(path) {
  if (!existsSync(path)) writeFileSync(path, '')
  chmodSync(path, 0o600)
  const db = new sqlite.Database(path)
  db.exec(TABLES)
  const json = (text) => (text === null || text === undefined ? undefined : JSON.parse(text))
  const kept = (row) =>
    row && { id: row.id, kept: json(row.kept), raised: json(row.raised), raisedFull: json(row.raised_full) }

  return {
    /** All of `work` is stored, or nothing. */
    together(work) {
      db.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        db.exec('ROLLBACK')
        throw error
      }
    },
    cases: () => db.all('SELECT * FROM cases ORDER BY id').map(kept),
    caseOf: (id) => kept(db.get('SELECT * FROM cases WHERE id = ?', [id])),
    keep: (id, one) =>
      db.run('INSERT INTO cases (id, kept) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET kept = excluded.kept', [
        id,
        JSON.stringify(one),
      ]),
    raise: (id, raised, raisedFull) =>
      db.run('UPDATE cases SET raised = ?, raised_full = ? WHERE id = ?', [
        JSON.stringify(raised),
        JSON.stringify(raisedFull),
        id,
      ]),
    lines: () => db.all('SELECT * FROM lines ORDER BY id'),
    lineOf: (id) => json(db.get('SELECT line FROM lines WHERE id = ?', [id])?.line),
    /** A second run on one day takes the place of the first: what changed is still counted from the day before. */
    keepLine: (id, day, line) =>
      db.run(
        `INSERT INTO lines (id, day, line) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET
           earlier = CASE WHEN day = excluded.day THEN earlier ELSE line END, day = excluded.day, line = excluded.line`,
        [id, day, line],
      ),
    records: (id) =>
      db.all('SELECT record FROM records WHERE id = ? ORDER BY seq', [id]).map((row) => json(row.record)),
    addRecord: (id, record) =>
      db.run('INSERT INTO records (id, kind, record) VALUES (?, ?, ?)', [id, record.kind, JSON.stringify(record)]),
    close: () => db.close(),
  }
}
