'use client';

import type { ProviderForm } from '@latchkey/providers';
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import type { Copies } from '../api/session.ts';
import { useOwnClient, withClientFields, type OwnClient } from '../authorization/use-own-client.ts';
import { useSignIn, type SignInControl } from '../authorization/use-sign-in.ts';
import type { ConnectField } from '../credential-form/connect-field.ts';
import { valueChecks } from '../credential-form/load-value-checks.ts';
import { useFields } from '../credential-form/use-fields.ts';
import { isFixed, type KnownValues } from '../credential-form/use-known-values.ts';
import { useConnectFlow } from '../flow/use-connect-flow.ts';
import { formatMessage } from '../messages/locale.ts';
import { useLocale } from '../messages/use-locale.ts';
import { useLater } from '../primitives/later.ts';
import type { ConnectOptions } from './connect-props.ts';
import type { ConnectState } from './connect-state.ts';
import { createQueryClient } from './create-query-client.ts';
import { describeState } from './describe-state.ts';
import { useCreateHost } from './use-host.ts';
import { useTarget } from './use-target.ts';

/** What {@link useConnect} gives. */
export interface ConnectControl extends SignInControl {
  /** Where the person stands. */
  readonly state: ConnectState;
  /** The fields in order; none before it is known which integration is connected. */
  readonly fields: readonly ConnectField[];
  /** What is known of the connection that is reconnected, and so not asked for; `undefined` when a new connection is made. */
  readonly known: KnownValues | undefined;
  /** Where the person may bring an OAuth client of their own; `undefined` for a provider whose client is among the fields anyway. */
  readonly client: OwnClient | undefined;
  /** What the person copies into the provider's console; empty for a provider where nobody signs in, and until the server has said it. */
  readonly copies: Copies;
  /** The provider's data behind the fields, in the person's language; `undefined` before it is known which. */
  readonly form: ProviderForm | undefined;
  /** Where the person finds the environment in the provider's console; `undefined` until enough is typed to know it. */
  readonly consoleUrl: string | undefined;
  /** For the element round everything: the language that all texts are in. */
  readonly languageProps: { readonly lang: string; readonly dir: 'ltr' | 'rtl' };
  /** For the `<form>`. */
  readonly formProps: {
    readonly method: 'dialog';
    readonly noValidate: true;
    readonly autoComplete: 'off';
    readonly onSubmit: (event: FormEvent) => void;
  };
  /** Checks the values and connects, or moves the focus to the first field that is wrong. While an attempt runs it does nothing. */
  readonly submit: () => void;
  /** Empties the form, but for what the session fills in, and begins anew. What a running attempt comes to is still told to `onConnect` or `onError`. */
  readonly reset: () => void;
  /** Chooses one of several integrations. */
  readonly choose: (integrationId: string) => void;
  /** Goes back to the choice, after `choose` or a sign-in that was picked up; `undefined` where there is nothing to choose from. */
  readonly chooseAnother: (() => void) | undefined;
  /** Asks the server again what may be connected, after it could not be asked. */
  readonly retry: () => void;
  /** Puts the values of two fields in each other's place, as an explanation's `swap` offers. */
  readonly swap: (fields: readonly [string, string]) => void;
}

/**
 * Runs the form without drawing it, for hosts that draw everything themselves. {@link Connect} is drawn on it too.
 *
 * Put each field's `inputProps` or `selectProps` on a control of your own, and its `problem` and `note` below. What a person pastes into any
 * of them is recognised, the region is found, and the focus goes to the field that is wrong.
 *
 * @example
 * ```tsx
 * const { state, fields, formProps } = useConnect({ apiUrl: '/latchkey', sessionToken, integration: 'pingone-cc' });
 * if (state.name === 'connected') return <p>Connected to {state.connection.environment?.name}</p>;
 * return (
 *   <form {...formProps}>
 *     {fields.map((field) => <MyField key={field.name} field={field} />)}
 *     <button disabled={state.name === 'submitting'}>Connect</button>
 *   </form>
 * );
 * ```
 */
export function useConnect(options: ConnectOptions): ConnectControl {
  const host = useCreateHost(options);
  const [queryClient] = useState(createQueryClient);
  const locale = useLocale(options.locale ?? 'en');
  const { target, ...choice } = useTarget(host, queryClient, locale, options);
  const { integrationId, form, reconnect, offered } = target.name === 'form' ? target : {};
  const whole = useMemo(() => form && withClientFields(form), [form]);
  const { part: checks } = useLater(valueChecks, reconnect !== undefined);
  const known = useMemo(() => checks?.readKnownValues(whole, reconnect) ?? {}, [checks, whole, reconnect]);
  const flow = useConnectFlow(
    host,
    locale,
    useMemo(() => (whole?.fields ?? []).filter((field) => !isFixed(field, known)).map((field) => field.name), [whole, known]),
    form?.provider,
  );
  const { client, asked } = useOwnClient(form, offered?.needsClient === true, flow.explanation);
  const used = useFields(host, queryClient, locale, { integrationId, form: asked, known, defaults: offered?.values, flow });
  const { fields, knownValues, consoleUrl, check, clear, swap } = used;
  const { apiUrl } = options;
  const popupText = formatMessage(locale, 'signIn.oneMoment');
  const signIn = useSignIn(host, integrationId, form?.grant, { apiUrl, flow, fields: used, popupText });
  const { restart } = flow;

  const reset = useCallback((): void => {
    restart();
    clear();
  }, [restart, clear]);

  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (integrationId === undefined || shown.current === integrationId) return;
    if (shown.current !== undefined) reset();
    shown.current = integrationId;
    host.emit({ type: 'form_shown', integrationId });
  }, [host, integrationId, reset]);

  // Security: a secret is kept no longer than it is needed, whether or not a form is still drawn.
  const isConnected = flow.state.name === 'connected';
  useEffect(() => {
    if (isConnected) clear();
  }, [isConnected, clear]);

  const submit = (): void => {
    if (flow.state.name !== 'editing') return;
    if (form?.grant === 'authorization_code') signIn.authorize();
    else check((body) => valueChecks.get()?.sendCredentials(host, flow, body));
  };

  return {
    state: describeState(locale, target, flow),
    fields,
    known: reconnect && knownValues,
    client,
    copies: offered?.copies ?? {},
    form,
    consoleUrl,
    languageProps: { lang: locale.tag, dir: locale.direction },
    formProps: {
      // Security: before the page's script runs, a native submit must not put the secret into a URL; `dialog` makes it do nothing.
      method: 'dialog',
      noValidate: true,
      autoComplete: 'off',
      onSubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    submit,
    reset,
    swap,
    ...choice,
    ...signIn,
  };
}
