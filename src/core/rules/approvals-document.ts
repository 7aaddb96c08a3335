import * as z from '../zod'
import { ruleId } from './document'
import { isoDay } from './parameter'

/** In which profession somebody approves of a rule: rules are answered for by these, not by who writes the files. */
export const APPROVERS = ['labour-expert', 'occupational-physician', 'insurance-physician', 'lawyer'] as const
export type Approver = (typeof APPROVERS)[number]

/** No name of a person: what the organisation calls its reviewer by, and can look up itself. */
const pseudonym = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)

/** Who approves of which rule, as it was on that day; kept beside the rules and never part of what gives advice. */
export const approvalsDocument = z.strictObject({
  $schema: z.string().optional(),
  approvals: z.array(
    z.strictObject({
      rule: ruleId,
      /** Of the rule and of all that a reviewer reads of it (`verwijswijzer review` prints it): another one is another rule. */
      digest: z.string().regex(/^[0-9a-f]{16}$/),
      by: z.strictObject({ role: z.enum(APPROVERS), pseudonym }),
      on: isoDay,
      remark: z.string().regex(/\S/).optional(),
    }),
  ),
})

export type ApprovalsDocument = z.Infer<typeof approvalsDocument>
export type Approval = ApprovalsDocument['approvals'][number]
