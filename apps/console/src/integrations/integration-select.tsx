import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { FormRow } from '../parts/form-row.tsx';
import { integrationsQuery } from './queries.ts';

interface IntegrationSelectProps {
  /** `undefined` until there is one. */
  readonly value: string | undefined;
  readonly onChange: (integrationId: string) => void;
}

/** Which integration is meant. */
export function IntegrationSelect({ value, onChange }: IntegrationSelectProps): ReactElement {
  const { data: integrations } = useQuery(integrationsQuery);
  const first = <Link to="/integrations/new">Configure an integration first.</Link>;
  return (
    <FormRow label="Integration" hint={integrations?.length === 0 ? first : 'What the customer connects.'}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
          <IntegrationOptions />
        </select>
      )}
    </FormRow>
  );
}

interface IntegrationFilterProps {
  /** `undefined` for all. */
  readonly value: string | undefined;
  /** Told an empty id for all. */
  readonly onChange: (integrationId: string) => void;
}

/** Which integration a list is narrowed to. */
export function IntegrationFilter({ value, onChange }: IntegrationFilterProps): ReactElement {
  return (
    <select aria-label="Integration" value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
      <option value="">All integrations</option>
      <IntegrationOptions />
    </select>
  );
}

function IntegrationOptions(): ReactElement[] {
  const { data: integrations = [] } = useQuery(integrationsQuery);
  return integrations.map(({ unique_key, display_name }) => (
    <option key={unique_key} value={unique_key}>
      {display_name}
    </option>
  ));
}

/** The integration that was chosen, or to begin with the preferred or the first one. */
export function useIntegrationChoice(preferred?: string): readonly [string | undefined, (integrationId: string) => void] {
  const { data: integrations = [] } = useQuery(integrationsQuery);
  const [chosen, setChosen] = useState<string>();
  return [chosen ?? preferred ?? integrations[0]?.unique_key, setChosen];
}
