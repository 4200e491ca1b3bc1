/** The providers that Latchkey knows, as data and pure functions: no I/O. */

export { buildEndpoints, fillUrl } from './build-endpoints.ts';
export type { FilledEndpoints } from './build-endpoints.ts';
export { cleanText, readUuid } from './clean-text.ts';
export { explainFailure, readSign } from './explain-failure.ts';
export type { Explanation } from './explain-failure.ts';
export { findProviderForm } from './form-registry.ts';
export { createInputSchema } from './input-schema.ts';
export type { ProviderInput } from './input-schema.ts';
export { findProblem, problemTexts } from './problem-texts.ts';
export type { Failure, ProviderAnswer, Sign, SignRule } from './failure.ts';
export type {
  AccessCheck,
  ApiRules,
  EndpointTemplates,
  EnvironmentFacts,
  Field,
  Grant,
  GuidePart,
  GuideStep,
  ParsePasted,
  PastedValues,
  Problem,
  ProblemText,
  Provider,
  ProviderForm,
  Region,
  Role,
  Scope,
  TokenEndpointAuthMethod,
  TokenFacts,
} from './provider.ts';
export { findRegion, findWarning, readField } from './read-field.ts';
export type { FieldReading } from './read-field.ts';
export { findProvider, listProviders } from './registry.ts';
export type { ProviderTextKeys } from './text-keys.ts';
