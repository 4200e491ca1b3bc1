import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import type { ConnectField } from '../credential-form/connect-field.ts';
import { connected, example, failureAnswer, regions } from '../testing/examples.ts';
import { createFakeFetch, succeeding, type FakeServer } from '../testing/fake-api.ts';
import { createPerson } from '../testing/person.ts';
import { readLook } from '../testing/story-meta.tsx';
import type { ConnectOptions } from './connect-props.ts';
import { useConnect } from './use-connect.ts';

interface OwnFormProps extends Omit<ConnectOptions, 'apiUrl' | 'fetch'> {
  readonly server: FakeServer;
}

/** A form of the host's own: nothing in it is drawn by Latchkey. */
function OwnForm({ server, ...options }: OwnFormProps): ReactElement {
  const [fakeFetch] = useState(() => createFakeFetch(server));
  const { state, fields, formProps, languageProps, reset, swap } = useConnect({
    ...options,
    apiUrl: 'https://app.example/latchkey',
    fetch: fakeFetch,
  });
  if (state.name === 'connected') {
    return (
      <section className="own" {...languageProps}>
        <h2>It works: {state.connection.environment?.name}</h2>
        <button type="button" onClick={reset}>
          Connect another
        </button>
      </section>
    );
  }
  const explanation = state.name === 'editing' ? state.explanation : undefined;
  return (
    <form className="own" aria-label="Our own form" {...formProps} {...languageProps}>
      {fields.map((field) => (
        <OwnField key={field.name} field={field} onSwap={swap} />
      ))}
      <ol aria-live="polite">{state.name === 'submitting' && state.progress.map(({ step, text }) => <li key={step}>{text}</li>)}</ol>
      {explanation && explanation.field === undefined && <p role="alert">{explanation.message}</p>}
      <button type="submit" aria-disabled={state.name === 'submitting'}>
        Let’s go
      </button>
    </form>
  );
}

function OwnField({ field, onSwap }: { readonly field: ConnectField; readonly onSwap: (fields: readonly [string, string]) => void }) {
  const swap = field.problem?.explanation?.swap;
  return (
    <div>
      <label {...field.labelProps}>{field.label}</label>
      <p {...field.descriptionProps}>{field.description}</p>
      {field.kind === 'select' ? (
        <select {...field.selectProps}>
          {field.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input {...field.inputProps} dir="ltr" />
      )}
      <div aria-live="polite">
        {field.problem && (
          <p {...field.problemProps}>
            {field.problem.message} {field.problem.remedy}
          </p>
        )}
        {swap && (
          <button type="button" onClick={() => onSwap(swap)}>
            Swap
          </button>
        )}
        {field.note && <p {...field.noteProps}>{field.note.text}</p>}
      </div>
    </div>
  );
}

const meta = {
  title: 'Connect/Headless',
  component: OwnForm,
  args: {
    integration: 'pingone-cc',
    sessionToken: 'latchkey_connect_session_example',
    server: { regions, attempts: [succeeding(connected())] },
    onConnect: fn(),
    onEvent: fn(),
  },
  render: (args, { globals }) => <OwnForm {...args} locale={readLook(globals).locale} />,
} satisfies Meta<typeof OwnForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  play: async ({ canvasElement }) => {
    const { canvas, clientSecret } = createPerson(canvasElement);
    await expect(canvas.getByRole('form', { name: 'Our own form' })).toBeVisible();
    await expect(clientSecret()).toHaveAttribute('type', 'password');
    await expect(canvasElement.querySelector('[data-part]')).toBeNull();
  },
};

export const PressedEarly: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.user.click(person.button());
    await waitFor(() => expect(person.environmentId()).toHaveAccessibleDescription(/The environment ID is missing\./));
    await waitFor(() => expect(person.environmentId()).toHaveFocus());
    await expect(person.environmentId()).toHaveAttribute('aria-invalid', 'true');
  },
};

export const PastedEverything: Story = {
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.paste(
      person.clientId(),
      `PINGONE_ENVIRONMENT_ID=${example.environmentId}\nPINGONE_REGION=EU\nPINGONE_CLIENT_ID=${example.clientId}\nPINGONE_CLIENT_SECRET=${example.clientSecret}`,
    );
    await expect(await person.canvas.findByText(/^Filled in from what you pasted/)).toBeVisible();
    await expect(person.environmentId()).toHaveValue(example.environmentId);
    await expect(person.clientSecret()).toHaveValue(example.clientSecret);
  },
};

export const Checking: Story = {
  args: { server: { regions, attempts: [{ lines: [{ type: 'progress', step: 'environment', state: 'done' }], ending: 'stay-open' }] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByText('Environment found')).toBeVisible();
    await expect(person.canvas.getByText('Saving the connection')).toBeVisible();
  },
};

export const FailureOnItsField: Story = {
  args: { server: { regions, attempts: [failureAnswer('swapped_ids')] } },
  play: async ({ canvasElement }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await person.user.click(await person.canvas.findByRole('button', { name: 'Swap' }));
    await expect(person.environmentId()).toHaveValue(example.clientId);
  },
};

export const ConnectedAndBegunAnew: Story = {
  play: async ({ canvasElement, args }) => {
    const person = createPerson(canvasElement);
    await person.connect();
    await expect(await person.canvas.findByRole('heading', { name: 'It works: Acme Production' })).toBeVisible();
    await expect(args.onConnect).toHaveBeenCalledOnce();
    await expect(JSON.stringify((args.onEvent as ReturnType<typeof fn>).mock.calls)).not.toContain(example.clientSecret);
    await person.user.click(person.canvas.getByRole('button', { name: 'Connect another' }));
    await waitFor(() => expect(person.clientSecret()).toHaveValue(''));
    await expect(person.environmentId()).toHaveValue('');
  },
};
