import { validate as validateByReadme } from '@readme/openapi-parser'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, type Served, serve } from './support/serve'
import { SNAPSHOT } from './support/snapshot'

let served: Served
let document: Record<string, never>
beforeAll(async () => {
  served = await serve()
  document = (await served.app.inject({ url: '/openapi.json' })).json()
})
afterAll(() => served.app.close())

const copy = (): never => structuredClone(document) as never

describe('the document', () => {
  it('is valid by one validator', async () => {
    const { valid, errors } = await new Validator().validate(copy())
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(document).toMatchObject({ openapi: '3.1.0' })
  })

  it('is valid by another', async () => {
    const result = await validateByReadme(copy())
    expect(result).toMatchObject({ valid: true })
  })

  it('is not valid for either where a part is wrong', async () => {
    const broken = { ...structuredClone(document), paths: { '/v1/advice': { post: { responses: 3 } } } }
    expect((await new Validator().validate(structuredClone(broken) as never)).valid).toBe(false)
    expect((await validateByReadme(structuredClone(broken) as never)).valid).toBe(false)
  })

  it('has every route, and each an operation id of its own', () => {
    const paths = (document as unknown as { paths: Record<string, Record<string, { operationId: string }>> }).paths
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
    expect(new Set(ids).size).toBe(ids.length)
    for (const [url, path] of Object.entries(paths))
      for (const method of Object.keys(path))
        expect(
          served.app.hasRoute({ url: url.replace(/[{](\w+)[}]/g, ':$1'), method: method.toUpperCase() as 'GET' }),
          url,
        ).toBe(true)
    const listed = served.app.printRoutes({ commonPrefix: false }).match(/[(](GET|POST)/g) ?? []
    // Only the document itself is not in the document.
    expect(ids).toHaveLength(listed.length - 1)
  })

  it('describes what is answered: an answer fits the schema of its route', async () => {
    const bodies = {
      '/v1/advice': { snapshot: SNAPSHOT, audience: 'full', record: 'minimal' },
      '/v1/timeline': { snapshot: SNAPSHOT, audience: 'full', until: '2027-02-01' },
      '/v1/interview': { snapshot: SNAPSHOT, role: 'case-manager' },
      '/v1/answers': { answers: SNAPSHOT, role: 'case-manager' },
      '/v1/migrations': { snapshot: SNAPSHOT, from: '1.0.0', audience: 'full' },
    }
    // A schema that is referred to often is compiled once.
    const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } })
    addFormats.default(ajv)
    ajv.addSchema({ $id: 'document', ...structuredClone(document) })
    for (const [url, payload] of Object.entries(bodies)) {
      const answer = await served.app.inject({ method: 'POST', url, payload, headers: bearer('full') })
      expect(answer.statusCode, url).toBe(200)
      const at = `document#/paths/${url.replaceAll('/', '~1')}/post`
      const taken = ajv.getSchema(`${at}/requestBody/content/application~1json/schema`)
      const given = ajv.getSchema(`${at}/responses/200/content/application~1json/schema`)
      expect([taken?.(payload), taken?.errors], url).toEqual([true, null])
      expect([given?.(answer.json()), given?.errors], url).toEqual([true, null])
    }
    const refused = await served.app.inject({ method: 'POST', url: '/v1/advice', payload: {}, headers: bearer('full') })
    const problem = ajv.getSchema('document#/components/schemas/Problem')
    expect([problem?.(refused.json()), problem?.errors]).toEqual([true, null])
  })

  it('is for callers only where that is said', async () => {
    const closed = await serve({ openDocument: false })
    const [without, withToken] = [
      await closed.app.inject({ url: '/openapi.json' }),
      await closed.app.inject({ url: '/openapi.json', headers: bearer('employer') }),
    ]
    expect([without.statusCode, withToken.statusCode]).toEqual([401, 200])
    await closed.app.close()
  })
})
