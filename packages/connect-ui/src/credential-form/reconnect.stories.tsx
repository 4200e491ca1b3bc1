import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { connected, example, failureAnswer, reconnectSession, regions } from '../testing/examples.ts';
import { failing, session, succeeding, type FakeAnswer } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const meta = {
  title: 'Connect/Reconnect',
  component: ConnectOnFakeServer,
  args: { ...connectArgs, integration: undefined, server: answering(succeeding(connected())) },
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

const newSecret = 'rotated~8Lk2mWq0zXc9vBn4-pRt6yU1sDf3gHj5kQe7aZo0iTl2xCw4bNm6vPr8s';

function answering(...attempts: readonly FakeAnswer[]) {
  return { regions, session: reconnectSession(), attempts };
}

/** Waits for the form, gives the new secret, and presses the button. */
async function reconnect(canvasElement: HTMLElement): Promise<ReturnType<typeof createPerson>> {
  const person = createPerson(canvasElement);
  await waitFor(() => expect(canvasElement.querySelector('[data-part="known"]')).toBeVisible());
  await person.paste(person.clientSecret(), newSecret);
  await person.user.click(person.button());
  return person;
}

export const AsksForTheSecret: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, clientSecret } = createPerson(canvasElement);
    await expect(await canvas.findByRole('heading', { name: 'Reconnect PingOne (Client Credentials)' })).toBeVisible();
    const known = await canvas.findByRole('region', { name: 'Already known' });
    for (const text of [example.environmentId, 'European Union', example.clientId]) await expect(known).toHaveTextContent(text);
    await expect(canvasElement.querySelectorAll('input, select')).toHaveLength(1);
    await expect(clientSecret()).toHaveValue('');
    await expect(canvas.getByRole('button', { name: 'Reconnect' })).toBeEnabled();
  },
};

export const Reconnected: Story = {
  play: async ({ canvasElement, args }) => {
    const { canvas } = await reconnect(canvasElement);
    const focused = await canvas.findByRole('heading', { name: 'Reconnected to Acme Production' });
    await waitFor(() => expect(focused).toHaveFocus());
    await expect(args.onConnect).toHaveBeenLastCalledWith(expect.objectContaining({ connectionId: 'cnn_5f2b0c6e' }));
    await expect(args.onRequest).toHaveBeenLastCalledWith(
      expect.objectContaining({
        body: {
          integration_id: 'pingone-cc',
          connection_config: { environmentId: example.environmentId, tld: 'eu' },
          credentials: { client_id: example.clientId, client_secret: newSecret },
        },
      }),
    );
  },
};

/** The host named the integration, so the form is there before the session says what it is for. */
export const KnownOnlyLater: Story = {
  args: { integration: 'pingone-cc' },
  play: async (context) => Reconnected.play?.(context),
};

export const PressedEarly: Story = {
  play: async ({ canvasElement, args }) => {
    const { canvas, user, button, clientSecret } = createPerson(canvasElement);
    await canvas.findByRole('region', { name: 'Already known' });
    await user.click(button());
    await expect(await canvas.findByText('The client secret is missing.')).toBeVisible();
    await waitFor(() => expect(clientSecret()).toHaveFocus());
    await expect(args.onEvent).toHaveBeenLastCalledWith({ type: 'input_rejected', fields: ['client_secret'] });
  },
};

export const Edited: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, user, region, clientId } = createPerson(canvasElement);
    const known = await canvas.findByRole('region', { name: 'Already known' });
    await user.click(within(known).getByRole('button', { name: 'Edit' }));
    await waitFor(() => expect(region()).toHaveFocus());
    await expect(region()).toHaveValue('eu');
    await expect(clientId()).toHaveValue(example.clientId);
    await expect(known).toHaveTextContent(example.environmentId);
    await expect(known).not.toHaveTextContent(example.clientId);
    await expect(canvas.queryByRole('button', { name: 'Edit' })).toBeNull();
    await expect(canvasElement.querySelector('[name="environmentId"]')).toBeNull();
  },
};

