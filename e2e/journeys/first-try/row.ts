import { expect, type Page } from '@playwright/test';
import { createSession, type SandboxEnvironment, type Stack, type Worker } from '../stack.ts';

/** What a row may use. */
export interface RowContext {
  readonly page: Page;
  readonly stack: Stack;
  readonly environment: SandboxEnvironment;
  readonly worker: Worker;
  /** The end user of the session. */
  readonly userId: string;
  /** Fills in whatever the row has not filled in itself, presses Connect, and expects the proof. */
  readonly connect: () => Promise<void>;
  /** Presses Connect and expects a sentence, on a field when one is named. */
  readonly named: (sentence: string | RegExp, field?: string) => Promise<void>;
  /** Fills in the worker's values, those of the row in their place. */
  readonly fillIn: (values?: Partial<Record<'environmentId' | 'tld' | 'clientId' | 'clientSecret', string>>) => Promise<void>;
  /** Pastes a text into a field. */
  readonly paste: (field: string, text: string) => Promise<void>;
  /** Switches a scenario on for the worker's client. */
  readonly scenario: (id: string, target?: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** One row of `docs/first-try.md`, as a person does it. */
export interface Row {
  /** As in the document. */
  readonly id: string;
  readonly act: (context: RowContext) => Promise<void>;
}

const value = (page: Page, name: string) => page.locator(`[name="${name}"]`);

export async function expectFilled(
  { page, environment, worker }: RowContext,
  ...names: ('environmentId' | 'tld' | 'client_id' | 'client_secret')[]
): Promise<void> {
  const wanted = {
    environmentId: environment.environmentId,
    tld: environment.tld,
    client_id: worker.clientId,
    client_secret: worker.clientSecret,
  };
  for (const name of names) await expect(value(page, name)).toHaveValue(wanted[name]);
}

/** A row in which one pasted text fills fields, and the connection follows. */
export function pasted(
  id: string,
  text: (environment: SandboxEnvironment, worker: Worker) => string,
  ...names: ('environmentId' | 'tld' | 'client_id' | 'client_secret')[]
): Row {
  return {
    id,
    act: async (context) => {
      await context.paste('environmentId', text(context.environment, context.worker));
      await expectFilled(context, ...names);
      await context.connect();
    },
  };
}

/** A row in which the sandbox plays a scenario, and the form says a sentence. */
export function played(
  id: string,
  scenario: string,
  sentence: RegExp,
  target: Readonly<Record<string, unknown>> = {},
  field?: string,
): Row {
  return {
    id,
    act: async (context) => {
      await context.scenario(scenario, target);
      await context.fillIn();
      await context.named(sentence, field);
      await expect(value(context.page, 'environmentId')).toHaveValue(context.environment.environmentId);
      await expect(value(context.page, 'client_id')).toHaveValue(context.worker.clientId);
    },
  };
}

/** A row in which one value is wrong before anything is sent. */
export function wrongValue(
  id: string,
  name: 'environmentId' | 'client_id' | 'client_secret',
  text: (context: RowContext) => string,
  sentence: RegExp,
): Row {
  const key = { environmentId: 'environmentId', client_id: 'clientId', client_secret: 'clientSecret' } as const;
  return {
    id,
    act: async (context) => {
      await context.fillIn({ tld: context.environment.tld, [key[name]]: text(context) });
      await context.named(sentence, name);
    },
  };
}

/** A row that the form does not let happen, so that only a client of the HTTP API meets it. */
export function sentByApi(id: string, overrides: Readonly<Record<string, string>>, error: Readonly<Record<string, string>>): Row {
  return {
    id,
    act: async ({ stack, userId, environment, worker }) => {
      const values = {
        environmentId: environment.environmentId,
        tld: environment.tld,
        client_id: worker.clientId,
        client_secret: worker.clientSecret,
        ...overrides,
      };
      const { environmentId, tld, client_id, client_secret } = values;
      const answer = await fetch(`${stack.apiUrl}/connect/connections`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${await createSession(stack, userId)}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          integration_id: 'pingone-cc',
          connection_config: { environmentId, tld },
          credentials: { client_id, client_secret },
        }),
      });
      expect(answer.status).toBe(400);
      expect((await answer.json()).error).toMatchObject(error);
    },
  };
}
