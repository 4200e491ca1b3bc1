import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, failureError, regions } from '../testing/examples.ts';
import { failing, session } from '../testing/fake-api.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';
import { createPerson } from '../testing/person.ts';
import { begun, offered, pending, signedIn, signIn, signInSession } from '../testing/sign-in-examples.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const browser = createFakeBrowser();

const meta = {
  title: 'Connect/Sign-in with an own application',
  component: ConnectOnFakeServer,
  args: {
    ...connectArgs,
    integration: 'pingone',
    browser,
    server: { regions, session: signInSession(), authorizations: [begun], polls: [signedIn()] },
  },
  beforeEach: () => browser.reset(),
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

const { server } = meta.args;
const disclosure = { name: 'Use an application of your own' } as const;

async function giveEnvironment(person: ReturnType<typeof createPerson>): Promise<void> {
  await person.paste(person.environmentId(), example.environmentId);
  await waitFor(() => expect(person.region()).toHaveValue(example.tld));
}

export const Offered: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, user, clientId, clientSecret } = createPerson(canvasElement);
    const toggle = await canvas.findByRole('button', disclosure);
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await user.click(toggle);
    await expect(clientId()).toBeVisible();
    await expect(clientSecret()).toHaveAttribute('type', 'password');
    await expect(await canvas.findByText(signIn.redirectUri)).toBeVisible();
    await user.click(toggle);
    await expect(canvasElement.querySelector('[name="client_id"]')).toBeNull();
  },
};

export const Given: Story = {
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await giveEnvironment(person);
    await person.user.click(await person.canvas.findByRole('button', disclosure));
    await person.paste(person.clientId(), example.clientId);
    await person.paste(person.clientSecret(), example.clientSecret);
    await person.user.click(person.button());
    await expect(browser.popups).toHaveLength(1);
    await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' }, { timeout: 3000 });
    await expect(args.onRequest).toHaveBeenCalledWith(
      expect.objectContaining({
        path: '/latchkey/connect/authorizations',
        body: {
          integration_id: 'pingone',
          connection_config: { environmentId: example.environmentId, tld: 'eu' },
          credentials: { client_id: example.clientId, client_secret: example.clientSecret },
        },
      }),
    );
    await expect(canvasElement.innerHTML).not.toContain(example.clientSecret);
  },
};

export const Required: Story = {
  args: { server: { ...server, session: signInSession(true) } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await expect(await person.canvas.findByRole('heading', { name: 'Your application' })).toBeVisible();
    await expect(person.canvas.queryByRole('button', disclosure)).toBeNull();
    await giveEnvironment(person);
    await person.user.click(person.button());
    await expect(await person.canvas.findByText('The client ID is missing.')).toBeVisible();
    await waitFor(() => expect(person.clientId()).toHaveFocus());
    await expect(browser.popups).toHaveLength(0);
  },
};

export const AskedForAfterAFailure: Story = {
  args: { server: { ...server, authorizations: [failing(failureError('pingone', 'unknown_client'))] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await giveEnvironment(person);
    await person.user.click(person.button());
    await waitFor(() => expect(person.clientId()).toHaveFocus());
    await expect(person.clientId()).toHaveAttribute('aria-invalid', 'true');
    await expect(person.canvas.getByRole('button', disclosure)).toHaveAttribute('aria-expanded', 'true');
  },
};

export const RedirectUriCopied: Story = {
  args: { server: { ...server, session: signInSession(true) } },
  play: async ({ canvasElement }) => {
    const { canvas, user } = createPerson(canvasElement);
    const copy = await canvas.findByRole('button', { name: 'Copy' });
    await expect(copy).toHaveAccessibleDescription('Redirect URI');
    await user.click(copy);
    await expect(await canvas.findByText(/Copied\.|Selected/)).toBeVisible();
    await expect(copy).toHaveFocus();
  },
};

const reconnect = {
  connection_id: 'cnn_5f2b0c6e',
  integration_id: 'pingone',
  connection_config: { environmentId: example.environmentId, tld: example.tld },
};

export const Reconnected: Story = {
  args: { integration: undefined, server: { ...server, session: session({ pingone: offered() }, [], reconnect) } },
  play: async ({ canvasElement, args }) => {
    const { canvas, user } = createPerson(canvasElement);
    await expect(await canvas.findByRole('region', { name: 'Already known' })).toHaveTextContent(example.environmentId);
    await expect(canvasElement.querySelectorAll('input, select')).toHaveLength(0);
    await user.click(canvas.getByRole('button', { name: 'Reconnect' }));
    await expect(browser.popups).toHaveLength(1);
    await expect(await canvas.findByRole('heading', { name: 'Reconnected to Acme Production' }, { timeout: 3000 })).toBeVisible();
    await expect(args.onConnect).toHaveBeenCalledOnce();
  },
};

export const WithoutRefreshToken: Story = {
  args: { server: { ...server, polls: [signedIn([{ code: 'no_refresh_token' }])] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await giveEnvironment(person);
    await person.user.click(person.button());
    const notice = await person.canvas.findByText(/No refresh token came with it/, undefined, { timeout: 3000 });
    await expect(notice).toHaveAttribute('data-tone', 'warning');
  },
};

export const BothKinds: Story = {
  args: {
    integration: undefined,
    server: { regions, session: session({ 'pingone-cc': 'PingOne (Client Credentials)', pingone: offered() }), polls: [pending] },
  },
  play: async ({ canvasElement }) => {
    const { canvas, user } = createPerson(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'PingOne (Client Credentials)' })).toBeVisible();
    await user.click(canvas.getByRole('button', { name: 'PingOne' }));
    await expect(await canvas.findByText('You sign in to PingOne in a window that opens.')).toBeVisible();
  },
};
