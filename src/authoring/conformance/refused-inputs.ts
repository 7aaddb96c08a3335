/** Inputs that every host must refuse, as text: what is wrong with each, in a few words. */
export const REFUSED_INPUTS: readonly { readonly id: string; readonly text: string }[] = [
  ['not-json', '{ "asOf": "2026-07-31", }'],
  ['nothing', ''],
  ['null', 'null'],
  ['a-list', '[]'],
  ['no-day', '{ "employment": { "regime": "employee" } }'],
  ['a-day-that-is-none', '{ "asOf": "2026-02-30" }'],
  ['a-day-with-a-time', '{ "asOf": "2026-07-31T00:00:00Z" }'],
  ['a-day-as-a-number', '{ "asOf": 20260731 }'],
  ['a-key-twice', '{ "asOf": "2026-07-31", "conflict": { "status": "none", "status": "signal" } }'],
  ['a-key-twice-escaped', '{ "asOf": "2026-07-31", "conflict": { "status": "none", "st\\u0061tus": "signal" } }'],
  ['a-forbidden-key', '{ "asOf": "2026-07-31", "employment": { "__proto__": { "regime": "employee" } } }'],
  ['a-misspelt-key', '{ "asOf": "2026-07-31", "employment": { "regiem": "employee" } }'],
  ['a-misspelt-value', '{ "asOf": "2026-07-31", "employment": { "functionVariety": "fwe" } }'],
  ['a-text-for-yes', '{ "asOf": "2026-07-31", "employment": { "olderWorker": "yes" } }'],
  ['a-number-out-of-range', '{ "asOf": "2026-07-31", "absence": { "workedShare": 101 } }'],
  ['a-number-that-is-none', '{ "asOf": "2026-07-31", "absence": { "workedShare": 1e999 } }'],
  ['an-item-twice', '{ "asOf": "2026-07-31", "health": { "criticalLimitations": ["1.1", "1.1"] } }'],
  ['a-spell-ahead', '{ "asOf": "2026-07-31", "absence": { "spells": [{ "firstDay": "2026-08-01" }] } }'],
  [
    'recovered-before-ill',
    '{ "asOf": "2026-07-31", "absence": { "spells": [{ "firstDay": "2026-07-01", "recoveredOn": "2026-06-30" }] } }',
  ],
  [
    'two-spells-at-once',
    '{ "asOf": "2026-07-31", "absence": { "spells": [{ "firstDay": "2026-06-01" }, { "firstDay": "2026-07-01" }] } }',
  ],
  [
    'a-leave-that-ends-before-it-begins',
    '{ "asOf": "2026-07-31", "absence": { "leaves": [{ "from": "2026-06-01", "until": "2026-05-31" }] } }',
  ],
  [
    'a-delivery-ahead',
    '{ "asOf": "2026-07-31", "process": { "services": [{ "service": "file-check", "on": "2026-08-01" }] } }',
  ],
  [
    'an-unknown-service',
    '{ "asOf": "2026-07-31", "process": { "services": [{ "service": "massage", "on": "2026-07-01" }] } }',
  ],
  ['raised-unknown', '{ "asOf": "2026-07-31", "process": { "raised": [{ "id": "massage", "on": "2026-07-01" }] } }'],
  ['a-name-in-the-case-id', '{ "asOf": "2026-07-31", "caseId": "case 17 of J. Jansen" }'],
].map(([id, text]) => ({ id: id as string, text: text as string }))
