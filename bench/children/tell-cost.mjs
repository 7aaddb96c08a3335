// Loaded before a program (`node --import`): at its end, writes to file descriptor 3, as JSON, the peak of its memory in
// kB and its processor time in microseconds.
import { writeSync } from 'node:fs'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    writeSync(3, JSON.stringify({ peak: maxRSS, spent: userCPUTime + systemCPUTime }))
  })
