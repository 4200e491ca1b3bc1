import { problemTexts } from '@latchkey/providers/problems';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, unknownEnvironmentId } from '../testing/examples.ts';
import { session } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const meta = {
  title: 'Connect/Form',
  component: ConnectOnFakeServer,
  args: connectArgs,
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Filled: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.fillIn();
    await expect(person.region()).toHaveValue('eu');
    await expect(person.clientSecret()).toHaveValue(example.clientSecret);
  },
};

const knownToTheHost = {
  ...connectArgs.server,
  session: session({
    'pingone-cc': {
      provider: 'pingone-cc',
      display_name: 'PingOne',
      connection_config: { environmentId: example.environmentId, tld: example.tld },
    },
  }),
};

export const FilledInByTheHost: Story = {
  args: { server: knownToTheHost },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await waitFor(() => expect(person.environmentId()).toHaveValue(example.environmentId));
    await expect(person.region()).toHaveValue(example.tld);
    await person.paste(person.clientId(), example.clientId);
    await person.paste(person.clientSecret(), example.clientSecret);
    await person.user.click(person.button());
    await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
    await expect(args.onRequest).toHaveBeenLastCalledWith(
      expect.objectContaining({
        body: expect.objectContaining({ connection_config: { environmentId: example.environmentId, tld: example.tld } }),
      }),
    );
  },
};

const typed = Promise.withResolvers<string>();

/** What the person typed before the session was there stays, and so does a field that they have emptied. */
export const FilledInAroundWhatWasTyped: Story = {
  args: { server: { ...knownToTheHost, regions: {} }, sessionToken: () => typed.promise },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), unknownEnvironmentId);
    typed.resolve('latchkey_connect_session_example');
    await waitFor(() => expect(person.region()).toHaveValue(example.tld));
    await expect(person.environmentId()).toHaveValue(unknownEnvironmentId);
    await person.user.clear(person.environmentId());
    await person.user.tab();
    await expect(person.environmentId()).toHaveValue('');
  },
};

export const PressedEarly: Story = {
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.user.click(person.button());
    await expect(await person.canvas.findByText('The environment ID is missing.')).toBeVisible();
    await expect(person.canvas.getByText('The client secret is missing.')).toBeVisible();
    await expect(person.environmentId()).toHaveFocus();
    await expect(person.environmentId()).toHaveAccessibleDescription(/The environment ID is missing\. Copy it from/);
    await expect(args.onRequest).not.toHaveBeenCalledWith(expect.objectContaining({ method: 'POST' }));
    await expect(args.onEvent).toHaveBeenCalledWith({
      type: 'input_rejected',
      fields: ['environmentId', 'tld', 'client_id', 'client_secret'],
    });
  },
};

export const InvalidValues: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.user.type(person.environmentId(), 'acme');
    await person.paste(person.clientSecret(), '••••••••••••');
    await person.user.tab();
    await expect(await person.canvas.findByText('This is not an environment ID.')).toBeVisible();
    await expect(await person.canvas.findByText('These are the dots that hide the secret, not the secret.')).toBeVisible();
    await expect(person.environmentId()).toHaveAttribute('aria-invalid', 'true');
    await expect(person.clientId()).toHaveAttribute('aria-invalid', 'false');
  },
};

export const SameIdTwice: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), example.environmentId);
    await person.paste(person.clientId(), example.environmentId);
    await person.user.tab();
    await expect(await person.canvas.findByText('The client ID is the same as the environment ID.')).toBeVisible();
  },
};

export const SameIdPutRight: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.clientId(), example.clientId);
    await person.paste(person.environmentId(), example.clientId);
    await person.paste(person.clientSecret(), example.clientId);
    await person.user.click(person.clientId());
    await person.user.tab();
    const message = /^The client (?:ID|secret) is the same as/;
    await waitFor(() => expect(person.canvas.getAllByText(message)).toHaveLength(2));
    await person.user.clear(person.environmentId());
    await person.paste(person.environmentId(), example.environmentId);
    await person.user.tab();
    await waitFor(() => expect(person.canvas.getAllByText(message)).toHaveLength(1));
    await person.user.clear(person.clientId());
    await person.user.type(person.clientId(), `https://apps.pingone.eu/${example.environmentId}/?client_id=${unknownEnvironmentId}`);
    await person.user.tab();
    await waitFor(() => expect(person.canvas.queryByText(message)).toBeNull());
  },
};

export const IdTidied: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.user.type(person.environmentId(), ` {{${example.environmentId.toUpperCase()}} `);
    await person.user.tab();
    await expect(person.environmentId()).toHaveValue(example.environmentId);
  },
};

