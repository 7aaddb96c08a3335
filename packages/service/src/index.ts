export { type AppOptions, buildApp, LIMITS, type Limits } from './app'
export { serviceLog } from './log'
export { type Authentication, authenticator, type HashedToken, type Issuer } from './tokens'
export { makeWorld, readWorld, type Tenant, type TenantFiles, type World } from './world'
