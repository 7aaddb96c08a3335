import { join } from 'node:path'
import { Ajv } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { SERVICE } from './process'

type Resource = Readonly<Record<string, unknown>>
/** Of the package that is loaded for R4: FHIRPath is the same for both. */
type Evaluate = (expression: string, input: never) => unknown[]

/** An invariant of R5 by its name: where it holds, by the path from the resource, and what it says. */
interface Invariant {
  readonly name: string
  readonly at: RegExp
  readonly holds: string
}

/** Of the definitions of HL7, those of the elements that a bundle has. */
const INVARIANTS: readonly Invariant[] = [
  { name: 'bdl-1', at: /^Bundle$/, holds: "total.empty() or (type = 'searchset') or (type = 'history')" },
  { name: 'bdl-3', at: /^Bundle$/, holds: 'entry.all(request.empty() and response.empty() and search.empty())' },
  { name: 'bdl-7', at: /^Bundle$/, holds: 'entry.fullUrl.isDistinct()' },
  { name: 'bdl-8', at: /^Bundle$/, holds: "entry.fullUrl.all($this.contains('/_history/').not())" },
  { name: 'rqo-1', at: /^RequestOrchestration([.]action)+$/, holds: 'resource.exists() != action.exists()' },
  { name: 'prr-1', at: /^ServiceRequest$/, holds: 'orderDetail.empty() or code.exists()' },
  {
    name: 'tsk-1',
    at: /^Task$/,
    holds: "restriction.empty() or (code.coding.where(code = 'fulfill').exists() and focus.exists())",
  },
  { name: 'inv-1', at: /^Task$/, holds: 'lastModified.empty() or authoredOn.empty() or lastModified >= authoredOn' },
  {
    name: 'per-1',
    at: /[.](occurrence|execution|requested|occurred|valid)?[pP]eriod$/,
    holds: 'start.empty() or end.empty() or start <= end',
  },
  { name: 'ext-1', at: /[.]extension$/, holds: '(extension.exists()) != (value.exists())' },
  {
    name: 'ref-2',
    at: /[.](subject|focus|target|basedOn|result|reasonReference|who|what|resource|evaluationMessage|reference)$/,
    holds: 'reference.exists() or identifier.exists() or display.exists() or extension.exists()',
  },
]

const DATE_TIME = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}([.]\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/
const DATE_NAMES = /^(start|end|authoredOn|lastModified|recorded|timestamp|\w+DateTime)$/

/**
 * What is wrong with a resource of R5; nothing where it is right. npm has no definitions of R5 by HL7: the form is that of
 * @types/fhir (elements, cardinalities, the codes of required value sets), checked by ajv, and invariants are FHIRPath.
 */
export function validatorR5(evaluate: Evaluate): (resource: Resource) => readonly string[] {
  const { definitions = {} } = createGenerator({
    path: join(SERVICE, 'test/support/resources-r5.ts'),
    tsconfig: join(SERVICE, 'tsconfig.json'),
    type: 'ResourcesR5',
    skipTypeCheck: true,
    additionalProperties: false,
    jsDoc: 'none',
    topRef: true,
  }).createSchema('ResourcesR5')
  const ajv = new Ajv({ strict: false, inlineRefs: false, code: { optimize: false } })
  ajv.addSchema({ $id: 'r5', definitions })
  return (resource) => {
    const type = String(resource.resourceType)
    const validate = ajv.getSchema(`r5#/definitions/ResourcesR5/properties/${type}`)
    if (!validate) return [`${type}: not a type that an advice becomes`]
    const form = validate(resource)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    return [...form, ...elementFaults(resource, type, evaluate)]
  }
}

function elementFaults(value: unknown, at: string, evaluate: Evaluate): readonly string[] {
  if (Array.isArray(value))
    return value.length === 0 ? [`${at}: ele-1`] : value.flatMap((one) => elementFaults(one, at, evaluate))
  if (typeof value === 'string') {
    const name = at.split('.').at(-1) ?? ''
    return value.trim() === ''
      ? [`${at}: ele-1`]
      : DATE_NAMES.test(name) && !DATE_TIME.test(value)
        ? [`${at}: no dateTime`]
        : []
  }
  if (typeof value !== 'object' || value === null) return value === null ? [`${at}: ele-1`] : []
  const broken = INVARIANTS.filter(
    (one) => one.at.test(at) && isTyped(value) && evaluate(one.holds, value as never)[0] !== true,
  )
  return [
    ...(Object.keys(value).length === 0 ? [`${at}: ele-1`] : []),
    ...broken.map(({ name }) => `${at}: ${name}`),
    ...Object.entries(value).flatMap(([key, part]) =>
      // Each resource of a Bundle is looked at by itself.
      at === 'Bundle.entry' && key === 'resource' ? [] : elementFaults(part, `${at}.${key}`, evaluate),
    ),
  ]
}

/** A CodeableReference holds what a Reference is in R4, under names that are those of references elsewhere. */
const isTyped = (value: object): boolean => !('concept' in value)
