import { randomUUID } from 'node:crypto';
import type { Notice } from '@latchkey/protocol';
import { buildEndpoints, type ProviderInput, type TokenEndpointAuthMethod } from '@latchkey/providers';
import type { Authorization } from '../core/authorization.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import { takePart, type GivenInput } from '../core/provider-input.ts';
import { connectError } from '../errors.ts';
import { generateAuthorizationSecrets } from '../oauth/authorization-request.ts';
import { chooseClient } from './choose-client.ts';
import { chooseScopes } from './choose-scopes.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { getAllowedIntegration } from './get-integration.ts';
import { generateSecret, hashSecret } from './hash-secret.ts';
import { askRegion, locateEnvironment } from './locate-environment.ts';
import type { OpenOperation } from './open-operation.ts';
import { preflight } from './preflight.ts';
import { readAuthorizationInput } from './read-authorization-input.ts';
import { requireConnectable } from './require-open-link.ts';
import { sealAttemptSecrets } from './sealed-secrets.ts';

/** What an end user submitted, to sign in. */
export interface AuthorizationOrder extends GivenInput {
  readonly session: ConnectSession;
  readonly integrationId: string;
  /** The origin of the page that asks; `undefined` when the request named none. */
  readonly origin: string | undefined;
  readonly returnUrl: string | undefined;
}

/** An attempt to sign in, and the page at which it goes on. The ticket in it is told this once. */
export interface StartedAuthorization {
  readonly authorization: Authorization;
  readonly startUrl: string;
}

/** How long an attempt lives, in milliseconds. */
const LIFETIME_MS = 10 * 60_000;

/** Builds the address to which providers send people back. */
export function buildRedirectUri({ publicUrl }: Pick<Deps, 'publicUrl'>): string {
  return `${publicUrl}/oauth/callback`;
}

/**
 * Begins to sign an end user in: finds the environment, chooses the client, and asks the provider ahead what it would refuse, because it says some of
 * that only in the window, on a page that leads nowhere. Nobody is sent anywhere yet.
 *
 * @throws {ConnectError} `integration_not_allowed`; `unknown_integration`; `invalid_body`; `return_url_not_allowed`; a field's problem;
 *   `oauth_client_missing`; the provider's explanation; in a session that reconnects `unknown_connection`, `connection_disabled`,
 *   `identity_mismatch`; `link_used`, `link_expired` or `link_revoked`; `store_unavailable`; `store_full`
 */
export function startAuthorization(deps: Deps, order: AuthorizationOrder): Promise<StartedAuthorization> {
  const { reconnects, endUser } = order.session;
  return deps.requestLog.run({ type: 'authorization_start', ...reconnects, endUserId: endUser?.id }, (operation) =>
    start(deps, order, operation),
  );
}

async function start(deps: Deps, order: AuthorizationOrder, operation: OpenOperation): Promise<StartedAuthorization> {
  const { session } = order;
  const integration = await getAllowedIntegration(deps, session, order.integrationId);
  const { integrationId, definition } = integration;
  operation.describe({ integrationId });
  if (definition.grant !== 'authorization_code') throw wrongGrant();
  await requireConnectable(deps, session);
  const returnUrl = checkReturnUrl(deps, order.returnUrl);
  const given = await readAuthorizationInput(deps, integration, session, order);
  const { input, correctedField } = await locateEnvironment(deps, integration, given, session);
  const chosen = await chooseClient(deps, integration, session, input);
  if (chosen === undefined) throw connectError('oauth_client_missing', { field: 'client_id' });

  const secrets = generateAuthorizationSecrets();
  const scopes = chooseScopes(integration, session);
  const redirectUri = buildRedirectUri(deps);
  const [authMethod, named] = await Promise.all([
    preflight(deps, integration, { input, client: chosen.client, scopes, redirectUri }),
    readIssuers(deps, integration, input),
  ]);

  const notices: Notice[] =
    correctedField === undefined ? [] : [{ code: 'region_corrected', field: correctedField, value: input[correctedField] }];
  const authorizationId = randomUUID();
  const ticket = generateSecret();
  const createdAt = deps.clock.now();
  const authorization: Authorization = {
    authorizationId,
    integrationId,
    sessionTokenHash: session.tokenHash,
    endUserId: session.endUser?.id,
    endUserOrganizationId: session.organization?.id,
    config: takePart(definition.form, input, 'connection_config'),
    notices,
    scopes,
    authMethod: authMethod ?? firstMethod(integration),
    ...named,
    openerOrigin: order.origin ?? new URL(deps.publicUrl).origin,
    returnUrl,
    ticketHash: hashSecret(ticket),
    stateHash: hashSecret(secrets.state),
    bindingHash: undefined,
    inPopup: false,
    sealedSecrets: await sealAttemptSecrets(deps.vault, authorizationId, { ...secrets, ...(chosen.isOwn && { client: chosen.client }) }),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + LIFETIME_MS),
    claimedAt: undefined,
    outcome: undefined,
  };
  await deps.store.insertAuthorization(authorization);
  // The fragment stands in no request line, so no log between here and there holds the ticket.
  return { authorization, startUrl: `${deps.publicUrl}/oauth/start#ticket=${ticket}` };
}

function wrongGrant() {
  return connectError('invalid_body', {
    message: 'Nobody signs in to connect this integration: its credential is typed into the form.',
    remedy: 'Send what was typed to POST /connect/connections.',
    field: 'integration_id',
  });
}

// Security: what comes back is sent there, so it must be a page that may hold the form. A scheme such as "javascript:" has no origin. The fragment is
// left out, because pages keep in it what no server is to know.
function checkReturnUrl({ allowedOrigins, publicUrl }: Deps, returnUrl: string | undefined): string | undefined {
  if (returnUrl === undefined) return undefined;
  const url = URL.parse(returnUrl);
  const isAllowed = url !== null && /^https?:$/.test(url.protocol) && [...allowedOrigins, new URL(publicUrl).origin].includes(url.origin);
  if (!isAllowed) throw connectError('return_url_not_allowed', { field: 'return_url' });
  url.hash = '';
  return url.href;
}

function firstMethod({ definition }: KnownIntegration): TokenEndpointAuthMethod {
  return definition.authMethods[0] ?? 'CLIENT_SECRET_BASIC';
}

/** Finds out who may call itself the issuer. The region was just asked, so mostly this is remembered. */
// PingOne: with a custom domain its name is the issuer, and the addresses of the region go on working.
async function readIssuers(
  deps: Deps,
  integration: KnownIntegration,
  input: ProviderInput,
): Promise<Pick<Authorization, 'issuers' | 'namesIssuer'>> {
  const own = buildEndpoints(integration.definition, integration.hosts, input).issuer;
  const { issuer = own, namesIssuer = false } = await askRegion(deps, integration, input);
  return { issuers: [...new Set([own, issuer])], namesIssuer };
}
