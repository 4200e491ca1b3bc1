import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { ConnectOnFakeServer, type ConnectOnFakeServerProps } from '../testing/connect-on-fake-server.tsx';
import { connected, example, regions } from '../testing/examples.ts';
import { failing, session, succeeding } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';
import { hearUncaught, uncaught } from '../testing/uncaught.ts';

const meta = {
  title: 'Connect/Start',
  component: ConnectOnFakeServer,
  args: connectArgs,
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await expect(person.canvas.getByRole('heading', { name: 'Link PingOne (Client Credentials) Account' })).toBeVisible();
    await expect(person.region()).toHaveValue('');
    await expect(person.button()).toBeEnabled();
    await expect(person.clientSecret()).toHaveAttribute('type', 'password');
    await expect(args.onRequest).not.toHaveBeenCalledWith(expect.objectContaining({ method: 'POST' }));
  },
};

export const Closable: Story = {
  args: { onClose: fn() },
  play: async ({ canvasElement, args }) => {
    const { canvas, user } = createPerson(canvasElement);
    await user.click(canvas.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};

function background(canvasElement: HTMLElement): string {
  const root = createPerson(canvasElement).canvas.getByRole('form').parentElement;
  return root ? getComputedStyle(root).backgroundColor : '';
}

const white = 'rgb(255, 255, 255)';

export const FollowsTheSystem: Story = {
  globals: { appearance: 'auto' },
  play: async ({ canvasElement }) => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    await expect(background(canvasElement) === white).toBe(!dark);
  },
};

export const Light: Story = {
  globals: { appearance: 'light' },
  play: async ({ canvasElement }) => expect(background(canvasElement)).toBe(white),
};

export const Dark: Story = {
  globals: { appearance: 'dark' },
  play: async ({ canvasElement }) => expect(background(canvasElement)).not.toBe(white),
};

export const Narrow: Story = {
  decorators: [(Story) => <div style={{ inlineSize: 280 }}>{Story()}</div>],
  play: async ({ canvasElement }) => {
    const { canvas } = createPerson(canvasElement);
    const form = canvas.getByRole('form', { name: /^Link PingOne/ });
    await expect(form.scrollWidth).toBeLessThanOrEqual(form.clientWidth);
  },
};

export const Loading: Story = {
  args: { integration: undefined, server: { session: { silent: true } } },
  play: async ({ canvasElement }) => {
    await expect(createPerson(canvasElement).canvas.getByText('Loading the form…')).toBeInTheDocument();
  },
};

export const OnlyIntegration: Story = {
  args: {
    integration: undefined,
    server: { regions, session: session({ 'directory-sync': 'Directory sync' }), attempts: [succeeding(connected())] },
  },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.canvas.findByRole('heading', { name: /^Link PingOne/ });
    await person.connect();
    await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
    await expect(args.onRequest).toHaveBeenLastCalledWith(
      expect.objectContaining({ body: expect.objectContaining({ integration_id: 'directory-sync' }) }),
    );
  },
};

/** The integration's id is also a provider's: another one's than its own. */
export const AnotherFormThanItsIdSays: Story = {
  args: {
    integration: 'pingone',
    server: {
      regions,
      session: session({ pingone: { provider: 'pingone-cc', display_name: 'PingOne' } }),
      attempts: [succeeding(connected())],
    },
  },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.canvas.findByRole('heading', { name: 'Link PingOne (Client Credentials) Account' });
    await person.connect();
    await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
    await expect(args.onConnect).toHaveBeenCalledOnce();
  },
};

export const NotOffered: Story = {
  args: { server: { session: session({ 'directory-sync': 'Directory sync' }) } },
  play: async ({ canvasElement, args }) => {
    const { canvas } = createPerson(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('You may not connect this integration.');
    await expect(canvasElement.querySelector('form')).toBeNull();
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'integration_not_offered' }));
  },
};

export const NothingToConnect: Story = {
  args: { integration: undefined, server: { session: session({}) } },
  play: async ({ canvasElement, args }) => {
    const { canvas } = createPerson(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('There is nothing that you may connect here.');
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'no_integration' }));
  },
};

export const SessionUnknown: Story = {
  args: {
    integration: undefined,
    server: { session: failing({ code: 'unknown_connect_session_token', message: 'No connect session has this token.' }, 401) },
  },
  play: async ({ canvasElement }) => {
    await expect(await createPerson(canvasElement).canvas.findByRole('alert')).toHaveTextContent(
      'This page has no valid permission to connect.',
    );
  },
};

