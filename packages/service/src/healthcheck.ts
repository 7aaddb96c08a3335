// For a container whose image has no curl: ends with 0 when the service is ready.
const port = process.env.VERWIJSWIJZER_PORT ?? '8080'
try {
  const { ok } = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) })
  process.exitCode = ok ? 0 : 1
} catch {
  process.exitCode = 1
}

export {}
