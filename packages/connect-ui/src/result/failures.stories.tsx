import type { Meta, StoryObj } from '@storybook/react-vite';
import { findProvider } from '@latchkey/providers';
import { expect, waitFor, within } from 'storybook/test';
import { errorText } from '../messages/error-text.ts';
import { loadLocale } from '../messages/load-locale.ts';
import { resolveLocale } from '../messages/resolve-locale.ts';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, failureAnswer, regions } from '../testing/examples.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const meta = {
  title: 'Connect/Failures',
  component: ConnectOnFakeServer,
  args: connectArgs,
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One failure of the catalogue: it stands on its field or over the button, has the focus, and leaves every value as it was. */
function failure(code: string): Story {
  return {
    parameters: { failure: code },
    args: { server: { regions, attempts: [failureAnswer(code)] } },
    play: async ({ canvasElement, args, globals }) => {
      const row = findProvider('pingone-cc')?.failures.find((candidate) => candidate.code === code);
      const locale = await loadLocale(resolveLocale([String(globals['locale'])]));
      const { message, remedy } = errorText(locale, code, row ?? {}, 'pingone-cc');
      const person = createPerson(canvasElement);
      await person.connect();
      await expect(await person.canvas.findByText(message)).toBeVisible();
      const controls = {
        environmentId: person.environmentId,
        tld: person.region,
        client_id: person.clientId,
        client_secret: person.clientSecret,
      };
      const field = Object.entries(controls).find(([name]) => name === row?.field)?.[1];
      if (field) {
        await waitFor(() => expect(field()).toHaveFocus());
        await expect(field()).toHaveAccessibleDescription(expect.stringContaining(remedy));
      } else {
        const alert = person.canvas.getByRole('alert');
        await waitFor(() => expect(alert).toHaveFocus());
        await expect(within(alert).getByText(remedy)).toBeVisible();
      }
      await expect(person.clientSecret()).toHaveValue(example.clientSecret);
      await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code, field: row?.field }));
      await expect(args.onConnect).not.toHaveBeenCalled();
    },
  };
}

export const ProviderRateLimited: Story = failure('provider_rate_limited');
export const ProviderTimeout: Story = failure('provider_timeout');
export const ProviderUnreachable: Story = failure('provider_unreachable');
export const ProviderUnavailable: Story = failure('provider_unavailable');
export const ProviderAnswerTooLarge: Story = failure('provider_answer_too_large');
export const ProviderAnswerInvalid: Story = failure('provider_answer_invalid');
export const SwappedIds: Story = failure('swapped_ids');
export const OrganizationIdAsEnvironmentId: Story = failure('organization_id_as_environment_id');
export const TokenForOtherEnvironment: Story = failure('token_for_other_environment');
export const ApplicationDisabled: Story = failure('application_disabled');
export const WrongClientSecret: Story = failure('wrong_client_secret');
export const UnknownClient: Story = failure('unknown_client');
export const NoRoles: Story = failure('no_roles');
export const WrongApplicationType: Story = failure('wrong_application_type');
export const ScopeRefused: Story = failure('scope_refused');
export const TokenRefused: Story = failure('token_refused');
export const TokenRejected: Story = failure('token_rejected');
export const WeakRoles: Story = failure('weak_roles');
export const AuthMethodUnsupported: Story = failure('auth_method_unsupported');
export const ProviderRefused: Story = failure('provider_refused');
export const EnvironmentNotFound: Story = failure('environment_not_found');
export const EnvironmentNotInRegion: Story = failure('environment_not_in_region');

export const OtherFieldsStayFree: Story = {
  args: { server: { regions, attempts: [failureAnswer('wrong_client_secret')] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await waitFor(() => expect(person.clientSecret()).toHaveFocus());
    await person.user.clear(person.clientId());
    await person.user.type(person.clientId(), 'abc');
    await waitFor(() => expect(person.clientId()).toHaveFocus());
    await expect(person.clientId()).toHaveValue('abc');
    await expect(person.clientSecret()).toHaveAttribute('aria-invalid', 'true');
    await person.user.type(person.clientSecret(), 'x');
    await expect(person.clientSecret()).toHaveAttribute('aria-invalid', 'false');
  },
};

export const IdsSwappedBack: Story = {
  args: { server: { regions, attempts: [failureAnswer('swapped_ids')] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await person.user.click(await person.canvas.findByRole('button', { name: 'Swap the two values' }));
    await expect(person.environmentId()).toHaveValue(example.clientId);
    await expect(person.clientId()).toHaveValue(example.environmentId);
  },
};

export const IdsPutRightByHand: Story = {
  args: { server: { regions, attempts: [failureAnswer('swapped_ids')] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await person.canvas.findByRole('button', { name: 'Swap the two values' });
    await person.user.clear(person.clientId());
    await waitFor(() => expect(person.canvas.queryByRole('button', { name: 'Swap the two values' })).toBeNull());
    await expect(person.environmentId()).toHaveAttribute('aria-invalid', 'false');
  },
};
