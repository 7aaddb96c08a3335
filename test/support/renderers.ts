import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { pack } from './pack'
import { ROOT, run } from './run'

const RENDERERS = join(ROOT, 'test', 'renderers')
const INSTALLED = join(RENDERERS, 'node_modules')
/** LHC-Forms comes built, as files that a page names. */
const LHC_FORMS = join(INSTALLED, 'lforms', 'dist', 'lforms')
const LHC_FORMS_FILES = [
  'webcomponent/assets/lib/zone.min.js',
  'webcomponent/runtime.js',
  'webcomponent/polyfills.js',
  'webcomponent/main.js',
  'fhir/lformsFHIRAll.min.js',
]

/** Those that JSON Forms names. */
const ICONS = ['Add', 'ArrowDownward', 'ArrowUpward', 'Close', 'Delete', 'ErrorOutline', 'ExpandMore']
/** Forty thousand files of drawings, which no question is told by: what stands beside them has a name. */
const withoutIcons: Plugin = {
  name: 'without-icons',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@mui\/icons-material/ }, ({ path }) => ({ path, namespace: 'icon' }))
    onLoad({ filter: /./, namespace: 'icon' }, () => ({
      contents: `const Icon = () => null; export { Icon as default, ${ICONS.map((name) => `Icon as ${name}`)} }`,
    }))
  },
}

export const PAGES = [
  'react-jsonschema-form',
  'json-forms-material',
  'json-forms-vanilla',
  'surveyjs',
  'lhc-forms',
  'smart-forms',
] as const
export type RendererPage = (typeof PAGES)[number]

export interface ServedRenderers {
  readonly url: string
  readonly stop: () => void
}

/** Builds the pages with the package as it is published, and serves them. */
export async function serveRenderers(directory: string): Promise<ServedRenderers> {
  const { tarball } = await pack(directory)
  const unpacked = await run('tar', ['-xzf', tarball, '-C', directory])
  if (unpacked.code !== 0) throw new Error(unpacked.stderr)
  const out = join(directory, 'pages')
  await build({
    entryPoints: PAGES.map((page) => join(RENDERERS, 'pages', `${page}.jsx`)),
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    logLevel: 'error',
    plugins: [withoutIcons],
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    alias: { verwijswijzer: join(directory, 'package', 'dist', 'index.js') },
    // What the package depends on.
    nodePaths: [join(ROOT, 'node_modules')],
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.svg': 'dataurl', '.png': 'dataurl' },
  })
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url ?? '/', 'http://localhost').pathname
    const type = { '.js': 'text/javascript', '.css': 'text/css', '': 'text/html' }[extname(path)]
    const file = path.startsWith('/lforms/') ? join(LHC_FORMS, path.slice('/lforms/'.length)) : join(out, path)
    const content = extname(path) === '' ? pageOf(path.slice(1)) : await readFile(file).catch(() => undefined)
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type ?? 'application/octet-stream' })
    response.end(content)
  })
  return { url: await listen(server), stop: () => server.close() }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function pageOf(page: string): string {
  const built = LHC_FORMS_FILES.map((file) => `<script src="/lforms/${file}"></script>`).join('')
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${page}</title><link rel="icon" href="data:,"><body><div id="form"></div>${
    page === 'lhc-forms' ? built : ''
  }<script type="module" src="/${page}.js"></script>`
}
