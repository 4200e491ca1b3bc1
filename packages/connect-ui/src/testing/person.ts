import { expect, userEvent, waitFor, within } from 'storybook/test';
import { example } from './examples.ts';

/** What a person sees and does, in any language: controls are found by their names on the wire. */
export function createPerson(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  const user = userEvent.setup();
  const controls = {
    environmentId: () => find(canvasElement, HTMLInputElement, 'input[name="environmentId"]'),
    region: () => find(canvasElement, HTMLSelectElement, 'select[name="tld"]'),
    clientId: () => find(canvasElement, HTMLInputElement, 'input[name="client_id"]'),
    clientSecret: () => find(canvasElement, HTMLInputElement, 'input[name="client_secret"]'),
    button: () => find(canvasElement, HTMLButtonElement, 'button[type="submit"]'),
  };

  async function paste(control: HTMLElement, text: string): Promise<void> {
    await user.click(control);
    await user.paste(text);
  }

  async function fillIn(): Promise<void> {
    await paste(controls.environmentId(), example.environmentId);
    await waitFor(() => expect(controls.region()).toHaveValue(example.tld));
    await paste(controls.clientId(), example.clientId);
    await paste(controls.clientSecret(), example.clientSecret);
  }

  async function connect(): Promise<void> {
    await fillIn();
    await user.click(controls.button());
  }

  return { ...controls, canvas, user, paste, fillIn, connect };
}

function find<Control extends HTMLElement>(canvasElement: HTMLElement, kind: new () => Control, selector: string): Control {
  const control = canvasElement.querySelector(selector);
  if (!(control instanceof kind)) throw new TypeError(`The page has no ${selector}.`);
  return control;
}
