import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, type fn } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, regions } from '../testing/examples.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const meta = {
  title: 'Connect/Pasted values',
  component: ConnectOnFakeServer,
  args: connectArgs,
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

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

export const UrlAtTheEndOfASentence: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.user.type(person.environmentId(), `https://api.pingone.eu/v1/environments/${example.environmentId}.`);
    await person.user.tab();
    await expect(await person.canvas.findByText('Filled in from what you pasted: Environment ID and Region.')).toBeVisible();
    await expect(person.environmentId()).toHaveValue(example.environmentId);
  },
};

export const IdBesideTheRegion: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), `Region: EU, ${example.environmentId}`);
    await expect(await person.canvas.findByText('Filled in from what you pasted: Environment ID and Region.')).toBeVisible();
    await expect(person.environmentId()).toHaveValue(example.environmentId);
  },
};

export const UrlThatTellsNoEnvironment: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    const url = `https://api.pingone.eu/v1/organizations/${example.environmentId}`;
    await person.user.type(person.environmentId(), url);
    await person.user.tab();
    await expect(await person.canvas.findByText('This is not an environment ID.')).toBeVisible();
    await expect(person.environmentId()).toHaveValue(url);
    await expect(person.region()).toHaveValue('eu');
  },
};