export const ClientIdUnknown: Story = {
  args: { server: { regions, session: reconnectSession({ clientId: false }), attempts: [succeeding(connected())] } },
  play: async ({ canvasElement }) => {
    const { canvas, clientId } = createPerson(canvasElement);
    await expect(await canvas.findByRole('region', { name: 'Already known' })).toHaveTextContent('European Union');
    await expect(clientId()).toHaveValue('');
  },
};

export const WrongSecretAgain: Story = {
  args: { server: answering(failureAnswer('wrong_client_secret'), succeeding(connected())) },
  play: async ({ canvasElement }) => {
    const { canvas, user, button, clientSecret } = await reconnect(canvasElement);
    await waitFor(() => expect(clientSecret()).toHaveFocus());
    await expect(clientSecret()).toHaveAccessibleDescription(/does not accept the client secret/);
    await user.click(button());
    await expect(await canvas.findByRole('heading', { name: 'Reconnected to Acme Production' })).toBeVisible();
  },
};

export const ClientIdRefused: Story = {
  args: { server: answering(failureAnswer('unknown_client')) },
  play: async ({ canvasElement }) => {
    const { canvas, user, clientId, region } = await reconnect(canvasElement);
    await waitFor(() => expect(clientId()).toHaveFocus());
    await expect(clientId()).toHaveAccessibleDescription(/no enabled application with this client ID/);
    await user.clear(clientId());
    await user.paste('6d0b6f0c-5c0e-4d43-9a53-0f6c6f1e2b11');
    await expect(clientId()).toHaveAttribute('aria-invalid', 'false');
    await expect(region()).toHaveValue('eu');
    await expect(canvas.getByRole('region', { name: 'Already known' })).toHaveTextContent(example.environmentId);
  },
};

/** The environment cannot be changed here, so what concerns it stands over the button. */
export const EnvironmentGone: Story = {
  args: { server: answering(failureAnswer('environment_not_found')) },
  play: async ({ canvasElement }) => {
    const { canvas, clientSecret } = await reconnect(canvasElement);
    const alert = await canvas.findByRole('alert');
    await expect(alert).toHaveTextContent('No PingOne region knows an environment with this ID.');
    await waitFor(() => expect(alert).toHaveFocus());
    await expect(clientSecret()).toHaveValue(newSecret);
  },
};

export const Reconnecting: Story = {
  args: { server: answering({ lines: [{ type: 'progress', step: 'environment', state: 'done' }], ending: 'stay-open' }) },
  play: async ({ canvasElement }) => {
    const { canvas } = await reconnect(canvasElement);
    await expect(await canvas.findByText('Environment found')).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Reconnecting…' })).toHaveFocus());
  },
};

export const ReconnectedThoughTheLineWasCut: Story = {
  args: {
    server: {
      ...answering({ lines: [{ type: 'progress', step: 'environment', state: 'done' }], ending: 'break' }),
      session: [
        reconnectSession(),
        reconnectSession(),
        session({ 'pingone-cc': 'PingOne' }, [{ connection_id: 'cnn_5f2b0c6e', integration_id: 'pingone-cc' }], {
          connection_id: 'cnn_5f2b0c6e',
          integration_id: 'pingone-cc',
          connection_config: { environmentId: example.environmentId, tld: example.tld },
          client_id: example.clientId,
        }),
      ],
    },
  },
  play: async ({ canvasElement }) => {
    const { canvas } = await reconnect(canvasElement);
    await expect(await canvas.findByRole('heading', { name: 'Reconnected' })).toBeVisible();
  },
};

export const ConnectionGone: Story = {
  args: {
    integration: 'pingone-cc',
    server: { session: failing({ code: 'unknown_connection', message: 'The integration has no connection with this id.' }, 404) },
  },
  play: async ({ canvasElement, args }) => {
    const { canvas } = createPerson(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The connection no longer exists.');
    await waitFor(() => expect(args.onError).toHaveBeenCalledOnce());
    await expect(canvasElement.querySelector('form')).toBeNull();
  },
};
