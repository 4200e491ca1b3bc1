import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, waitFor } from 'storybook/test';
import { ConnectOnFakeServer, type ConnectOnFakeServerProps } from '../testing/connect-on-fake-server.tsx';
import { example } from '../testing/examples.ts';
import { session } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, readLook } from '../testing/story-meta.tsx';

/** A page that shows the component and takes it away. */
function Page(args: ConnectOnFakeServerProps): ReactElement {
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setShown(!shown)}>
        {shown ? 'Take away' : 'Show'}
      </button>
      {shown && <ConnectOnFakeServer {...args} />}
    </>
  );
}

const meta = {
  title: 'Connect/In the page',
  component: Page,
  args: connectArgs,
  render: (args, { globals }) => <Page {...readLook(globals)} {...args} />,
} satisfies Meta<typeof Page>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What a component could leave behind in a page. */
function readPage() {
  const attributes = (element: Element): readonly string[] => [...element.attributes].map(({ name, value }) => `${name}=${value}`);
  return {
    html: attributes(document.documentElement),
    body: [...attributes(document.body), ...[...document.body.children].map((child) => child.id || child.tagName)],
    window: Object.keys(window).toSorted(),
    stored: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
  };
}

/** Counts the listeners on whatever outlives a component, from now on. */
function watchListeners(): { readonly listening: () => readonly string[]; readonly stop: () => void } {
  const all: { readonly target: EventTarget; readonly type: string; readonly listener: unknown }[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- each is called with its target
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const outlives = (target: EventTarget): boolean =>
    target === window || target === document || target === document.documentElement || target === document.body;
  EventTarget.prototype.addEventListener = function add(this: EventTarget, type, listener, options) {
    // A call without a target, as in `addEventListener('focus', …)`, is one on the window.
    if (outlives(this ?? window)) all.push({ target: this ?? window, type, listener });
    addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function remove(this: EventTarget, type, listener, options) {
    const at = all.findIndex((row) => row.target === (this ?? window) && row.type === type && row.listener === listener);
    if (at >= 0) all.splice(at, 1);
    removeEventListener.call(this ?? window, type, listener, options);
  };
  return {
    listening: () => all.map(({ type }) => type),
    stop: () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
  };
}

export const NothingIsLeft: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    // The first of all roots makes React itself, and the test's person, listen for good.
    await person.user.click(person.canvas.getByRole('button', { name: 'Show' }));
    await person.user.click(person.canvas.getByRole('button', { name: 'Take away' }));

    const before = readPage();
    const { listening, stop } = watchListeners();
    try {
      await person.user.click(person.canvas.getByRole('button', { name: 'Show' }));
      await person.connect();
      await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
      await expect(readPage().stored).toEqual(before.stored);
      await person.user.click(person.canvas.getByRole('button', { name: 'Take away' }));
      await expect(readPage()).toEqual(before);
      await expect(listening()).toEqual([]);
    } finally {
      stop();
    }
  },
};

export const TwoAtOnce: Story = {
  args: { server: { ...connectArgs.server, session: session({ 'pingone-cc': 'PingOne', other: 'Another' }) } },
  render: (args, { globals }) => (
    <>
      <ConnectOnFakeServer {...readLook(globals)} {...args} />
      <ConnectOnFakeServer {...readLook(globals)} {...args} integration="other" provider="pingone-cc" />
    </>
  ),
  play: async ({ canvasElement, args }) => {
    const roots = [...canvasElement.querySelectorAll<HTMLElement>('[data-part="root"]')];
    const [first, second] = roots.map(createPerson);
    if (!first || !second) throw new TypeError('The page has less than two forms.');
    const ids = [...canvasElement.querySelectorAll('[id]')].map(({ id }) => id);
    await expect(new Set(ids).size).toBe(ids.length);
    await first.connect();
    await first.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
    await expect(second.environmentId()).toHaveValue('');
    await expect(second.canvas.queryByRole('alert')).toBeNull();
    await expect(args.onConnect).toHaveBeenCalledOnce();
  },
};

/** Pastes as the browser does. @returns Whether the text is shown as it is. */
function paste(control: HTMLElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  return control.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

export const PastedBeforeAnythingElseIsLoaded: Story = {
  render: (args, { globals }) => <ConnectOnFakeServer {...readLook(globals)} {...args} />,
  play: async ({ canvasElement }) => {
    const { environmentId, clientSecret } = createPerson(canvasElement);
    // Nothing has the focus, so nothing was made ready.
    const shown = paste(environmentId(), `PINGONE_CLIENT_ID=${example.clientId}\nPINGONE_CLIENT_SECRET=${example.clientSecret}`);
    await expect(shown).toBe(false);
    await expect(environmentId()).toHaveValue('');
    await waitFor(() => expect(clientSecret()).toHaveValue(example.clientSecret));
    await expect(environmentId()).toHaveValue('');
  },
};

export const PastedTextThatHoldsNothing: Story = {
  render: PastedBeforeAnythingElseIsLoaded.render!,
  play: async ({ canvasElement }) => {
    const { clientId, user, canvas } = createPerson(canvasElement);
    await expect(paste(clientId(), 'no values in here')).toBe(false);
    await waitFor(() => expect(clientId()).toHaveValue('no values in here'));
    await user.click(clientId());
    await user.tab();
    await expect(await canvas.findByText('This is not a PingOne client ID.')).toBeVisible();
  },
};