export const ServerUnreachable: Story = {
  args: { integration: undefined, server: { session: { unreachable: true } } },
  play: async ({ canvasElement, args }) => {
    const { canvas, user } = createPerson(canvasElement);
    await user.click(await canvas.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(args.onRequest).toHaveBeenCalledTimes(2));
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveFocus());
  },
};

let asked = 0;

export const TriedAgain: Story = {
  args: {
    integration: undefined,
    sessionToken: () =>
      ++asked === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('latchkey_connect_session_example'),
  },
  beforeEach: () => {
    asked = 0;
    return hearUncaught();
  },
  play: async ({ canvasElement }) => {
    const { canvas, user } = createPerson(canvasElement);
    await user.click(await canvas.findByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByRole('heading', { name: /^Link PingOne/ })).toHaveFocus();
  },
};

export const SessionRenewed: Story = {
  args: {
    sessionToken: fn(() => Promise.resolve(`latchkey_connect_session_${crypto.randomUUID()}`)),
    server: {
      regions: { status: 500, json: {} },
      attempts: [failing({ code: 'connect_session_expired', message: 'The connect session has expired.' }, 401), succeeding(connected())],
    },
  },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), `PINGONE_ENVIRONMENT_ID=${example.environmentId}\nPINGONE_REGION=eu`);
    await person.paste(person.clientId(), example.clientId);
    await person.paste(person.clientSecret(), example.clientSecret);
    await person.user.click(person.button());
    await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
    await expect(args.sessionToken).toHaveBeenCalledTimes(2);
    const sent = (args.onRequest as ReturnType<typeof fn>).mock.calls.map(([{ authorization }]) => authorization);
    await expect(new Set(sent).size).toBe(2);
    await expect(sent.at(-1)).not.toBe(sent.at(-2));
  },
};

const mistake = new Error('A mistake of the host.');
const mistaken = () =>
  fn(() => {
    throw mistake;
  });

/** Nothing that the host does wrong with what it is told keeps anybody from connecting. */
export const ToldToAHostThatThrows: Story = {
  args: { onEvent: mistaken(), onConnect: mistaken() },
  beforeEach: hearUncaught,
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' })).toBeVisible();
    await expect(args.onEvent).toHaveBeenCalledWith({ type: 'submitted', integrationId: 'pingone-cc' });
    await expect(args.onEvent).toHaveBeenCalledWith({ type: 'progressed', step: 'saved', state: 'done' });
    await expect(args.onConnect).toHaveBeenCalledOnce();
    await expect(uncaught).toHaveBeenLastCalledWith(mistake);
  },
};

const directorySync = session({ 'directory-sync': 'Directory sync' });

/** A host whose backend gives no token at first: it answers with an error, and the host does not look. */
function HostWithoutToken(props: ConnectOnFakeServerProps): ReactElement {
  const [tokens] = useState<unknown[]>(() => [undefined]);
  const sessionToken = (): never => Promise.resolve(tokens.length > 0 ? tokens.pop() : props.sessionToken) as never;
  return <ConnectOnFakeServer {...props} sessionToken={sessionToken} />;
}

export const NoTokenAtFirst: Story = {
  args: { integration: undefined, server: { session: directorySync } },
  beforeEach: hearUncaught,
  render: (args) => <HostWithoutToken {...args} />,
  play: async ({ canvasElement, args }) => {
    const { canvas, user } = createPerson(canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The app could not get permission for you to connect.');
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'session_token_unavailable', retryable: true }));
    await expect(uncaught).toHaveBeenCalledWith(expect.any(TypeError));
    await user.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByRole('heading', { name: /^Link PingOne/ })).toBeVisible();
  },
};

/** A host that has its token later than its page. */
function HostWithLateToken({ sessionToken, ...props }: ConnectOnFakeServerProps): ReactElement {
  const [given, setGiven] = useState<typeof sessionToken>('');
  return (
    <>
      <button type="button" onClick={() => setGiven(sessionToken)}>
        Give the token
      </button>
      <ConnectOnFakeServer {...props} sessionToken={given} />
    </>
  );
}

export const TokenGivenLater: Story = {
  args: { integration: undefined, server: { session: directorySync } },
  render: (args) => <HostWithLateToken {...args} />,
  play: async ({ canvasElement, args }) => {
    const { canvas, user } = createPerson(canvasElement);
    await expect(canvas.getByText('Loading the form…')).toBeInTheDocument();
    await user.click(canvas.getByRole('button', { name: 'Give the token' }));
    await expect(await canvas.findByRole('heading', { name: /^Link PingOne/ })).toBeVisible();
    await expect(args.onRequest).toHaveBeenCalledOnce();
    await expect(args.onError).not.toHaveBeenCalled();
  },
};
