import { listProviders, type Provider } from '@latchkey/providers';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { toApiError } from '../api/api-error.ts';
import { Page } from '../layout/page.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { FormRow } from '../parts/form-row.tsx';
import { Problem } from '../parts/problem.tsx';
import { ClientFields, type ClientDraft } from './client-fields.tsx';
import { useCreateIntegration } from './queries.ts';
import { ScopePicker } from './scope-picker.tsx';
import { SetupGuide } from './setup-guide.tsx';
import { useRedirectUri } from './use-redirect-uri.ts';
import { RedirectUriRow } from './redirect-uri-row.tsx';

/** Chooses a provider and sets it up for the app. */
export function NewIntegrationPage(): ReactElement {
  const [provider, setProvider] = useState<Provider>();
  const crumb = <Link to="/integrations">Integrations</Link>;
  if (provider) return <NewIntegrationForm key={provider.id} provider={provider} onBack={() => setProvider(undefined)} />;
  return (
    <Page title="Configure new integration" crumb={crumb} about="Which provider do your customers connect?">
      <ul className="catalogue">
        {listProviders().map((candidate) => (
          <li key={candidate.id}>
            <button type="button" className="card choice-card" onClick={() => setProvider(candidate)}>
              <strong>{candidate.displayName}</strong>
              <span className="muted">
                {candidate.grant === 'authorization_code'
                  ? 'Your customers sign in; the app acts as the user who did.'
                  : 'Your customers give the client ID and secret of an application; the app acts as that application.'}
              </span>
              <code className="small">{candidate.id}</code>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface NewIntegrationFormProps {
  readonly provider: Provider;
  readonly onBack: () => void;
}

function NewIntegrationForm({ provider, onBack }: NewIntegrationFormProps): ReactElement {
  const [integrationId, setIntegrationId] = useState(provider.id);
  const [name, setName] = useState(provider.displayName);
  const [client, setClient] = useState<ClientDraft>({ clientId: '', clientSecret: '' });
  const [scopes, setScopes] = useState(provider.defaultScopes);
  const navigate = useNavigate();
  const redirectUri = useRedirectUri();
  const create = useCreateIntegration();
  const error = create.error && toApiError(create.error);
  const problemOf = (path: string): string | undefined => error?.errors.find((problem) => problem.path.includes(path))?.message;
  const problems = {
    id: problemOf('uniqueKey') ?? problemOf('unique_key'),
    name: problemOf('display_name'),
    secret: problemOf('client_secret'),
  };
  const signsIn = provider.grant === 'authorization_code';

  const submit = (): void =>
    create.mutate(
      {
        provider: provider.id,
        unique_key: integrationId,
        display_name: name,
        ...(signsIn && {
          credentials: {
            type: 'OAUTH2',
            scopes: scopes.join(','),
            ...(client.clientId !== '' && { client_id: client.clientId, client_secret: client.clientSecret }),
          },
        }),
      },
      { onSuccess: () => void navigate({ to: '/integrations/$integrationId', params: { integrationId } }) },
    );

  return (
    <Page
      title={provider.displayName}
      crumb={
        <button type="button" className="link" onClick={onBack}>
          Configure new integration
        </button>
      }
    >
      <div className="columns">
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <FormRow label="Integration ID" hint="Your backend calls it by this. Letters, digits, “.”, “_” and “-”." problem={problems.id}>
            {(control) => (
              <input
                {...control}
                required
                spellCheck={false}
                value={integrationId}
                onChange={(event) => setIntegrationId(event.target.value.trim())}
              />
            )}
          </FormRow>
          <FormRow label="Name" hint="Your customers read it." problem={problems.name}>
            {(control) => <input {...control} required value={name} onChange={(event) => setName(event.target.value)} />}
          </FormRow>
          {signsIn && (
            <>
              {redirectUri !== undefined && <RedirectUriRow value={redirectUri} />}
              <ClientFields draft={client} onChange={setClient} hasSecret={false} problem={problems.secret} />
              <ScopePicker known={provider.scopes} chosen={scopes} onChange={setScopes} />
            </>
          )}
          {!Object.values(problems).some((problem) => problem !== undefined) && <Problem error={error} />}
          <div className="actions">
            <ActionButton type="submit" className="button primary" isBusy={create.isPending}>
              {create.isPending ? 'Creating…' : 'Create integration'}
            </ActionButton>
            <Link to="/integrations" className="button">
              Cancel
            </Link>
          </div>
        </form>
        <SetupGuide provider={provider} redirectUri={redirectUri} scopes={scopes} />
      </div>
    </Page>
  );
}
