/**
 * Builds the page into one folder, and serves it:
 *   node build.mjs [--out DIR] [--library FILE] [--serve] [--port NUMBER] [--open]
 */
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { openPage } from './open-page.mjs'
import { serve } from './serve.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(HERE, 'dist') },
    /** The browser build of the package: `verwijswijzer/browser` where it is installed. */
    library: { type: 'string', default: join(HERE, '..', '..', 'dist', 'browser.js') },
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    open: { type: 'boolean', default: false },
  },
})

/** The library stays a file of its own, as it is in the package. */
const libraryBeside = {
  name: 'library-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^verwijswijzer\/browser$/ }, () => ({ path: './browser.js', external: true }))
  },
}

await mkdir(values.out, { recursive: true })
await build({
  entryPoints: { form: join(HERE, 'main.ts') },
  outdir: values.out,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  plugins: [libraryBeside],
  logLevel: 'error',
})
await build({
  entryPoints: { form: join(HERE, 'styles', 'form.css') },
  outdir: values.out,
  bundle: true,
  minify: true,
  logLevel: 'error',
})
await copyFile(join(HERE, 'index.html'), join(values.out, 'index.html'))
await copyFile(values.library, join(values.out, 'browser.js'))

const kilobytes = async (name) => (gzipSync(await readFile(join(values.out, name))).length / 1000).toFixed(1)
console.log(
  `${values.out}: form.js ${await kilobytes('form.js')} kB, form.css ${await kilobytes('form.css')} kB, ` +
    `browser.js ${await kilobytes('browser.js')} kB (gzip)`,
)
if (values.serve || values.open) {
  const url = await serve(values.out, Number(values.port))
  console.log(`${url} (stop with Ctrl+C)`)
  if (values.open) openPage(url)
}
