import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { SignInBrowserContext } from '../authorization/sign-in-browser-context.ts';
import { example, regions } from '../testing/examples.ts';
import { createFakeFetch, type FakeServer } from '../testing/fake-api.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';
import { createPerson } from '../testing/person.ts';
import { begun, doneMessage, pending, rememberedAt, signedIn, signIn, signInSession } from '../testing/sign-in-examples.ts';
import { readLook } from '../testing/story-meta.tsx';
import { ConnectButton, type ConnectButtonProps } from './connect-button.tsx';

const browser = createFakeBrowser();

interface ButtonOnFakeServerProps extends Omit<ConnectButtonProps, 'apiUrl' | 'fetch'> {
  readonly server: FakeServer;
}

function ButtonOnFakeServer({ server, ...props }: ButtonOnFakeServerProps): ReactElement {
  const [fakeFetch] = useState(() => createFakeFetch(server));
  return (
    <SignInBrowserContext.Provider value={browser}>
      <ConnectButton {...props} apiUrl="https://app.example/latchkey" fetch={fakeFetch} />
    </SignInBrowserContext.Provider>
  );
}

const meta = {
  title: 'Connect/Sign-in in a dialog',
  component: ButtonOnFakeServer,
  args: {
    children: 'Connect PingOne',
    integration: 'pingone',
    sessionToken: 'latchkey_connect_session_example',
    server: { regions, session: signInSession(), authorizations: [begun], polls: [pending] },
    onConnect: fn(),
    onClose: fn(),
  },
  beforeEach: () => browser.reset(),
  render: (args, { globals }) => <ButtonOnFakeServer {...readLook(globals)} {...args} />,
} satisfies Meta<typeof ButtonOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

function findDialog(canvasElement: HTMLElement): HTMLDialogElement {
  const dialog = canvasElement.querySelector('dialog');
  if (!dialog) throw new TypeError('The page has no dialog.');
  return dialog;
}

/** Opens the dialog, gives the environment and presses the button. */
async function press(canvasElement: HTMLElement): Promise<HTMLDialogElement> {
  const dialog = findDialog(canvasElement);
  await userEvent.click(within(canvasElement).getByText('Connect PingOne', { selector: 'button' }));
  await within(dialog).findByRole('heading', { name: 'Link PingOne Account' });
  const person = createPerson(dialog);
  await person.paste(person.environmentId(), example.environmentId);
  await waitFor(() => expect(person.region()).toHaveValue(example.tld));
  await person.user.click(person.button());
  await within(dialog).findByText('Sign in to PingOne in the window that has opened.');
  return dialog;
}

/** Presses beside the dialog, as whoever comes back from another window may do. */
async function pressBeside(dialog: HTMLDialogElement): Promise<void> {
  await userEvent.pointer([{ keys: '[MouseLeft]', target: dialog, coords: { clientX: 1, clientY: 1 } }]);
}

export const StaysOpenMeanwhile: Story = {
  play: async ({ canvasElement, args }) => {
    const dialog = await press(canvasElement);
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Open the window again' })).toHaveFocus());
    await pressBeside(dialog);
    await expect(dialog).toBeVisible();
    await expect(args.onClose).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await pressBeside(dialog);
    await waitFor(() => expect(dialog).not.toBeVisible());
  },
};

export const Connected: Story = {
  args: { server: { ...meta.args.server, polls: [signedIn()] } },
  play: async ({ canvasElement, args }) => {
    const dialog = await press(canvasElement);
    browser.post(signIn.origin, doneMessage);
    const title = await within(dialog).findByRole('heading', { name: 'Connected to Acme Production' });
    await waitFor(() => expect(title).toHaveFocus());
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(dialog).not.toBeVisible());
    await expect(args.onConnect).toHaveBeenCalledOnce();
  },
};

/** Somebody has signed in in the same tab: the page is loaded anew, and shows at once what came of it. */
export const OpensOnReturn: Story = {
  args: { server: { ...meta.args.server, polls: [signedIn()] } },
  beforeEach: () => {
    browser.reset({ [rememberedAt]: signIn.authorizationId });
    sessionStorage.setItem(rememberedAt, signIn.authorizationId);
    return () => sessionStorage.removeItem(rememberedAt);
  },
  play: async ({ canvasElement }) => {
    const dialog = findDialog(canvasElement);
    await expect(await within(dialog).findByRole('heading', { name: 'Connected to Acme Production' })).toBeVisible();
  },
};
