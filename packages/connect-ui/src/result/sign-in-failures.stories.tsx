import { findProvider } from '@latchkey/providers';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { errorText } from '../messages/error-text.ts';
import { loadLocale } from '../messages/load-locale.ts';
import { resolveLocale } from '../messages/resolve-locale.ts';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, failureError, regions } from '../testing/examples.ts';
import { failing } from '../testing/fake-api.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';
import { createPerson } from '../testing/person.ts';
import { begun, doneMessage, signIn, signInFailed, signInSession } from '../testing/sign-in-examples.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const browser = createFakeBrowser();

const meta = {
  title: 'Connect/Sign-in failures',
  component: ConnectOnFakeServer,
  args: { ...connectArgs, integration: 'pingone', browser },
  beforeEach: () => browser.reset(),
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One failure of the catalogue, found before the person signs in, or told by the provider's page. */
function failure(code: string, found: 'ahead' | 'in-the-window' = 'ahead'): Story {
  const error = failureError('pingone', code);
  const row = findProvider('pingone')?.failures.find((candidate) => candidate.code === code);
  const answers =
    found === 'ahead' ? { authorizations: [failing(error, row?.status)] } : { authorizations: [begun], polls: [signInFailed(error)] };
  return {
    parameters: { failure: code },
    args: { server: { regions, session: signInSession(), ...answers } },
    play: async ({ canvasElement, args, globals }) => {
      const locale = await loadLocale(resolveLocale([String(globals['locale'])]));
      const { message, remedy } = errorText(locale, code, row ?? {}, 'pingone');
      const person = createPerson(canvasElement);
      await person.paste(person.environmentId(), example.environmentId);
      await waitFor(() => expect(person.region()).toHaveValue(example.tld));
      await person.user.click(person.button());
      if (found === 'in-the-window') {
        await waitFor(() => expect(browser.popups[0]?.visited).toEqual([signIn.startUrl]));
        browser.post(signIn.origin, doneMessage);
      }
      await expect(await person.canvas.findByText(message)).toBeVisible();
      await expect(browser.popups[0]?.isClosed()).toBe(true);
      // A field of an application that the person did not give is asked for now: one of their own may do.
      const field = canvasElement.querySelector<HTMLElement>(`[name="${row?.field}"]`);
      if (field) {
        await waitFor(() => expect(field).toHaveFocus());
        await expect(field).toHaveAccessibleDescription(expect.stringContaining(remedy));
      } else {
        const alert = person.canvas.getByRole('alert');
        await waitFor(() => expect(alert).toHaveFocus());
        await expect(within(alert).getByText(remedy)).toBeVisible();
      }
      await expect(person.environmentId()).toHaveValue(example.environmentId);
      await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code, field: row?.field }));
      await expect(args.onConnect).not.toHaveBeenCalled();
    },
  };
}

export const ProviderRateLimited: Story = failure('provider_rate_limited');
export const ProviderTimeout: Story = failure('provider_timeout', 'in-the-window');
export const ProviderUnreachable: Story = failure('provider_unreachable');
export const ProviderUnavailable: Story = failure('provider_unavailable');
export const ProviderAnswerTooLarge: Story = failure('provider_answer_too_large');
export const ProviderAnswerInvalid: Story = failure('provider_answer_invalid');
export const SwappedIds: Story = failure('swapped_ids');
export const OrganizationIdAsEnvironmentId: Story = failure('organization_id_as_environment_id');
export const TokenForOtherEnvironment: Story = failure('token_for_other_environment');
export const TokenRejected: Story = failure('token_rejected');
export const MixUp: Story = failure('mix_up', 'in-the-window');
export const IdTokenInvalid: Story = failure('id_token_invalid', 'in-the-window');
export const ConsentRefused: Story = failure('consent_refused', 'in-the-window');
export const LoginRequired: Story = failure('login_required', 'in-the-window');
export const ApplicationDisabled: Story = failure('application_disabled');
export const WrongApplicationType: Story = failure('wrong_application_type');
export const WrongClientSecret: Story = failure('wrong_client_secret');
export const UnknownClient: Story = failure('unknown_client');
export const CodeRefused: Story = failure('code_refused', 'in-the-window');
export const RefreshTokenRefused: Story = failure('refresh_token_refused');
export const NoRefreshToken: Story = failure('no_refresh_token');
export const TokenRefused: Story = failure('token_refused', 'in-the-window');
export const AuthMethodUnsupported: Story = failure('auth_method_unsupported');
export const AuthorizationRefused: Story = failure('authorization_refused');
export const EnvironmentNotInRegion: Story = failure('environment_not_in_region');
export const EnvironmentNotFound: Story = failure('environment_not_found');
export const ProviderRefused: Story = failure('provider_refused');

/** What must be copied stands in the failure itself, with a button. */
function withCopy(code: string, value: string): Story {
  const story = failure(code);
  return {
    ...story,
    play: async (context) => {
      await story.play?.(context);
      const { canvas, user } = createPerson(context.canvasElement);
      const alert = canvas.getByRole('alert');
      await expect(await within(alert).findByText(value)).toBeVisible();
      await user.click(within(alert).getByRole('button', { name: 'Copy' }));
      await waitFor(() => expect(alert).toHaveTextContent(/Copied\.|Selected/));
    },
  };
}

export const RedirectUriMismatch: Story = withCopy('redirect_uri_mismatch', signIn.redirectUri);
export const ScopeRefused: Story = withCopy('scope_refused', signIn.scopes.join(' '));
