import type { ReactElement } from 'react';
import { IntegrationFilter } from '../integrations/integration-select.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { readConnectionsSearch, type ConnectionsSearch } from './connections-search.ts';

interface ConnectionFiltersProps {
  readonly filter: ConnectionsSearch;
  readonly onChange: (filter: ConnectionsSearch) => void;
}

/** Narrows the list: by text, integration and status. */
export function ConnectionFilters({ filter, onChange }: ConnectionFiltersProps): ReactElement {
  const change = (part: Readonly<Record<string, string>>): void => onChange(readConnectionsSearch({ ...filter, ...part }));
  return (
    <search>
      <SearchForm
        placeholder="Search: ID, person, environment…"
        search={filter.search}
        onSearch={(search) => change({ search })}
        selects={2}
      >
        <IntegrationFilter value={filter.integration} onChange={(integration) => change({ integration })} />
        <select aria-label="Status" value={filter.status ?? ''} onChange={(event) => change({ status: event.target.value })}>
          <option value="">Any status</option>
          <option value="active">Active</option>
          <option value="needs_reconnect">Needs reconnect</option>
          <option value="disabled">Disabled</option>
        </select>
      </SearchForm>
    </search>
  );
}
