import { explainFailure } from '@latchkey/providers';
import type { ConnectionKey } from '../core/connect-session.ts';
import { describeEnvironment } from '../core/describe-environment.ts';
import { explainedError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import { changeConnection } from './change-connection.ts';
import { checkAccess } from './check-access.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { openConnection } from './open-connection.ts';

/**
 * Finds out anew whether a connection works and what it may do, and stores that.
 *
 * The token is a new one, because a stored one says nothing of whether the credential is still accepted.
 *
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `connection_disabled`; `invalid_credentials` when the provider refuses for
 *   good, which is stored; the provider's explanation when it fails for now, and nothing is stored
 */
export function checkConnection(deps: Deps, key: ConnectionKey): Promise<StoredConnection> {
  return deps.requestLog.run({ type: 'check' }, () => check(deps, key));
}

async function check(deps: Deps, key: ConnectionKey): Promise<StoredConnection> {
  const integration = await getIntegration(deps, key.integrationId);
  const { connection, tokens } = await openConnection(deps, { ...key, forceRefresh: true });
  const { access, environment, unclear } = await checkAccess(deps, integration, connection.config, tokens.accessToken);
  if (access.length === 0 && unclear.length > 0) throw explainedError(explainFailure(integration.definition, unclear));

  const organizationId = connection.environment?.organizationId;
  const change = {
    access,
    lastCheckedAt: deps.clock.now(),
    // What was read once stays known, also when it may no longer be read.
    ...(environment && {
      environment: describeEnvironment(integration.definition.form, connection.config, { environment, organizationId }),
    }),
  };
  return changeConnection(deps, key, ({ sealedCredential }) =>
    // Reconnected in the meantime: that checked the new credential, and this the old one.
    sealedCredential === connection.sealedCredential ? change : {},
  );
}
