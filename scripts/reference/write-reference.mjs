// The reference of the API, in docs/reference (or --out): typedoc's pages from the docstrings, and one page of every code and
// policy parameter that a host may meet. It is generated and not kept: `npm run reference`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Application } from 'typedoc'
import { IMPORT_CHANGES, ISSUE_CODES, OVERRIDE_REASONS, shippedRuleSet } from '../../dist/index.js'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { values } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'docs', 'reference') } } })

const app = await Application.bootstrapWithPlugins({
  name: 'verwijswijzer',
  entryPoints: ['index', 'sync', 'testing', 'authoring'].map((name) => join(ROOT, 'src', `${name}.ts`)),
  tsconfig: join(ROOT, 'tsconfig.json'),
  plugin: ['typedoc-plugin-markdown'],
  outputs: [{ name: 'markdown', path: values.out }],
  router: 'module',
  readme: 'none',
  disableSources: true,
  excludeInternal: true,
  // `npm run types` does that.
  skipErrorChecking: true,
  logLevel: 'Error',
})
const project = await app.convert()
if (!project) throw new Error('typedoc could not read the sources')
await app.generateOutputs(project)
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'codes-and-parameters.md'), codesAndParameters())

function codesAndParameters() {
  const ruleSet = shippedRuleSet()
  const table = (head, rows) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')
  const coded = (codes) => table(['code', 'meaning'], Object.entries(codes))
  return `# Codes and parameters

## Issues

Every \`code\` of an issue, of \`TriageError\` and of what \`parseSnapshot\` and \`loadRuleSet\` return.

${coded(ISSUE_CODES)}

## Changes of an import

${coded(Object.fromEntries(Object.entries(IMPORT_CHANGES).map(([code, text]) => [code, text.en])))}

## Reasons for deciding otherwise

For \`humanDecision\`: ${OVERRIDE_REASONS.map((reason) => `\`${reason}\``).join(', ')}.

## Policy parameters

Of rule set \`${ruleSet.manifest.id}\` ${ruleSet.manifest.version}; given as \`policy\`, by name. docs/en/policy.md has their
sources and which rules read them.

${table(
  ['name', 'default', 'unit', 'range', 'basis', 'meaning'],
  [...ruleSet.parameters.values()].map((one) => [
    one.name,
    one.default,
    one.unit,
    one.range.join(' to '),
    one.basis,
    one.description.en,
  ]),
)}
`
}

/** A cell of a table: a bar would end it, and a list is a value that changed in time. */
function cell(value) {
  const text = Array.isArray(value) ? value.map((one) => `${one.value} from ${one.from}`).join(', ') : String(value)
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
