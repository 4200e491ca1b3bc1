import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { connected, example, regions } from '../testing/examples.ts';
import { createFakeFetch, succeeding, type FakeServer } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { readLook } from '../testing/story-meta.tsx';
import { hearUncaught, uncaught } from '../testing/uncaught.ts';
import { ConnectButton, type ConnectButtonProps } from './connect-button.tsx';
import { ConnectDialog } from './connect-dialog.tsx';

interface ButtonOnFakeServerProps extends Omit<ConnectButtonProps, 'apiUrl' | 'fetch'> {
  readonly server: FakeServer;
}

function ButtonOnFakeServer({ server, ...props }: ButtonOnFakeServerProps): ReactElement {
  const [fakeFetch] = useState(() => createFakeFetch(server));
  return <ConnectButton {...props} apiUrl="https://app.example/latchkey" fetch={fakeFetch} />;
}

const meta = {
  title: 'Connect/Dialog',
  component: ButtonOnFakeServer,
  args: {
    children: 'Connect PingOne',
    integration: 'pingone-cc',
    sessionToken: 'latchkey_connect_session_example',
    server: { regions, attempts: [succeeding(connected())] },
    onConnect: fn(),
    onClose: fn(),
  },
  render: (args, { globals }) => <ButtonOnFakeServer {...readLook(globals)} {...args} />,
} satisfies Meta<typeof ButtonOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

function find(canvasElement: HTMLElement) {
  const dialog = canvasElement.querySelector('dialog');
  if (!dialog) throw new TypeError('The page has no dialog.');
  return { dialog, opener: within(canvasElement).getByText('Connect PingOne', { selector: 'button' }) };
}

async function open(canvasElement: HTMLElement) {
  const { dialog, opener } = find(canvasElement);
  await userEvent.click(opener);
  await within(dialog).findByRole('heading', { name: /^Link PingOne/ });
  return { dialog, opener, person: createPerson(dialog) };
}

/** Asks the dialog to close as the browser does when Escape is pressed. */
function pressEscape(dialog: HTMLDialogElement): void {
  if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
}

export const Closed: Story = {
  play: async ({ canvasElement }) => {
    const { dialog, opener } = find(canvasElement);
    await expect(opener).toBeVisible();
    await expect(dialog).not.toBeVisible();
    await expect(dialog.childElementCount).toBe(0);
  },
};

export const Open: Story = {
  play: async ({ canvasElement }) => {
    const { dialog } = await open(canvasElement);
    await expect(dialog.matches(':modal')).toBe(true);
    await expect(dialog).toHaveAccessibleName('Connect PingOne');
    await expect(dialog).toHaveFocus();
  },
};

export const ClosedByEscape: Story = {
  play: async ({ canvasElement, args }) => {
    const { dialog, opener, person } = await open(canvasElement);
    await person.paste(person.clientId(), example.clientId);
    pressEscape(dialog);
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(opener).toHaveFocus();
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};

export const OpenedAgain: Story = {
  play: async ({ canvasElement }) => {
    const { dialog, opener, person } = await open(canvasElement);
    await person.paste(person.clientId(), example.clientId);
    pressEscape(dialog);
    await waitFor(() => expect(dialog.open).toBe(false));
    await userEvent.click(opener);
    await waitFor(() => expect(dialog.open).toBe(true));
    await expect(person.clientId()).toHaveValue(example.clientId);
  },
};

export const PressedBeside: Story = {
  play: async ({ canvasElement, args }) => {
    const { dialog } = await open(canvasElement);
    await userEvent.pointer({ keys: '[MouseLeft]', target: dialog, coords: { clientX: 2, clientY: 2 } });
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};

export const PressedWithin: Story = {
  play: async ({ canvasElement, args }) => {
    const { dialog, person } = await open(canvasElement);
    await userEvent.click(person.canvas.getByRole('heading', { name: /^Link PingOne/ }));
    await expect(dialog.open).toBe(true);
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};

export const ClosedWhileAnAttemptRuns: Story = {
  args: {
    server: { regions, attempts: [{ lines: [{ type: 'progress', step: 'environment', state: 'done' }], ending: 'stay-open' }] },
  },
  play: async ({ canvasElement }) => {
    const { dialog, opener, person } = await open(canvasElement);
    await person.connect();
    await person.canvas.findByText('Environment found');
    pressEscape(dialog);
    await waitFor(() => expect(dialog.open).toBe(false));
    await userEvent.click(opener);
    await expect(person.canvas.getByText('Environment found')).toBeVisible();
    await expect(person.clientSecret()).toHaveValue(example.clientSecret);
  },
};

export const Connected: Story = {
  play: async ({ canvasElement, args }) => {
    const { dialog, person } = await open(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' })).toBeVisible();
    await expect(args.onConnect).toHaveBeenCalledOnce();
    await expect(dialog.open).toBe(true);
  },
};

export const Done: Story = {
  play: async ({ canvasElement, args }) => {
    const { dialog, opener, person } = await open(canvasElement);
    await person.connect();
    await person.user.click(await person.canvas.findByRole('button', { name: 'Done' }));
    await waitFor(() => expect(dialog.childElementCount).toBe(0));
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(opener).toHaveFocus();
    await userEvent.click(opener);
    await within(dialog).findByRole('heading', { name: /^Link PingOne/ });
    await expect(person.clientSecret()).toHaveValue('');
  },
};

export const InArabic: Story = {
  args: { locale: 'ar', children: undefined },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'اتصال' }));
    const { dialog } = { dialog: canvasElement.querySelector('dialog')! };
    await expect(dialog).toHaveAttribute('dir', 'rtl');
    await within(dialog).findByText(/^ربط/);
  },
};

interface HostProps extends ButtonOnFakeServerProps {
  readonly onOpenChanged?: () => void;
}

/** A host that opens and closes the dialog by itself. */
function Host({ server, onOpenChanged, ...props }: HostProps): ReactElement {
  const [fakeFetch] = useState(() => createFakeFetch(server));
  const [isOpen, setOpen] = useState(false);
  const changeOpen = (open: boolean): void => {
    setOpen(open);
    onOpenChanged?.();
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Connect PingOne
      </button>
      <ConnectDialog {...props} apiUrl="https://app.example/latchkey" fetch={fakeFetch} open={isOpen} onOpenChange={changeOpen} />
    </>
  );
}

export const OpenedByTheHost: Story = {
  render: (args, { globals }) => <Host {...readLook(globals)} {...args} />,
  play: async ({ canvasElement }) => {
    const { dialog, person } = await open(canvasElement);
    await expect(dialog).toHaveAccessibleName('Connect');
    await userEvent.click(person.canvas.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(find(canvasElement).opener).toHaveFocus();
  },
};

export const ClosedByAHostThatThrows: Story = {
  beforeEach: hearUncaught,
  render: (args, { globals }) => (
    <Host
      {...readLook(globals)}
      {...args}
      onOpenChanged={() => {
        throw new Error('A mistake of the host.');
      }}
    />
  ),
  play: async ({ canvasElement, args }) => {
    const { dialog } = await open(canvasElement);
    pressEscape(dialog);
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(uncaught).toHaveBeenCalledOnce();
  },
};
