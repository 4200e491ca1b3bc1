import type { ProviderForm } from '@latchkey/providers';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Host } from '../connect/use-host.ts';
import type { ValueChecks } from './load-value-checks.ts';
import type { FormValues } from './resolve-input.ts';

/** What is known about where the environment lives. */
export type RegionNews =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'filled'; readonly topLevelDomain: string; readonly corrected: boolean };

/** The field whose value is looked up, and the one that the answer fills. */
export interface RegionFields {
  readonly source: string;
  readonly target: string;
}

/** Reads from the data which field is looked up and which is filled; `undefined` when the provider has no such pair. */
export function findRegionFields(form: ProviderForm): RegionFields | undefined {
  const source = form.fields.find((field) => field.problems.unknown !== undefined);
  const target = form.fields.find((field) => field.kind === 'region');
  return source && target && { source: source.name, target: target.name };
}

/**
 * Looks the region up as soon as the environment ID is complete, fills it in, and corrects another choice.
 *
 * A request that fails says nothing: the person can still choose, and the server looks again.
 */
export function useRegion(
  { api, emit }: Pick<Host, 'api' | 'emit'>,
  queryClient: QueryClient,
  control: UseFormReturn<FormValues>,
  fields: RegionFields | undefined,
  values: Partial<FormValues>,
  checks: ValueChecks | undefined,
): RegionNews | undefined {
  const chosen = (fields && values[fields.target]) ?? '';
  const environmentId = fields && checks?.readUuid(values[fields.source] ?? '');
  const { data, isFetching } = useQuery(
    {
      queryKey: ['region', environmentId],
      queryFn: async ({ signal }) => (await api.load()).findRegion(environmentId ?? '', signal),
      enabled: environmentId !== undefined,
    },
    queryClient,
  );
  const [filled, setFilled] = useState<{ readonly environmentId: string; readonly topLevelDomain: string; readonly corrected: boolean }>();
  const filledIn = useRef('');

  const topLevelDomain = data ?? undefined;
  useEffect(() => {
    if (!fields || environmentId === undefined || topLevelDomain === undefined || chosen === topLevelDomain) return;
    const corrected = chosen !== '' && chosen !== filledIn.current;
    filledIn.current = topLevelDomain;
    control.setValue(fields.target, topLevelDomain, { shouldDirty: true, shouldValidate: control.getFieldState(fields.target).invalid });
    setFilled({ environmentId, topLevelDomain, corrected });
    emit({ type: 'region_found', region: topLevelDomain, corrected });
  }, [fields, environmentId, topLevelDomain, chosen, control, emit]);

  const unknown = data === null;
  useEffect(() => {
    if (unknown) emit({ type: 'environment_unknown' });
  }, [unknown, emit]);

  if (isFetching) return { kind: 'asking' };
  if (unknown) return { kind: 'unknown' };
  return filled?.environmentId === environmentId && filled ? { kind: 'filled', ...filled } : undefined;
}
