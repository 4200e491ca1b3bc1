import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, regions } from '../testing/examples.ts';
import { session } from '../testing/fake-api.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';
import { createPerson } from '../testing/person.ts';
import { begun, offered, pending, rememberedAt, signedIn, signIn } from '../testing/sign-in-examples.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const browser = createFakeBrowser();
const several = session({
  'directory-sync': {
    provider: 'pingone-cc',
    display_name: 'PingOne for directory sync',
    connection_config: { environmentId: example.environmentId },
  },
  'sign-in-reports': 'PingOne for sign-in reports',
  pingone: offered(),
});

const meta = {
  title: 'Connect/Picker',
  component: ConnectOnFakeServer,
  args: {
    ...connectArgs,
    integration: undefined,
    browser,
    server: { regions, session: several, authorizations: [begun], polls: [pending] },
  },
  beforeEach: () => browser.reset(),
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

const { server } = meta.args;

/** Chooses one, and waits for its form. */
async function choose(canvasElement: HTMLElement, name: string): Promise<ReturnType<typeof createPerson>> {
  const person = createPerson(canvasElement);
  await person.user.click(await person.canvas.findByRole('button', { name }));
  await expect(await person.canvas.findByRole('heading', { name: /^Link PingOne/ })).toHaveFocus();
  return person;
}

/** As after a reload of the page while somebody signs in. */
function remembering(): () => void {
  browser.reset({ [rememberedAt]: signIn.authorizationId });
  sessionStorage.setItem(rememberedAt, signIn.authorizationId);
  return () => sessionStorage.removeItem(rememberedAt);
}

export const Several: Story = {
  play: async ({ canvasElement }) => {
    const { canvas } = createPerson(canvasElement);
    await expect(await canvas.findByRole('heading', { name: 'Choose what to connect' })).toBeVisible();
    await expect(canvas.getAllByRole('button')).toHaveLength(3);
    // Nobody has done anything yet.
    await expect(document.body).toHaveFocus();
  },
};

export const Chosen: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, environmentId } = await choose(canvasElement, 'PingOne for directory sync');
    await expect(environmentId()).toHaveValue(example.environmentId);
    await expect(canvas.getByRole('button', { name: 'Choose another' })).toBeVisible();
  },
};

export const ChosenAnew: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, user } = await choose(canvasElement, 'PingOne for directory sync');
    await user.click(canvas.getByRole('button', { name: 'Choose another' }));
    await expect(await canvas.findByRole('heading', { name: 'Choose what to connect' })).toHaveFocus();
    const { environmentId } = await choose(canvasElement, 'PingOne for sign-in reports');
    await expect(environmentId()).toHaveValue('');
  },
};

/** An attempt that runs is not left by the way. */
export const NoWayBackMeanwhile: Story = {
  play: async ({ canvasElement }) => {
    const person = await choose(canvasElement, 'PingOne');
    await person.paste(person.environmentId(), example.environmentId);
    await waitFor(() => expect(person.region()).toHaveValue(example.tld));
    await person.user.click(person.button());
    await person.canvas.findByText('Sign in to PingOne in the window that has opened.');
    await expect(person.canvas.queryByRole('button', { name: 'Choose another' })).toBeNull();
  },
};

/** The sign-in came to its end while the page was loaded anew. */
export const CameBackConnected: Story = {
  beforeEach: remembering,
  args: { server: { ...server, polls: [signedIn()] } },
  play: async ({ canvasElement, args }) => {
    const { canvas } = createPerson(canvasElement);
    await expect(await canvas.findByRole('heading', { name: 'Connected to Acme Production' })).toBeVisible();
    await expect(args.onConnect).toHaveBeenCalledOnce();
  },
};

export const CameBackAndChoseAnother: Story = {
  beforeEach: remembering,
  play: async ({ canvasElement }) => {
    const { canvas, user, environmentId } = createPerson(canvasElement);
    await canvas.findByText('The sign-in window seems to be closed.');
    await expect(environmentId()).toHaveValue(example.environmentId);
    await user.click(canvas.getByRole('button', { name: 'Cancel' }));
    await user.click(await canvas.findByRole('button', { name: 'Choose another' }));
    await expect(await canvas.findByRole('heading', { name: 'Choose what to connect' })).toHaveFocus();
  },
};

/** What is remembered of an integration that the session does not offer is not for this form. */
export const CameBackToOthers: Story = {
  beforeEach: remembering,
  args: { server: { ...server, session: session({ 'directory-sync': 'Directory sync', reports: 'Reports' }) } },
  play: async ({ canvasElement }) => {
    const { canvas } = createPerson(canvasElement);
    await expect(await canvas.findByRole('heading', { name: 'Choose what to connect' })).toBeVisible();
  },
};

/** The form of a later version: there is another to choose. */
export const ChosenUnknown: Story = {
  args: { server: { session: session({ later: { provider: 'later', display_name: 'Later' }, 'pingone-cc': 'PingOne' }) } },
  play: async ({ canvasElement }) => {
    const { canvas, user } = createPerson(canvasElement);
    await user.click(await canvas.findByRole('button', { name: 'Later' }));
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveFocus());
    await user.click(canvas.getByRole('button', { name: 'Choose another' }));
    await choose(canvasElement, 'PingOne');
  },
};
