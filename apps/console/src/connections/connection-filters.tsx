import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { integrationsQuery } from '../integrations/queries.ts';
import { readConnectionsSearch, type ConnectionsSearch } from './connections-search.ts';

interface ConnectionFiltersProps {
  readonly filter: ConnectionsSearch;
  readonly onChange: (filter: ConnectionsSearch) => void;
}

/** Narrows the list: by text, integration and status. */
export function ConnectionFilters({ filter, onChange }: ConnectionFiltersProps): ReactElement {
  const { data: integrations = [] } = useQuery(integrationsQuery);
  const [text, setText] = useState(filter.search ?? '');
  const change = (part: Readonly<Record<string, string>>): void => onChange(readConnectionsSearch({ ...filter, ...part }));
  return (
    <search>
      <form
        className="filters few"
        onSubmit={(event) => {
          event.preventDefault();
          change({ search: text.trim() });
        }}
      >
        <input
          type="search"
          aria-label="Search"
          placeholder="Search: an ID, a person, an environment…"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '') change({ search: '' });
          }}
        />
        <select aria-label="Integration" value={filter.integration ?? ''} onChange={(event) => change({ integration: event.target.value })}>
          <option value="">All integrations</option>
          {integrations.map(({ unique_key, display_name }) => (
            <option key={unique_key} value={unique_key}>
              {display_name}
            </option>
          ))}
        </select>
        <select aria-label="Status" value={filter.status ?? ''} onChange={(event) => change({ status: event.target.value })}>
          <option value="">Any status</option>
          <option value="active">Active</option>
          <option value="needs_reconnect">Needs reconnect</option>
          <option value="disabled">Disabled</option>
        </select>
        <button type="submit" className="button">
          Search
        </button>
      </form>
    </search>
  );
}
