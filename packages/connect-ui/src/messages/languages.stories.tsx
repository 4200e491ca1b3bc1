import { useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectOnFakeServer, type ConnectOnFakeServerProps } from '../testing/connect-on-fake-server.tsx';
import { connected, example, failureAnswer, regions } from '../testing/examples.ts';
import { succeeding } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';
import { loadLocale } from './load-locale.ts';
import { formatMessage } from './locale.ts';
import type { LocaleTag } from './resolve-locale.ts';

const meta = {
  title: 'Connect/Languages',
  component: ConnectOnFakeServer,
  args: { ...connectArgs, server: { regions, attempts: [failureAnswer('no_roles'), succeeding(connected())] } },
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Walks through the form in a language, and looks at all that is said on the way. */
function speaking(tag: LocaleTag, locale: string = tag): Story {
  return {
    args: { locale },
    play: async ({ canvasElement }) => {
      const text = await loadLocale(tag);
      const { canvas, user, button, connect } = createPerson(canvasElement);
      const root = canvasElement.querySelector<HTMLElement>('[data-part="root"]')!;
      await waitFor(() => expect(root).toHaveAttribute('lang', tag));
      await expect(root).toHaveAttribute('dir', text.direction);
      await expectWords(root, formatMessage(text, 'form.connect'));

      await user.click(button());
      await waitFor(() => expect(canvasElement.querySelectorAll('[data-part="error"]')).toHaveLength(4));
      await expectWords(root, formatMessage(text, 'help.field'));

      await user.click(canvas.getByRole('button', { name: formatMessage(text, 'help.open') }));
      await canvas.findByRole('region', { name: formatMessage(text, 'guide.title') });
      await expectWords(root, formatMessage(text, 'help.close'));

      await connect();
      await canvas.findByRole('alert');
      await expectWords(root, formatMessage(text, 'help.step'));

      await user.click(button());
      await canvas.findByRole('list', { name: formatMessage(text, 'result.access') });
      await expectWords(root, formatMessage(text, 'result.summary'));
    },
  };
}

/** Expects a sentence, and that nothing shows that is for us alone: no key of a text, no placeholder, nothing undefined. */
async function expectWords(root: HTMLElement, sentence: string): Promise<void> {
  const attributes = [...root.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  );
  const words = [root.textContent, ...attributes].join('\n');
  await expect(words).toContain(sentence);
  await expect(words).not.toMatch(
    /\b(form|field|paste|region|help|guide|progress|result|notice|picker|failure|reconnect|signIn|client|copy)\.[a-z]/,
  );
  await expect(words).not.toMatch(/\{\w+\}|undefined|\[object/);
}

export const English: Story = speaking('en');
export const German: Story = speaking('de');
export const French: Story = speaking('fr', 'fr-CA');
export const Spanish: Story = speaking('es', 'es-419');
export const Japanese: Story = speaking('ja');
export const Portuguese: Story = speaking('pt', 'pt-BR');
export const ArabicFromRightToLeft: Story = speaking('ar');

/** Of a language that is not spoken, English is. */
export const Unknown: Story = speaking('en', 'nl-BE');

/** What the browser prefers, here English. */
export const OfTheBrowser: Story = speaking('en', 'auto');

function SwitchingLanguage(args: ConnectOnFakeServerProps): ReactElement {
  const [locale, setLocale] = useState('en');
  return (
    <div>
      <button type="button" onClick={() => setLocale('de')}>
        Deutsch
      </button>
      <ConnectOnFakeServer {...args} locale={locale} />
    </div>
  );
}

/** Another language comes while a failure stands: nothing that was typed is lost, and the focus stays where it is. */
export const Switched: Story = {
  args: { server: { regions, attempts: [failureAnswer('wrong_client_secret')] } },
  render: (args) => <SwitchingLanguage {...args} />,
  play: async ({ canvasElement, args }) => {
    const { canvas, user, connect, clientSecret } = createPerson(canvasElement);
    await connect();
    await waitFor(() => expect(clientSecret()).toHaveFocus());
    await user.click(canvas.getByRole('button', { name: 'Deutsch' }));
    await expect(await canvas.findByText(/akzeptiert aber das Client-Secret nicht/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Deutsch' })).toHaveFocus();
    await expect(clientSecret()).toHaveValue(example.clientSecret);
    await expect(args.onError).toHaveBeenCalledOnce();
  },
};
