import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, regions } from '../testing/examples.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';
import { createPerson } from '../testing/person.ts';
import { begun, doneMessage, pending, rememberedAt, signedIn, signIn, signInSession } from '../testing/sign-in-examples.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const browser = createFakeBrowser();

const meta = {
  title: 'Connect/Sign-in',
  component: ConnectOnFakeServer,
  args: {
    ...connectArgs,
    integration: 'pingone',
    browser,
    server: { regions, session: signInSession(), authorizations: [begun], polls: [pending] },
  },
  beforeEach: () => browser.reset(),
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

const { server } = meta.args;
const connectedTitle = { name: 'Connected to Acme Production' } as const;

/** Gives the environment and presses the button. */
async function press(canvasElement: HTMLElement): Promise<ReturnType<typeof createPerson>> {
  const person = createPerson(canvasElement);
  await person.paste(person.environmentId(), example.environmentId);
  await waitFor(() => expect(person.region()).toHaveValue(example.tld));
  await person.user.click(person.button());
  return person;
}

export const Form: Story = {
  play: async ({ canvasElement }) => {
    const { canvas } = createPerson(canvasElement);
    await expect(await canvas.findByText('You sign in to PingOne in a window that opens.')).toBeVisible();
    await expect(canvasElement.querySelectorAll('input, select')).toHaveLength(2);
    await expect(canvas.getByRole('button', { name: 'Connect' })).toBeEnabled();
  },
};

export const PressedEarly: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, user, button, environmentId } = createPerson(canvasElement);
    await user.click(button());
    await expect(await canvas.findByText('The environment ID is missing.')).toBeVisible();
    await waitFor(() => expect(environmentId()).toHaveFocus());
    await expect(browser.popups).toHaveLength(0);
  },
};

export const Checking: Story = {
  args: { server: { ...server, authorizations: [{ silent: true }] } },
  play: async ({ canvasElement }) => {
    const { canvas, button } = await press(canvasElement);
    // The window is there before anything was awaited.
    await expect(browser.popups).toHaveLength(1);
    await expect(await canvas.findByText('Checking what you entered…')).toBeVisible();
    await waitFor(() => expect(button()).toHaveFocus());
    await expect(browser.popups[0]?.visited).toEqual([]);
  },
};

export const Open: Story = {
  play: async ({ canvasElement, args }) => {
    const { canvas, user } = await press(canvasElement);
    await expect(await canvas.findByText('Sign in to PingOne in the window that has opened.')).toBeVisible();
    await expect(browser.popups[0]?.visited).toEqual([signIn.startUrl]);
    await expect(args.onRequest).toHaveBeenCalledWith(
      expect.objectContaining({
        path: '/latchkey/connect/authorizations',
        body: { integration_id: 'pingone', connection_config: { environmentId: example.environmentId, tld: 'eu' } },
      }),
    );
    const reopen = canvas.getByRole('button', { name: 'Open the window again' });
    await waitFor(() => expect(reopen).toHaveFocus());
    await user.click(reopen);
    await expect(browser.popups).toHaveLength(1);
    await expect(browser.popups[0]?.focused).toBe(1);
  },
};

export const Connected: Story = {
  args: { server: { ...server, polls: [signedIn()] } },
  play: async ({ canvasElement, args }) => {
    const { canvas } = await press(canvasElement);
    const title = await canvas.findByRole('heading', connectedTitle, { timeout: 3000 });
    await waitFor(() => expect(title).toHaveFocus());
    await expect(canvas.getByText('Read your profile')).toBeVisible();
    await expect(args.onConnect).toHaveBeenCalledOnce();
    await expect(browser.popups[0]?.isClosed()).toBe(true);
    await expect(browser.storage.getItem(rememberedAt)).toBeNull();
    await expect(browser.listening()).toBe(0);
  },
};

export const ToldByAMessage: Story = {
  args: { server: { ...server, polls: [pending, signedIn()] } },
  play: async ({ canvasElement }) => {
    const { canvas } = await press(canvasElement);
    await canvas.findByText('Sign in to PingOne in the window that has opened.');
    // From elsewhere, or of something else, it is not even looked at.
    browser.post('https://evil.example', doneMessage);
    browser.post(signIn.origin, { type: 'latchkey:authorization', authorization_id: 'another' });
    await expect(polls()).toBe(0);
    browser.post(signIn.origin, doneMessage);
    await waitFor(() => expect(polls()).toBe(1), { timeout: 500 });
    await expect(await canvas.findByRole('heading', connectedTitle, { timeout: 3000 })).toBeVisible();
  },
};

export const Blocked: Story = {
  play: async ({ canvasElement }) => {
    browser.block(true);
    const { canvas, user } = await press(canvasElement);
    await expect(await canvas.findByText('Your browser did not open the sign-in window.')).toBeVisible();
    const open = canvas.getByRole('button', { name: 'Open sign-in' });
    await waitFor(() => expect(open).toHaveFocus());
    await user.click(open);
    await expect(open).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Continue in this tab' })).toBeVisible();
  },
};

export const BlockedThenOpened: Story = {
  args: { server: { ...server, polls: [signedIn()] } },
  play: async ({ canvasElement }) => {
    browser.block(true);
    const { canvas, user } = await press(canvasElement);
    const open = await canvas.findByRole('button', { name: 'Open sign-in' });
    browser.block(false);
    await user.click(open);
    await expect(browser.popups[0]?.visited).toEqual([signIn.startUrl]);
    await expect(await canvas.findByRole('heading', connectedTitle, { timeout: 3000 })).toBeVisible();
  },
};