export const IdWithMoreRoundIt: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), `${example.environmentId.replaceAll('-', '\u2011')} (Acme Production)`);
    await person.paste(person.clientId(), `ID: ${example.clientId},`);
    await person.user.tab();
    await waitFor(() => expect(person.clientId()).toHaveValue(example.clientId));
    await expect(person.environmentId()).toHaveValue(example.environmentId);
    await expect(person.environmentId()).toHaveAttribute('aria-invalid', 'false');
  },
};

export const RegionAsked: Story = {
  args: { server: { regions: { silent: true } } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), example.environmentId);
    await expect(await person.canvas.findByText('Looking for the region…')).toBeVisible();
  },
};

export const RegionFound: Story = {
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), example.environmentId);
    await expect(await person.canvas.findByText('Region found: European Union.')).toBeVisible();
    await expect(person.region()).toHaveValue('eu');
    await expect(args.onRequest).toHaveBeenLastCalledWith(
      expect.objectContaining({
        path: `/latchkey/connect/regions?environment_id=${example.environmentId}`,
        authorization: 'Bearer latchkey_connect_session_example',
      }),
    );
  },
};

export const RegionCorrected: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), example.environmentId);
    await person.canvas.findByText(/^Region found/);
    await person.user.selectOptions(person.region(), 'com.au');
    await expect(await person.canvas.findByText('Corrected to European Union: that is where this environment lives.')).toBeVisible();
    await expect(person.region()).toHaveValue('eu');
  },
};

export const EnvironmentUnknown: Story = {
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), unknownEnvironmentId);
    await expect(await person.canvas.findByText('No PingOne region knows an environment with this ID.')).toBeVisible();
    await expect(person.environmentId()).toHaveAccessibleDescription(/No PingOne region knows/);
    await expect(person.environmentId()).toHaveAttribute('aria-invalid', 'false');
    await expect(args.onEvent).toHaveBeenCalledWith({ type: 'environment_unknown' });
  },
};

export const RegionLookupFails: Story = {
  args: { server: { regions: { unreachable: true } } },
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), example.environmentId);
    await waitFor(() => expect(args.onRequest).toHaveBeenCalledWith(expect.objectContaining({ path: expect.stringContaining('regions') })));
    await waitFor(() => expect(person.canvas.queryByText('Looking for the region…')).toBeNull());
    await expect(person.canvas.queryByRole('alert')).toBeNull();
    await expect(args.onError).not.toHaveBeenCalled();
  },
};

export const SecretCutOff: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.clientSecret(), 'Q3v.9wX-4m');
    await person.user.tab();
    await expect(await person.canvas.findByText(problemTexts['client_secret_short']?.message ?? '')).toBeVisible();
    await expect(person.clientSecret()).toHaveAttribute('aria-invalid', 'false');
  },
};

export const SecretInPieces: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    const { clientSecret } = example;
    await person.user.type(person.clientSecret(), `${clientSecret.slice(0, 40)} ${clientSecret.slice(40)}`);
    await person.user.tab();
    await expect(await person.canvas.findByText('Filled in from what you pasted: Client Secret.')).toBeVisible();
    await expect(person.clientSecret()).toHaveValue(clientSecret);
  },
};

export const SecretWithMoreBehindIt: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.clientSecret(), `${example.clientSecret} my-worker`);
    await person.user.tab();
    await expect(await person.canvas.findByText(problemTexts['client_secret_spaced']?.message ?? '')).toBeVisible();
    await expect(person.clientSecret()).toHaveAttribute('aria-invalid', 'false');
  },
};

export const SecretShown: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.clientSecret(), example.clientSecret);
    const reveal = person.canvas.getByRole('button', { name: 'Show' });
    await expect(reveal).toHaveAccessibleDescription('Client Secret');
    await person.user.click(reveal);
    await expect(person.clientSecret()).toHaveAttribute('type', 'text');
    await expect(reveal).toHaveAccessibleName('Hide');
  },
};

export const EachLabelNamesOneControl: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, user, ...person } = createPerson(canvasElement);
    const controls = {
      'Environment ID': person.environmentId(),
      Region: person.region(),
      'Client ID': person.clientId(),
      'Client Secret': person.clientSecret(),
    };
    for (const help of canvas.getAllByRole('button', { name: 'Where do I find this?' })) await user.click(help);
    await user.click(canvas.getByRole('button', { name: 'Show' }));
    for (const [label, control] of Object.entries(controls)) {
      await expect(canvas.getAllByLabelText(label, { exact: false })).toEqual([control]);
      await expect(control).toHaveAccessibleName(label);
    }
  },
};
