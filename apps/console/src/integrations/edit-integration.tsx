import type { UpdateIntegrationBody } from '@latchkey/protocol';
import type { Provider } from '@latchkey/providers';
import { useState, type ReactElement } from 'react';
import { toApiError } from '../api/api-error.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FormRow } from '../parts/form-row.tsx';
import { ClientFields, type ClientDraft } from './client-fields.tsx';
import { useUpdateIntegration, type IntegrationDetail } from './queries.ts';
import { RedirectUriRow } from './redirect-uri-row.tsx';
import { ScopePicker } from './scope-picker.tsx';

interface EditIntegrationProps {
  readonly integration: IntegrationDetail;
  readonly provider: Provider;
  readonly redirectUri: string | undefined;
}

/** Changes what an integration is called, its OAuth client and its scopes. What nobody touches here is not sent: it may be changed elsewhere meanwhile. */
export function EditIntegration({ integration, provider, redirectUri }: EditIntegrationProps): ReactElement {
  const [name, setName] = useState<string>();
  const [client, setClient] = useState<ClientDraft>();
  const [scopes, setScopes] = useState<readonly string[]>();
  const shownScopes = scopes ?? (integration.scopes.length > 0 ? integration.scopes : provider.defaultScopes);
  const shownClient = client ?? { clientId: integration.clientId ?? '', clientSecret: '' };
  const update = useUpdateIntegration(integration.integrationId);
  const error = update.error && toApiError(update.error);
  const signsIn = provider.grant === 'authorization_code';
  const submit = (): void =>
    update.mutate(
      {
        ...(name !== undefined && { display_name: name }),
        ...((client ?? scopes) && { credentials: buildCredentials(integration, client, shownScopes) }),
      },
      {
        // What is typed while it is being saved stays.
        onSuccess: () => {
          setName((now) => (now === name ? undefined : now));
          setClient((now) => (now === client ? undefined : now));
          setScopes((now) => (now === scopes ? undefined : now));
        },
      },
    );

  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>Settings</h2>
      <FormRow label="Name" hint="Your customers read it.">
        {(control) => (
          <input {...control} required value={name ?? integration.displayName} onChange={(event) => setName(event.target.value)} />
        )}
      </FormRow>
      {signsIn && (
        <>
          {redirectUri !== undefined && <RedirectUriRow value={redirectUri} />}
          <ClientFields
            draft={shownClient}
            onChange={setClient}
            hasSecret={integration.clientId !== undefined && shownClient.clientId === integration.clientId}
            problem={error?.errors.find(({ path }) => path.includes('client_secret'))?.message}
          />
          <ScopePicker known={provider.scopes} chosen={shownScopes} onChange={setScopes} />
        </>
      )}
      <div className="actions">
        <ActionButton type="submit" className="button primary" isBusy={update.isPending}>
          {update.isPending ? 'Saving…' : 'Save'}
        </ActionButton>
      </div>
      <p aria-live="polite" className={error ? 'problem' : 'muted'}>
        {error ? `${error.message} ${error.remedy ?? ''}` : update.isSuccess && 'Saved.'}
      </p>
    </form>
  );
}

/** What was left empty stays as it is, but for a client that is taken away whole. */
function buildCredentials(
  integration: IntegrationDetail,
  client: ClientDraft | undefined,
  scopes: readonly string[],
): UpdateIntegrationBody['credentials'] {
  const { clientId, clientSecret } = client ?? { clientId: integration.clientId ?? '', clientSecret: '' };
  if (clientId === '' && integration.clientId !== undefined) return null;
  const isNew = clientSecret !== '' || clientId !== (integration.clientId ?? '');
  return {
    type: 'OAUTH2',
    scopes: scopes.join(','),
    ...(isNew && { client_id: clientId, client_secret: clientSecret }),
  };
}
