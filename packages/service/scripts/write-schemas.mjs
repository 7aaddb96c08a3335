// JSON Schemas of what the service answers, from the types that the library exports: the document cannot say otherwise.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGenerator } from 'ts-json-schema-generator'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const generator = createGenerator({
  path: join(root, 'scripts/answers.ts'),
  tsconfig: join(root, 'tsconfig.json'),
  expose: 'export',
  skipTypeCheck: true,
  additionalProperties: false,
})
const { properties } = generator.createSchema('Answers').definitions.Answers
mkdirSync(join(root, 'dist'), { recursive: true })
writeFileSync(join(root, 'dist/answers.json'), JSON.stringify(properties))