export const Closed: Story = {
  play: async ({ canvasElement }) => {
    const { canvas } = await press(canvasElement);
    await canvas.findByText('Sign in to PingOne in the window that has opened.');
    browser.popups[0]?.close();
    await expect(await canvas.findByText('The sign-in window seems to be closed.', undefined, { timeout: 2500 })).toBeVisible();
    await expect(canvas.getByText(signIn.redirectUri)).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toHaveFocus());
  },
};

/** The person does something else in the page while they sign in. */
export const ClosedWhileElsewhere: Story = {
  decorators: [
    (Story) => (
      <>
        <input aria-label="Search the page" />
        {Story()}
      </>
    ),
  ],
  play: async ({ canvasElement }) => {
    const { canvas, user } = await press(canvasElement);
    await canvas.findByText('Sign in to PingOne in the window that has opened.');
    const elsewhere = canvas.getByRole('textbox', { name: 'Search the page' });
    await user.type(elsewhere, 'a');
    browser.popups[0]?.close();
    await canvas.findByText('The sign-in window seems to be closed.', undefined, { timeout: 2500 });
    // The focus moves only after what is seen.
    const seen = polls();
    await waitFor(() => expect(polls()).toBeGreaterThan(seen), { timeout: 2500 });
    await expect(elsewhere).toHaveFocus();
  },
};

export const ClosedAndTriedAgain: Story = {
  play: async (context) => {
    await Closed.play?.(context);
    const { canvas, user } = createPerson(context.canvasElement);
    await user.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(browser.popups).toHaveLength(2);
    await expect(await canvas.findByText('Sign in to PingOne in the window that has opened.')).toBeVisible();
  },
};

export const ClosedAndFinishedLate: Story = {
  args: { server: { ...server, polls: [pending, pending, signedIn()] } },
  play: async (context) => {
    await Closed.play?.(context);
    const { canvas } = createPerson(context.canvasElement);
    await expect(await canvas.findByRole('heading', connectedTitle, { timeout: 4000 })).toBeVisible();
  },
};

export const Severed: Story = {
  args: { server: { ...server, polls: [pending, pending, signedIn()] } },
  play: async ({ canvasElement }) => {
    browser.sever();
    browser.look(false);
    const { canvas } = await press(canvasElement);
    await canvas.findByText('Sign in to PingOne in the window that has opened.');
    await waitFor(() => expect(polls()).toBeGreaterThan(1), { timeout: 4000 });
    await expect(canvas.queryByText('The sign-in window seems to be closed.')).toBeNull();
    await expect(await canvas.findByRole('heading', connectedTitle, { timeout: 4000 })).toBeVisible();
  },
};

export const Cancelled: Story = {
  play: async ({ canvasElement, args }) => {
    const { canvas, user, environmentId } = await press(canvasElement);
    await user.click(await canvas.findByRole('button', { name: 'Cancel' }));
    await expect(browser.popups[0]?.isClosed()).toBe(true);
    await expect(canvas.getByRole('button', { name: 'Connect' })).toBeEnabled();
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Connect' })).toHaveFocus());
    await expect(environmentId()).toHaveValue(example.environmentId);
    await expect(environmentId()).toBeEnabled();
    await expect(browser.storage.getItem(rememberedAt)).toBeNull();
    await expect(browser.listening()).toBe(0);
    await expect(args.onError).not.toHaveBeenCalled();
  },
};

export const InThisTab: Story = {
  play: async ({ canvasElement, args }) => {
    browser.block(true);
    const { canvas, user } = await press(canvasElement);
    await user.click(await canvas.findByRole('button', { name: 'Continue in this tab' }));
    await waitFor(() => expect(browser.visited).toEqual([`${signIn.startUrl}&fragment=${encodeURIComponent('/connect?token=s&x')}`]));
    await expect(args.onRequest).toHaveBeenLastCalledWith(
      expect.objectContaining({ body: expect.objectContaining({ return_url: 'https://app.example/settings?tab=integrations' }) }),
    );
    await expect(browser.storage.getItem(rememberedAt)).toBe(signIn.authorizationId);
  },
};

export const CameBackConnected: Story = {
  beforeEach: () => browser.reset({ [rememberedAt]: signIn.authorizationId }),
  args: { server: { ...server, polls: [signedIn()] } },
  play: async ({ canvasElement, args }) => {
    const { canvas } = createPerson(canvasElement);
    const title = await canvas.findByRole('heading', connectedTitle);
    await waitFor(() => expect(title).toHaveFocus());
    await expect(args.onConnect).toHaveBeenCalledOnce();
    await expect(browser.storage.getItem(rememberedAt)).toBeNull();
  },
};

export const ReloadedMeanwhile: Story = {
  beforeEach: () => browser.reset({ [rememberedAt]: signIn.authorizationId }),
  play: async ({ canvasElement }) => {
    const { canvas, environmentId, region } = createPerson(canvasElement);
    await expect(await canvas.findByText('The sign-in window seems to be closed.')).toBeVisible();
    await expect(environmentId()).toHaveValue(example.environmentId);
    await expect(region()).toHaveValue('eu');
  },
};

/** How often the server was asked how the sign-in stands. */
function polls(): number {
  return connectArgs.onRequest.mock.calls.filter(([{ method, path }]) => method === 'GET' && path.includes('/authorizations/')).length;
}
