// The types of dist, indented by tabs, and once more for CommonJS: TypeScript tells the two apart by the names of files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

for (const name of readdirSync('dist').filter((one) => one.endsWith('.d.ts'))) {
  const file = join('dist', name)
  const text = readFileSync(file, 'utf8').replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4))
  writeFileSync(file, text)
  const common = text.replaceAll(/(from ['"][.][^'"]*)[.]js(['"])/g, '$1.cjs$2')
  writeFileSync(file.replace(/[.]d[.]ts$/, '.d.cts'), common)
}
