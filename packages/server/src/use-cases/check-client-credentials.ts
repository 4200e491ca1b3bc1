import type { Notice, ProgressEvent } from '@latchkey/protocol';
import { buildEndpoints, explainFailure, type ProviderInput } from '@latchkey/providers';
import type { ConnectSession } from '../core/connect-session.ts';
import { describeEnvironment } from '../core/describe-environment.ts';
import { findRegionField } from '../core/form-fields.ts';
import { readIdentity, takePart } from '../core/provider-input.ts';
import type { TokenSet } from '../core/token-set.ts';
import { explainedError } from '../errors.ts';
import { fetchToken, type TokenOutcome } from '../oauth/fetch-token.ts';
import { checkAccess } from './check-access.ts';
import { readCheckedFacts } from './read-checked-facts.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { askRegion, locateEnvironment, type LocatedInput } from './locate-environment.ts';
import type { ConnectionDraft } from './save-connection.ts';

/** Credentials that work, as a connection to store, and what was put right about them. */
export interface CheckedCredentials {
  readonly draft: ConnectionDraft;
  readonly notices: readonly Notice[];
}

type Step = Extract<ProgressEvent, { type: 'progress' }>['step'];
type StepState = Extract<ProgressEvent, { type: 'progress' }>['state'];

/** Told about each step as it happens. */
export type OnProgress = (step: Step, state: StepState) => void;

/**
 * Checks credentials by using them: finds the environment, gets a token, and finds out what it may do. Stores nothing.
 *
 * @param owners Whose they are, which makes some explanations better.
 * @throws {ConnectError} The provider's explanation, when no token was given or its API does not accept it.
 */
export async function checkClientCredentials(
  deps: Deps,
  integration: KnownIntegration,
  given: ProviderInput,
  owners: Pick<ConnectSession, 'endUser' | 'organization'>,
  onProgress: OnProgress,
): Promise<CheckedCredentials> {
  const { definition } = integration;
  onProgress('environment', 'started');
  const located = await locateEnvironment(deps, integration, given, owners);
  onProgress('environment', 'done');

  onProgress('credentials', 'started');
  const { tokens, authMethod } = await getToken(deps, integration, located.input, () => onProgress('credentials', 'waiting'));
  const { input, correctedField, organizationId } = await compareWithToken(deps, integration, located, tokens);
  onProgress('credentials', 'done');

  onProgress('access', 'started');
  const checked = await checkAccess(deps, integration, input, tokens.accessToken, () => onProgress('access', 'waiting'));
  onProgress('access', 'done');

  const notices: Notice[] = [];
  if (correctedField !== undefined) notices.push({ code: 'region_corrected', field: correctedField, value: input[correctedField] });
  if (authMethod === 'CLIENT_SECRET_BASIC') notices.push({ code: 'auth_method_basic' });
  return {
    draft: {
      integrationId: integration.integrationId,
      provider: definition.id,
      config: takePart(definition.form, input, 'connection_config'),
      identity: readIdentity(definition.form, input),
      authMethod,
      environment: describeEnvironment(definition.form, input, { environment: checked.environment, organizationId }),
      access: checked.access,
      credential: { values: takePart(definition.form, input, 'credentials') },
      tokens,
    },
    notices,
  };
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
    grant: { type: 'client_credentials' },
    authMethods: definition.authMethods,
    roleGrantWaitMs: deps.roleGrantWaitMs,
    onWaiting,
  });
  if ('tokens' in outcome) return outcome;
  throw explainedError(explainFailure(definition, outcome.answers));
}

/** Where an environment was found, and what its token says of it. */
interface ComparedInput extends LocatedInput {
  readonly organizationId: string | undefined;
}

/** Compares what was typed with what the token says of itself; a token that says nothing is taken as it is. */
async function compareWithToken(
  deps: Deps,
  integration: KnownIntegration,
  located: LocatedInput,
  tokens: TokenSet,
): Promise<ComparedInput> {
  const { definition } = integration;
  const { input } = located;
  const facts = readCheckedFacts(definition, input, tokens);
  const organizationId = facts.organizationId?.toLowerCase();
  const regionField = findRegionField(definition.form);
  if (!regionField || facts.topLevelDomain === undefined || facts.topLevelDomain === input[regionField.name]) {
    return { ...located, organizationId };
  }
  // The token is for another region's API. That region is taken only if it confirms that it knows the environment.
  const corrected = { ...input, [regionField.name]: facts.topLevelDomain };
  const { verdict } = await askRegion(deps, integration, corrected);
  return { ...(verdict === 'known' ? { input: corrected, correctedField: regionField.name } : located), organizationId };
}
