// Tells, as JSON, how many milliseconds it took to import an entry of the package, and then to give the first advice.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'

const [file, kind, caseFile] = argv.slice(2)
const snapshot = JSON.parse(readFileSync(caseFile, 'utf8'))
const started = performance.now()
const entry = kind === 'require' ? createRequire(import.meta.url)(file) : await import(pathToFileURL(file).href)
const loaded = performance.now()
const advise = entry.triageSync ?? entry.triage
await advise?.(snapshot)
const advised = performance.now()
console.log(JSON.stringify({ load: loaded - started, first: advise ? advised - loaded : null }))
