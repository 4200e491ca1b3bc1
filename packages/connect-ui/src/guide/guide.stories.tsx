import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { example, failureAnswer, regions } from '../testing/examples.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const meta = {
  title: 'Connect/Guide',
  component: ConnectOnFakeServer,
  args: connectArgs,
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

async function openStep(canvasElement: HTMLElement, field: string, title: string): Promise<void> {
  const { canvas, user } = createPerson(canvasElement);
  const help = canvas.getByRole('button', { name: 'Where do I find this?', description: field });
  await user.click(help);
  await expect(await canvas.findByRole('heading', { name: title })).toBeVisible();
  await expect(help).toHaveAttribute('aria-expanded', 'true');
}

export const EnvironmentIdStep: Story = {
  play: ({ canvasElement }) => openStep(canvasElement, 'Environment ID', 'Copy the Environment ID'),
};

export const RegionStep: Story = {
  play: ({ canvasElement }) => openStep(canvasElement, 'Region', 'Read the region'),
};

export const ClientIdStep: Story = {
  play: ({ canvasElement }) => openStep(canvasElement, 'Client ID', 'Copy the Client ID'),
};

export const ClientSecretStep: Story = {
  play: async ({ canvasElement }) => {
    await openStep(canvasElement, 'Client Secret', 'Copy the Client Secret');
    const { canvas, user } = createPerson(canvasElement);
    await user.click(canvas.getByRole('button', { name: 'Where do I find this?', description: 'Client Secret' }));
    await expect(canvas.queryByRole('heading', { name: 'Copy the Client Secret' })).toBeNull();
    await openStep(canvasElement, 'Client Secret', 'Copy the Client Secret');
  },
};

export const LinkIntoTheConsole: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(person.environmentId(), example.environmentId);
    await person.canvas.findByText(/^Region found/);
    await openStep(canvasElement, 'Client ID', 'Copy the Client ID');
    await expect(person.canvas.getByRole('link', { name: /^Open this environment in the console/ })).toHaveAttribute(
      'href',
      `https://console.pingone.eu/?env=${example.environmentId}`,
    );
  },
};

export const WholeGuide: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, user } = createPerson(canvasElement);
    await user.click(canvas.getByRole('button', { name: 'View connection guide' }));
    const guide = await canvas.findByRole('region', { name: 'Connection guide' });
    await expect(guide).toHaveFocus();
    await expect(within(guide).getByText('Create a Worker application')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Hide connection guide' })).toHaveAttribute('aria-expanded', 'true');
  },
};

export const StepOfAFailure: Story = {
  args: { server: { regions, attempts: [failureAnswer('no_roles')] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await person.user.click(await person.canvas.findByRole('button', { name: 'Show me where' }));
    await expect(await person.canvas.findByRole('heading', { name: 'Grant roles' })).toBeVisible();
  },
};

/** The step itself is shown, each time that somebody asks for it. */
export const ShownWhereEachTime: Story = {
  args: StepOfAFailure.args,
  decorators: [(Story) => <div style={{ blockSize: 700, overflow: 'auto' }}>{Story()}</div>],
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    const show = await person.canvas.findByRole('button', { name: 'Show me where' });
    const frame = canvasElement.querySelector('[data-part="root"]')?.parentElement;
    for (const _press of ['first', 'second']) {
      await person.user.click(show);
      const title = await person.canvas.findByRole('heading', { name: 'Grant roles' });
      const card = title.closest('section');
      await waitFor(() => expect(card).toHaveFocus());
      const { top, bottom } = title.getBoundingClientRect();
      const seen = frame?.getBoundingClientRect();
      await expect(top).toBeGreaterThanOrEqual(seen?.top ?? 0);
      await expect(bottom).toBeLessThanOrEqual(Math.min(seen?.bottom ?? 0, innerHeight));
      // Closed by hand, and left for elsewhere.
      const summary = title.closest('details')?.querySelector('summary');
      if (summary) await person.user.click(summary);
      await expect(title).not.toBeVisible();
    }
  },
};
