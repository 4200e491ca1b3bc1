import { deriveId } from './derive-identity.ts';
import type { Scenario } from './scenario.ts';
import { STEPS } from './scenario.ts';

/** Scenarios that come from which environment is asked for. */
export const environmentScenarios: readonly Scenario[] = [
  {
    id: 'environment_not_found',
    title: 'Unknown environment',
    does: 'No region knows the environment. How the auth host says so is a switch.',
    reach: 'Type any UUID that is not an environment ID.',
    steps: STEPS,
    effects: { on: { hidesEnvironment: true } },
  },
  {
    id: 'wrong_region',
    title: 'Wrong region',
    does: 'The region that was chosen does not know the environment; another one does.',
    reach: 'Choose any other region than the environment’s own.',
    steps: [],
    effects: {},
  },
  {
    id: 'environment_not_in_region',
    title: 'Not in this region, and perhaps in another',
    does: 'The region in which the environment lives answers 503 for its metadata, so that a wrong region cannot be told from an unknown environment.',
    reach: 'Choose any other region than the environment’s own while this is on.',
    steps: ['discovery'],
    effects: { on: { hidesMetadata: true } },
  },
  {
    id: 'organization_id_as_environment_id',
    title: 'Organization ID in place of the environment ID',
    does: 'No region knows an environment with this ID.',
    reach: 'Type the organization ID, which stands beside each environment on this page.',
    steps: [],
    effects: {},
  },
  {
    id: 'swapped_ids',
    title: 'Client ID and environment ID swapped',
    does: 'No region knows an environment with this ID.',
    reach: 'Type the client ID as environment ID, and the environment ID as client ID.',
    steps: [],
    effects: {},
  },
  {
    id: 'token_for_other_environment',
    title: 'A token for another environment',
    does: 'The access token names another environment than the one that was asked for.',
    steps: ['token'],
    effects: { on: { claims: ({ id }) => ({ env: deriveId(`other:${id}`) }) } },
  },
];
