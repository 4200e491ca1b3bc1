import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { ConnectOnFakeServer, type ConnectOnFakeServerProps } from '../testing/connect-on-fake-server.tsx';
import { connected, example, limited, regions } from '../testing/examples.ts';
import { failing, session, succeeding } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const meta = {
  title: 'Connect/Result',
  component: ConnectOnFakeServer,
  args: connectArgs,
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Checking: Story = {
  args: {
    server: {
      regions,
      attempts: [
        {
          lines: [
            { type: 'progress', step: 'environment', state: 'done' },
            { type: 'progress', step: 'credentials', state: 'done' },
            { type: 'progress', step: 'access', state: 'started' },
          ],
          ending: 'stay-open',
        },
      ],
    },
  },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByText('Credentials accepted')).toBeVisible();
    await expect(person.canvas.getByText('Checking the access')).toBeVisible();
    await waitFor(() => expect(person.button()).toHaveFocus());
    await person.user.dblClick(person.button());
    const posts = (args.onRequest as ReturnType<typeof fn>).mock.calls.filter(([request]) => request.method === 'POST');
    await expect(posts).toHaveLength(1);
  },
};

export const Waiting: Story = {
  args: {
    server: {
      regions,
      attempts: [
        {
          lines: [
            { type: 'progress', step: 'environment', state: 'done' },
            { type: 'progress', step: 'credentials', state: 'waiting' },
          ],
          ending: 'stay-open',
        },
      ],
    },
  },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByText(/waiting for the provider/)).toBeVisible();
  },
};

export const Connected: Story = {
  args: { onClose: fn() },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    const title = await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
    await waitFor(() => expect(title).toHaveFocus());
    await expect(person.canvas.getByRole('list', { name: 'What it may do' })).toHaveTextContent('Read users');
    await expect(args.onConnect).toHaveBeenCalledOnce();
    await expect(args.onConnect).toHaveBeenLastCalledWith(
      expect.objectContaining({ connectionId: 'cnn_5f2b0c6e', integrationId: 'pingone-cc' }),
    );
    await expect(args.onRequest).toHaveBeenLastCalledWith(
      expect.objectContaining({
        body: {
          integration_id: 'pingone-cc',
          connection_config: { environmentId: example.environmentId, tld: 'eu' },
          credentials: { client_id: example.clientId, client_secret: example.clientSecret },
        },
      }),
    );
    await expect(canvasElement.innerHTML).not.toContain(example.clientSecret);
    await person.user.click(person.canvas.getByRole('button', { name: 'Done' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};

export const ConnectedUnstreamed: Story = {
  args: { server: { regions, attempts: [{ status: 201, json: connected() }] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' })).toBeVisible();
  },
};

export const ConnectedWithLittleAccess: Story = {
  args: { server: { regions, attempts: [limited()] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByText('The connection works, but it may not do everything.')).toBeVisible();
    await expect(person.canvas.getByText(/Grant the application the role Identity Data Read Only/)).toBeVisible();
  },
};

export const ConnectedWithNotices: Story = {
  args: {
    server: {
      regions,
      attempts: [
        succeeding(connected(undefined, [{ code: 'region_corrected', field: 'tld', value: 'eu' }, { code: 'auth_method_basic' }])),
      ],
    },
  },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByText('The region was corrected to European Union.')).toBeVisible();
    await expect(person.canvas.getByText(/uses Client Secret Basic/)).toBeVisible();
  },
};

const cut = { lines: [{ type: 'progress', step: 'environment', state: 'done' }], ending: 'break' } as const;

const connections = (...ids: readonly string[]) =>
  session(
    { 'pingone-cc': 'PingOne' },
    ids.map((id) => ({ connection_id: id, integration_id: 'pingone-cc' })),
  );

/** The session has a connection already, and the server goes on when the line is cut. */
export const ConnectedThoughTheLineWasCut: Story = {
  args: {
    server: {
      regions,
      attempts: [cut],
      session: [connections('cnn_earlier'), connections('cnn_earlier'), connections('cnn_earlier'), connections('cnn_earlier', 'cnn_late')],
    },
  },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByText('Environment found')).toBeVisible();
    await expect(await person.canvas.findByRole('heading', { name: 'Connected' }, { timeout: 3_000 })).toBeVisible();
    await expect(args.onConnect).toHaveBeenCalledOnce();
    await expect(args.onConnect).toHaveBeenCalledWith(expect.objectContaining({ connectionId: 'cnn_late' }));
  },
};

/** A host that takes the component away. */
function LeavingHost(props: ConnectOnFakeServerProps): ReactElement {
  const [isThere, setThere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setThere(false)}>
        Leave
      </button>
      {isThere && <ConnectOnFakeServer {...props} />}
    </>
  );
}

/** The connection is there, so the host is told, whoever still looks. */
export const LeftAfterTheLineWasCut: Story = {
  args: { server: { regions, attempts: [cut], session: [connections(), connections(), connections(), connections('cnn_late')] } },
  render: (args) => <LeavingHost {...args} />,
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    const asked = () => (args.onRequest as ReturnType<typeof fn>).mock.calls.filter(([{ path }]) => path.endsWith('/session')).length;
    await person.connect();
    await waitFor(() => expect(asked()).toBe(3));
    await person.user.click(person.canvas.getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(args.onConnect).toHaveBeenCalledWith(expect.objectContaining({ connectionId: 'cnn_late' })), {
      timeout: 3_000,
    });
  },
};

const interrupted = {
  regions,
  attempts: [cut, succeeding(connected())],
  session: [connections(), connections(), failing({ code: 'connect_session_expired', message: 'The connect session has expired.' }, 401)],
};

export const Interrupted: Story = {
  args: { server: interrupted },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    const alert = await person.canvas.findByRole('alert');
    await expect(alert).toHaveTextContent('it is not known whether the connection was made');
    await waitFor(() => expect(alert).toHaveFocus());
    await expect(person.clientSecret()).toHaveValue(example.clientSecret);
  },
};

export const TriedAgain: Story = {
  args: { server: { ...interrupted, session: [...interrupted.session, connections()] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await person.canvas.findByRole('alert');
    await person.user.click(person.button());
    await expect(await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' })).toBeVisible();
  },
};

export const SessionExpired: Story = {
  args: {
    server: { regions, attempts: [failing({ code: 'connect_session_expired', message: 'The connect session has expired.' }, 401)] },
  },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByRole('alert')).toHaveTextContent('Your time to connect has run out.');
    await expect(person.clientSecret()).toHaveValue(example.clientSecret);
  },
};

export const StrangeAnswer: Story = {
  args: { server: { regions, attempts: [{ status: 502, json: { html: 'Bad gateway' } }] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByRole('alert')).toHaveTextContent('The server’s answer could not be read.');
  },
};
