import { problemTexts } from '@latchkey/providers/problems';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, type fn } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, regions, unknownEnvironmentId } from '../testing/examples.ts';
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

export const IdTidied: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.user.type(person.environmentId(), ` {{${example.environmentId.toUpperCase()}} `);
    await person.user.tab();
    await expect(person.environmentId()).toHaveValue(example.environmentId);
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

export const PastedUrl: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.clientId(), `https://auth.pingone.eu/${example.environmentId}/as/token`);
    await expect(await person.canvas.findByText('Filled in from what you pasted: Environment ID and Region.')).toBeVisible();
    await expect(person.environmentId()).toHaveValue(example.environmentId);
    await expect(person.region()).toHaveValue('eu');
    await expect(person.clientId()).toHaveValue('');
  },
};

export const PastedEverything: Story = {
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.paste(
      person.environmentId(),
      [
        `PINGONE_ENVIRONMENT_ID=${example.environmentId}`,
        'PINGONE_REGION=EU',
        `PINGONE_CLIENT_ID=${example.clientId}`,
        `PINGONE_CLIENT_SECRET="${example.clientSecret}"`,
      ].join('\n'),
    );
    await expect(
      await person.canvas.findByText('Filled in from what you pasted: Environment ID, Region, Client ID, and Client Secret.'),
    ).toBeVisible();
    await expect(person.clientSecret()).toHaveValue(example.clientSecret);
    await expect(JSON.stringify((args.onEvent as ReturnType<typeof fn>).mock.calls)).not.toContain(example.clientSecret);
  },
};

export const PastedCustomDomain: Story = {
  args: { server: { regions } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), 'https://login.acme.example/as/token');
    await person.user.tab();
    await expect(await person.canvas.findByText(/custom domain/)).toBeVisible();
  },
};

export const UrlTypedByHand: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.user.type(person.environmentId(), `https://console.pingone.eu/?env=${example.environmentId}`);
    await person.user.tab();
    await expect(person.environmentId()).toHaveValue(example.environmentId);
    await expect(person.region()).toHaveValue('eu');
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
