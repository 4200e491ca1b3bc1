import { userEvent, within } from 'storybook/test';
import { example } from './examples.ts';

/** What a person sees and does, by roles and names. */
export function createPerson(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  const user = userEvent.setup();
  const controls = {
    environmentId: () => canvas.getByRole<HTMLInputElement>('textbox', { name: 'Environment ID' }),
    region: () => canvas.getByRole<HTMLSelectElement>('combobox', { name: 'Region' }),
    clientId: () => canvas.getByRole<HTMLInputElement>('textbox', { name: 'Client ID' }),
    clientSecret: () => canvas.getByLabelText<HTMLInputElement>('Client Secret'),
    button: () => canvas.getByRole<HTMLButtonElement>('button', { name: /^Connect/ }),
  };

  async function paste(control: HTMLElement, text: string): Promise<void> {
    await user.click(control);
    await user.paste(text);
  }

  async function fillIn(): Promise<void> {
    await paste(controls.environmentId(), example.environmentId);
    await canvas.findByText(/^Region found: European Union/);
    await paste(controls.clientId(), example.clientId);
    await paste(controls.clientSecret(), example.clientSecret);
  }

  async function connect(): Promise<void> {
    await fillIn();
    await user.click(controls.button());
  }

  return { ...controls, canvas, user, paste, fillIn, connect };
}
