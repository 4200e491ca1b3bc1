import type { Meta, StoryObj } from '@storybook/react-vite';
import { forwardRef } from 'react';
import { expect, waitFor } from 'storybook/test';
import type { AlertSlotProps, ButtonSlotProps, FieldSlotProps, HeaderSlotProps, InputSlotProps } from '../primitives/slots.ts';
import { ConnectOnFakeServer } from '../testing/connect-on-fake-server.tsx';
import { failureAnswer, regions } from '../testing/examples.ts';
import { createPerson } from '../testing/person.ts';
import { connectArgs, renderConnect } from '../testing/story-meta.tsx';

const meta = {
  title: 'Connect/Own look',
  component: ConnectOnFakeServer,
  args: connectArgs,
  render: renderConnect,
} satisfies Meta<typeof ConnectOnFakeServer>;

export default meta;
type Story = StoryObj<typeof meta>;

const components = {
  Header: ({ title, titleId, titleRef }: HeaderSlotProps) => (
    <h2 data-own="header" id={titleId} ref={titleRef} tabIndex={titleRef ? -1 : undefined}>
      {title}
    </h2>
  ),
  Button: forwardRef<HTMLButtonElement, ButtonSlotProps>((props, ref) => <button {...props} data-own="button" ref={ref} />),
  Input: forwardRef<HTMLInputElement, InputSlotProps>((props, ref) => <input {...props} data-own="input" ref={ref} />),
  Field: ({ field, label, description, control, messages, help }: FieldSlotProps) => (
    <div data-own="field" data-name={field.name}>
      {label}
      {control}
      {description}
      {messages}
      {help}
    </div>
  ),
  Alert: ({ explanation, children }: AlertSlotProps) => (
    <div data-own="alert">
      {explanation.message} {explanation.remedy}
      {children}
    </div>
  ),
};

export const OwnComponents: Story = {
  args: { components, server: { regions, attempts: [failureAnswer('no_roles'), ...(connectArgs.server.attempts ?? [])] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await expect(canvasElement.querySelectorAll('input[data-own="input"]')).toHaveLength(3);
    await expect(canvasElement.querySelector('button:not([data-own])')).toBeNull();
    await expect(canvasElement.querySelectorAll('[data-own="field"] [data-part="control"]')).toHaveLength(4);
    await person.connect();
    const alert = await person.canvas.findByRole('alert');
    await expect(alert.querySelector('[data-own="alert"]')).toHaveTextContent(/no role/);
    await waitFor(() => expect(alert).toHaveFocus());
    await person.user.click(person.button());
    const title = await person.canvas.findByRole('heading', { name: 'Connected to Acme Production' });
    await expect(title).toHaveAttribute('data-own', 'header');
    await waitFor(() => expect(title).toHaveFocus());
  },
};

export const OwnClasses: Story = {
  args: { classNames: { root: 'card', submit: 'btn btn-primary', input: 'form-control' } },
  play: async ({ canvasElement }) => {
    const { button, clientId } = createPerson(canvasElement);
    await expect(button()).toHaveClass('lk-submit', 'btn', 'btn-primary');
    await expect(clientId()).toHaveClass('lk-input', 'form-control');
    await expect(canvasElement.querySelector('[data-part="root"]')).toHaveClass('lk-root', 'card');
  },
};

export const Unstyled: Story = {
  // Without any styles controls are as small as the browser makes them; that is then for the host to see to.
  parameters: { a11y: { config: { rules: [{ id: 'target-size', enabled: false }] } } },
  args: { unstyled: true, classNames: { submit: 'btn' }, server: { regions, attempts: [failureAnswer('no_roles')] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.user.click(person.canvas.getByRole('button', { name: 'View connection guide' }));
    await person.canvas.findByRole('region', { name: 'Connection guide' });
    await person.connect();
    await person.canvas.findByText('Details');
    await expect(canvasElement.innerHTML).not.toMatch(/class="[^"]*\blk-/);
    await expect(person.button()).toHaveClass('btn', { exact: true });
    await expect(person.button()).toHaveAttribute('data-part', 'submit');
  },
};
