import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { readLook } from '../testing/story-meta.tsx';
import { LoadingShell } from './loading-shell.tsx';

const meta = {
  title: 'Connect/Dialog, before the form has come',
  component: LoadingShell,
  args: { styling: {}, locale: 'en', onRetry: undefined, onClose: fn() },
  render: (args, { globals }) => <LoadingShell {...args} styling={readLook(globals)} />,
} satisfies Meta<typeof LoadingShell>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Loading: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Loading the form…')).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};

export const NotLoaded: Story = {
  args: { onRetry: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('alert')).toHaveTextContent('The server could not be reached.');
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
