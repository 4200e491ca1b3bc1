import type { ProviderForm } from '@latchkey/providers';
import { findProviderForm } from '@latchkey/providers/forms';
import type { Failure, OwnFailureCode } from '../api/failure.ts';
import type { OfferedIntegration, Session } from '../api/session.ts';
import type { ConnectState } from './connect-state.ts';

/** The form that is to be shown. */
export interface FormTarget {
  readonly name: 'form';
  readonly integrationId: string;
  readonly form: ProviderForm;
  /** What the session says of it, once it did. */
  readonly offered?: OfferedIntegration;
}

/** What is to be shown: a form, a choice, why there is neither, or nothing yet. */
export type Target =
  | FormTarget
  | Extract<ConnectState, { name: 'choosing' | 'loading' }>
  | { readonly name: 'failure'; readonly failure: Failure };

/**
 * Finds out which form is shown. The session knows best; a form that is known without it is shown until it is there.
 *
 * @param integration The one that the host or the person chose.
 * @param provider The provider that the host named for it.
 * @param session What the server said, once it did.
 */
export function findTarget(integration: string | undefined, provider: string | undefined, session: Session | undefined): Target {
  if (!session) {
    const form = integration && findProviderForm(provider ?? integration);
    return form && integration ? { name: 'form', integrationId: integration, form } : { name: 'loading' };
  }
  const offered = session.integrations.filter(({ integrationId }) => integration === undefined || integrationId === integration);
  if (offered.length > 1) return { name: 'choosing', integrations: offered };
  const [only] = offered;
  if (!only) return fail(integration === undefined ? 'no_integration' : 'integration_not_offered');
  const form = findProviderForm(only.provider);
  if (!form) return fail('unsupported_provider');
  return { name: 'form', integrationId: only.integrationId, form, offered: only };
}

function fail(code: OwnFailureCode): Target {
  return { name: 'failure', failure: { code, retryable: false } };
}
