// Starts the case system on this machine, or runs the night once: `node main.mjs [nightly]`.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { caseSystem } from './case-system.mjs'
import { caseServer } from './server.mjs'
import { openStore } from './store.mjs'

const { CASE_SYSTEM_DB = 'cases.db', CASE_SYSTEM_KEY = 'records.key', PORT = '8090' } = process.env
// CASE_SYSTEM_TODAY is for trying another day.
const today = () =>
  process.env.CASE_SYSTEM_TODAY ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())

/** A secret of this machine, in a file for its owner alone: who throws it away makes the records anonymous. */
function secretIn(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}

const store = openStore(CASE_SYSTEM_DB)
const system = caseSystem({ store, key: secretIn(CASE_SYSTEM_KEY) })
if (process.argv[2] === 'nightly') {
  console.log(JSON.stringify(await system.nightly(today())))
  store.close()
} else {
  const passwords = { manager: randomBytes(6).toString('hex'), physician: randomBytes(6).toString('hex') }
  const users = {
    manager: { password: passwords.manager, role: 'case-manager' },
    physician: { password: passwords.physician, role: 'occupational-physician' },
  }
  const server = caseServer({ system, users, today })
  server.listen(Number(PORT), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}`)
    for (const [name, password] of Object.entries(passwords)) console.log(`${name}: ${password}`)
  })
  const stop = () => {
    server.close(() => store.close())
    server.closeIdleConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
