import type { Notice } from '@latchkey/protocol';
import type { ConnectSession } from '../core/connect-session.ts';
import { checkInput, type GivenInput } from '../core/provider-input.ts';
import { fillMissing, pickPrefill } from '../core/reconnect-input.ts';
import type { StoredConnection } from '../store/store.ts';
import { checkClientCredentials, type OnProgress } from './check-client-credentials.ts';
import type { Deps } from './deps.ts';
import { getAllowedIntegration } from './get-integration.ts';
import { refuseSignIn } from './refuse-sign-in.ts';
import type { OpenOperation } from './open-operation.ts';
import { readReconnectInput } from './read-reconnect-input.ts';
import { requireConnectable } from './require-open-link.ts';
import { saveConnection } from './save-connection.ts';
import { tellFailedAttempt } from './tell-failed-attempt.ts';

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

/**
 * Connects with the client credentials grant: finds the environment, gets a token, finds out what it may do, and stores the connection.
 *
 * In a session that reconnects, the connection that is there gets the new credential; until then it stays as it is, and so does a credential of
 * its that still works. Nothing is stored unless a token was given. Once begun it runs to its end, whether or not somebody still waits for it.
 *
 * @throws {ConnectError} `integration_not_allowed`; `unknown_integration`; `invalid_body`; a field's problem; the provider's explanation; in a
 *   session that reconnects `unknown_connection`, `identity_mismatch`; `connection_disabled`; `link_used`, `link_expired` or `link_revoked`;
 *   `store_unavailable`; `store_full`
 * @see [RFC 6749 §4.4](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4)
 */
export function connectWithClientCredentials(deps: Deps, order: ConnectOrder, onProgress: OnProgress): Promise<Connected> {
  const { reconnects, endUser } = order.session;
  return deps.requestLog.run({ type: 'connect', ...reconnects, endUserId: endUser?.id }, async (operation) => {
    const connected = await connect(deps, order, onProgress, operation);
    operation.describe({ connectionId: connected.connection.connectionId });
    return connected;
  });
}

async function connect(deps: Deps, order: ConnectOrder, onProgress: OnProgress, operation: OpenOperation): Promise<Connected> {
  const integration = await getAllowedIntegration(deps, order.session, order.integrationId);
  operation.describe({ integrationId: integration.integrationId });
  refuseSignIn(integration);
  await requireConnectable(deps, order.session);
  const { form } = integration.definition;
  const { reconnects } = order.session;
  const known = pickPrefill(form, order.session.defaults?.[order.integrationId]?.config ?? {});
  const given = reconnects ? await readReconnectInput(deps, form, reconnects, order) : checkInput(form, fillMissing(form, order, known));

  try {
    const { draft, notices } = await checkClientCredentials(deps, integration, given, order.session, onProgress);

    onProgress('saved', 'started');
    const connection = await saveConnection(deps, order.session, draft);
    onProgress('saved', 'done');
    return { connection, notices };
  } catch (error) {
    await tellFailedAttempt(deps, order.session, integration, error);
    throw error;
  }
}
