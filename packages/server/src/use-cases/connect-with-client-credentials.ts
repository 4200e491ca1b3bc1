import type { Notice, ProgressEvent } from '@latchkey/protocol';
import { buildEndpoints, explainFailure, type ProviderInput } from '@latchkey/providers';
import type { ConnectedEnvironment } from '../core/connection.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import { findEnvironmentField, findRegionField } from '../core/form-fields.ts';
import { checkInput, readIdentity, takePart, type GivenInput } from '../core/provider-input.ts';
import type { TokenSet } from '../core/token-set.ts';
import { explainedError } from '../errors.ts';
import { fetchToken, type TokenOutcome } from '../oauth/fetch-token.ts';
import { readTokenClaims } from '../oauth/read-token-claims.ts';
import type { StoredConnection } from '../store/store.ts';
import { checkAccess, type CheckedAccess } from './check-access.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { getAllowedIntegration } from './get-integration.ts';
import { askRegion, locateEnvironment, type LocatedInput } from './locate-environment.ts';
import { saveConnection } from './save-connection.ts';

/** What an end user submitted. */
export interface ConnectOrder extends GivenInput {
  readonly session: ConnectSession;
  readonly integrationId: string;
}

/** A connection, and what was put right on the way to it. */
export interface Connected {
  readonly connection: StoredConnection;
  readonly notices: readonly Notice[];
}

type Step = Extract<ProgressEvent, { type: 'progress' }>['step'];
type StepState = Extract<ProgressEvent, { type: 'progress' }>['state'];

/** Told about each step as it happens. */
export type OnProgress = (step: Step, state: StepState) => void;

/**
 * Connects with the client credentials grant: finds the environment, gets a token, finds out what it may do, and stores the connection.
 *
 * Nothing is stored unless a token was given. Once begun it runs to its end, whether or not somebody still waits for it.
 *
 * @throws {ConnectError} `integration_not_allowed`; `unknown_integration`; `invalid_body`; a field's problem; the provider's explanation;
 *   `store_unavailable`; `store_full`
 * @see [RFC 6749 §4.4](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4)
 */
export async function connectWithClientCredentials(deps: Deps, order: ConnectOrder, onProgress: OnProgress): Promise<Connected> {
  const integration = getAllowedIntegration(deps, order.session, order.integrationId);
  const { definition } = integration;
  const given = checkInput(definition.form, order);

  onProgress('environment', 'started');
  const located = await locateEnvironment(deps, integration, given);
  onProgress('environment', 'done');

  onProgress('credentials', 'started');
  const { tokens, authMethod } = await getToken(deps, integration, located.input, () => onProgress('credentials', 'waiting'));
  const { input, correctedField } = await compareWithToken(deps, integration, located, tokens);
  onProgress('credentials', 'done');

  onProgress('access', 'started');
  const checked = await checkAccess(deps, integration, input, tokens.accessToken, () => onProgress('access', 'waiting'));
  onProgress('access', 'done');

  onProgress('saved', 'started');
  const connection = await saveConnection(deps, order.session, {
    integrationId: integration.integrationId,
    provider: definition.id,
    config: takePart(definition.form, input, 'connection_config'),
    identity: readIdentity(definition.form, input),
    authMethod,
    environment: describeEnvironment(integration, input, checked),
    access: checked.access,
    credential: { values: takePart(definition.form, input, 'credentials') },
    tokens,
  });
  onProgress('saved', 'done');

  const notices: Notice[] = [];
  if (correctedField !== undefined) notices.push({ code: 'region_corrected', field: correctedField, value: input[correctedField] });
  if (authMethod === 'CLIENT_SECRET_BASIC') notices.push({ code: 'auth_method_basic' });
  return { connection, notices };
}

async function getToken(
  deps: Deps,
  { definition, hosts }: KnownIntegration,
  input: ProviderInput,
  onWaiting: () => void,
): Promise<Extract<TokenOutcome, { tokens: TokenSet }>> {
  const outcome = await fetchToken(deps, {
    provider: definition,
    endpoint: buildEndpoints(definition, hosts, input),
    client: { clientId: input['client_id'] ?? '', clientSecret: input['client_secret'] ?? '' },
    authMethods: definition.authMethods,
    roleGrantWaitMs: deps.roleGrantWaitMs,
    onWaiting,
  });
  if ('tokens' in outcome) return outcome;
  throw explainedError(explainFailure(definition, outcome.answers));
}

/** Compares what was typed with what the token says of itself; a token that says nothing is taken as it is. */
async function compareWithToken(deps: Deps, integration: KnownIntegration, located: LocatedInput, tokens: TokenSet): Promise<LocatedInput> {
  const { definition } = integration;
  const { input } = located;
  const facts = definition.readTokenFacts(readTokenClaims(tokens.accessToken));
  const environmentField = findEnvironmentField(definition.form);
  if (environmentField && facts.environmentId !== undefined && facts.environmentId.toLowerCase() !== input[environmentField.name]) {
    throw explainedError(explainFailure(definition, [], ['token_for_other_environment']));
  }
  const regionField = findRegionField(definition.form);
  if (!regionField || facts.topLevelDomain === undefined || facts.topLevelDomain === input[regionField.name]) return located;
  // The token is for another region's API. That region is taken only if it confirms that it knows the environment.
  const corrected = { ...input, [regionField.name]: facts.topLevelDomain };
  const { verdict } = await askRegion(deps, integration, corrected);
  return verdict === 'known' ? { input: corrected, correctedField: regionField.name } : located;
}

function describeEnvironment(
  { definition: { form } }: KnownIntegration,
  input: ProviderInput,
  { environment }: CheckedAccess,
): ConnectedEnvironment | undefined {
  const id = input[findEnvironmentField(form)?.name ?? ''];
  if (id === undefined) return undefined;
  const tld = input[findRegionField(form)?.name ?? ''];
  const region = form.regions.find((candidate) => candidate.topLevelDomain === tld)?.code ?? '';
  return { id, name: environment?.name, type: environment?.type || undefined, region };
}
