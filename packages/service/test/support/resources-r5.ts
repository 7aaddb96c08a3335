import type { Bundle, GuidanceResponse, Provenance, RequestOrchestration, ServiceRequest, Task } from 'fhir/r5'

/** What an advice becomes in R5, as @types/fhir types it: `validator-r5` makes a JSON Schema of it. */
export interface ResourcesR5 {
  readonly Bundle: Bundle<GuidanceResponse | RequestOrchestration | ServiceRequest | Task | Provenance>
  readonly GuidanceResponse: GuidanceResponse
  readonly RequestOrchestration: RequestOrchestration
  readonly ServiceRequest: ServiceRequest
  readonly Task: Task
  readonly Provenance: Provenance
}
