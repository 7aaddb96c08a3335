import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** All that there is to serve. The page says its own Content-Security-Policy. */
const FILES = new Map([
  ['/', ['index.html', 'text/html; charset=utf-8']],
  ['/form.js', ['form.js', 'text/javascript; charset=utf-8']],
  ['/browser.js', ['browser.js', 'text/javascript; charset=utf-8']],
  ['/form.css', ['form.css', 'text/css; charset=utf-8']],
])

/** Serves the page to this machine only. Gives the address; port 0 takes one that is free. */
export async function serve(folder, port) {
  const server = createServer(async ({ method, url }, response) => {
    const [name, type] = FILES.get(new URL(url ?? '/', 'http://localhost').pathname) ?? []
    if (name === undefined || (method !== 'GET' && method !== 'HEAD')) {
      response.writeHead(name === undefined ? 404 : 405).end()
      return
    }
    const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }
    response.writeHead(200, headers).end(method === 'HEAD' ? undefined : await readFile(join(folder, name)))
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${server.address().port}/`
}
