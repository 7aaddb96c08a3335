// Tells, as JSON, how many lines a file has, and how many microseconds of processor time `JSON.parse` takes over them.
import { createReadStream } from 'node:fs'
import { argv, cpuUsage } from 'node:process'

let rest = ''
let lines = 0
let spent = 0
for await (const chunk of createReadStream(argv[2], { encoding: 'utf8', highWaterMark: 1_048_576 })) {
  const parts = (rest + chunk).split('\n')
  rest = parts.pop()
  const before = cpuUsage()
  for (const part of parts) JSON.parse(part)
  const { user, system } = cpuUsage(before)
  spent += user + system
  lines += parts.length
}
console.log(JSON.stringify({ lines, spent }))
