import type { Audience } from '../../core/advice'
import { type Issue, nearestName } from '../../core/issue/issue'
import { type Locale, ROLES, type Role, type Text, type Tier } from '../../core/snapshot/fact'

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  'case-manager': { nl: 'de casemanager', en: 'the case manager' },
  employee: { nl: 'de werknemer', en: 'the employee' },
  'occupational-physician': { nl: 'de bedrijfsarts', en: 'the occupational physician' },
  delegate: {
    nl: 'wie onder verantwoordelijkheid van de bedrijfsarts werkt',
    en: 'those who work under the responsibility of the occupational physician',
  },
  'labour-expert': { nl: 'de arbeidsdeskundige', en: 'the labour expert' },
}

/**
 * What a role reads unless the caller says otherwise: the least, where nobody is named. The physician and a delegate, who
 * shares the physician's secrecy (PR-06, PR-09), read everything. The case manager stands on the employer's side and may
 * hold nothing medical, also not with consent (PR-01 to PR-04). The labour expert reads medical facts with the employee's
 * consent only (PR-10), which is for the caller to know. The employee reads the employer's version as a choice of this
 * library: what the physician judged is for the physician to tell.
 */
export const audienceOf = (role: Role | undefined): Audience =>
  role === 'occupational-physician' || role === 'delegate' ? 'full' : 'employer'

/** Whether an audience may read facts of a tier at all. */
export const mayRead = (tier: Tier, audience: Audience): boolean => audience === 'full' || tier === 'employer'

/** The role as given, or what is wrong with it. */
export function checkRole(role: unknown, path: Issue['path'], locale: Locale): readonly Issue[] {
  if (role === undefined || ROLES.some((known) => known === role)) return []
  const expected = ROLES.join(', ')
  const nearest = typeof role === 'string' ? nearestName(role, ROLES) : undefined
  return [
    {
      code: 'unknown-value',
      path,
      message: { nl: `geef een van deze rollen: ${expected}`, en: `give one of these roles: ${expected}` }[locale],
      expected,
      ...(nearest === undefined ? {} : { nearest }),
    },
  ]
}
