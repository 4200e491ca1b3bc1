import type { CreateConnectionBody } from '@latchkey/protocol';
import type { Field, ProviderForm, ProviderInput } from '@latchkey/providers';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Host } from '../connect/use-host.ts';
import type { ConnectFlow } from '../flow/use-connect-flow.ts';
import { translateInto, type LocaleText } from '../messages/locale.ts';
import { later, useLater } from '../primitives/later.ts';
import type { ConnectField } from './connect-field.ts';
import { describeField } from './describe-field.ts';
import { loadInTime } from './load-in-time.ts';
import { valueChecks } from './load-value-checks.ts';
import type { FormValues } from './resolve-input.ts';
import { useKnownValues, type KnownValues } from './use-known-values.ts';
import { useRecognition } from './use-recognition.ts';
import { findRegionFields, useRegion } from './use-region.ts';

interface FieldsOf {
  readonly integrationId: string | undefined;
  readonly form: ProviderForm | undefined;
  /** What is known of the connection that is reconnected, by field name. */
  readonly known: ProviderInput;
  /** What the host knows already, by field name. */
  readonly defaults: ProviderInput | undefined;
  readonly flow: ConnectFlow;
}

/** The fields, and what is done with all of them. */
export interface UsedFields {
  readonly fields: readonly ConnectField[];
  readonly knownValues: KnownValues;
  /** Where the person finds the environment in the provider's console; `undefined` until enough is typed to know it. */
  readonly consoleUrl: string | undefined;
  /** Loads what reads values, before there are any. */
  readonly prepare: () => void;
  /** The request of what stands in the fields now; `undefined` when anything is wrong with it, or when that cannot be told yet. */
  readonly read: () => CreateConnectionBody | undefined;
  /** Checks the values and gives the request to be sent, or shows what is wrong and moves the focus to the first such field. */
  readonly check: (send: (body: CreateConnectionBody) => void) => void;
  /** Puts values into fields. */
  readonly fill: (values: ProviderInput) => void;
  /** Empties all fields, but for what the host knows. */
  readonly clear: () => void;
  /** Puts the values of two fields in each other's place. */
  readonly swap: (fields: readonly [string, string]) => void;
}

/** Runs the fields of a form: what is typed and pasted, where the environment lives, and what is wrong with which value. */
export function useFields(
  host: Host,
  queryClient: QueryClient,
  locale: LocaleText,
  { integrationId, form, known, defaults, flow }: FieldsOf,
): UsedFields {
  const { explanation, failure, edited } = flow;
  const id = useId();
  const loadParser = form?.loadParsePasted;
  // What recognises pasted values. The server recognises them too, so the form can do without.
  const parser = useMemo(() => loadParser && later(loadParser), [loadParser]);
  // No default values: what was typed before the page's script ran stays.
  const control = useForm<FormValues>({
    resolver: async (values) => {
      if (!form) return { values: {}, errors: {} };
      const [{ resolveInput }, parsePasted] = await Promise.all([valueChecks.load(), loadInTime(parser)]);
      return resolveInput(form, parsePasted, values);
    },
  });
  const { setFocus, setValue, getValues } = control;
  // Once: what was typed before stays, and so does a field that the person has emptied.
  useEffect(() => {
    for (const [name, value] of Object.entries(defaults ?? {})) if (!getValues(name)) setValue(name, value);
  }, [defaults, getValues, setValue]);
  const recognition = useRecognition(form, parser, control, edited, host.emit);
  // It draws anew at every change, which is what is wanted: nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const values = control.watch();
  const [touched, setTouched] = useState(false);
  const { part: checks } = useLater(valueChecks, touched || Object.values(values).some(Boolean));
  const region = useRegion(
    host,
    queryClient,
    control,
    useMemo(() => form && findRegionFields(form), [form]),
    values,
    checks,
  );
  const knownValues = useKnownValues(form, known, control, values, explanation?.field);
  const [warnings, setWarnings] = useState<Readonly<Record<string, string | undefined>>>({});

  // The explanation is said anew when another language comes; the focus moves once for a failure.
  const failedField = explanation?.field;
  useEffect(() => {
    if (failure && failedField !== undefined) setFocus(failedField);
  }, [failure, failedField, setFocus]);

  /** Shows a value as it will be sent, and says what is wrong with it while the person is still here. */
  async function tidy(field: Field, regions: ProviderForm['regions']): Promise<void> {
    const text = getValues(field.name);
    // Where it cannot be loaded nothing is said here; pressing Connect tells.
    const found = text && (await valueChecks.load().catch(() => undefined));
    if (!found) return;
    await recognition.recognise(field.name, text);
    if (getValues(field.name) !== text) return;
    const { value, warning } = found.tidyValue(field, regions, text);
    if (value !== undefined) setValue(field.name, value);
    setWarnings((others) => ({ ...others, [field.name]: warning }));
    // Another field's error may be about both, as when two hold the same value.
    await control.trigger([field.name, ...Object.keys(control.formState.errors)]);
  }

  const prepare = useCallback((): void => {
    setTouched(true);
    void loadInTime(parser);
  }, [parser]);

  function describe(of: ProviderForm, field: Field): ConnectField {
    const { name } = field;
    const registration = control.register(name, {
      onChange: () => {
        setWarnings((others) => ({ ...others, [name]: undefined }));
        edited(name);
      },
      onBlur: () => void tidy(field, of.regions),
    });
    return describeField(locale, of, field, {
      id: `${id}${name}`,
      registration,
      onFocus: prepare,
      onPaste: (event) => recognition.onPaste(name, event),
      code: control.formState.errors[name]?.type,
      failure: explanation?.field === name ? explanation : undefined,
      news: checks?.findNews(translateInto(locale), locale.tag, of, field, recognition.news, region),
      warning: (region?.kind === 'unknown' ? field.problems.unknown : undefined) ?? warnings[name],
    });
  }

  const read = (): CreateConnectionBody | undefined =>
    form && integrationId !== undefined ? valueChecks.get()?.readRequest(integrationId, form, parser?.get(), getValues()) : undefined;

  const check = (send: (body: CreateConnectionBody) => void): void => {
    if (!form || integrationId === undefined) return;
    void valueChecks.load().then(
      ({ buildRequest }) =>
        control.handleSubmit(
          (input) => send(buildRequest(integrationId, form, input)),
          (errors) => host.emit({ type: 'input_rejected', fields: Object.keys(errors) }),
        )(),
      flow.fail,
    );
  };

  const { reset } = control;
  const { forget } = recognition;
  const clear = useCallback((): void => {
    reset(Object.fromEntries((form?.fields ?? []).map(({ name }) => [name, defaults?.[name] ?? ''])));
    setWarnings({});
    forget();
  }, [form, defaults, reset, forget]);

  const fill = (found: ProviderInput): void => {
    for (const [name, value] of Object.entries(found)) setValue(name, value);
  };

  const swap = (names: readonly [string, string]): void => {
    fill(valueChecks.get()?.swapValues(names, getValues()) ?? {});
    names.forEach(edited);
    setFocus(names[0]);
  };

  const asked = form?.fields.filter(({ name }) => knownValues.shown.every((value) => value.name !== name)) ?? [];
  return {
    fields: form ? asked.map((field) => describe(form, field)) : [],
    knownValues,
    consoleUrl: form && checks?.buildConsoleUrl(form, values),
    prepare,
    read,
    check,
    fill,
    clear,
    swap,
  };
}
