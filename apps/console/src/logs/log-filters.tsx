import { operationStatuses, operationTypes } from '@latchkey/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { integrationsQuery } from '../integrations/queries.ts';
import { readLogsSearch, type LogsSearch } from './logs-search.ts';
import { STATUS_WORDS, TYPE_WORDS } from './operation-words.ts';

interface LogFiltersProps {
  readonly filter: LogsSearch;
  readonly onChange: (filter: LogsSearch) => void;
}

/** Narrows the list: by text, type, status, integration; a connection that it was opened for can be let go of. */
export function LogFilters({ filter, onChange }: LogFiltersProps): ReactElement {
  const { data: integrations = [] } = useQuery(integrationsQuery);
  const [text, setText] = useState(filter.search ?? '');
  const change = (part: Readonly<Record<string, string>>): void => onChange(readLogsSearch({ ...filter, ...part }));
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          change({ search: text.trim() });
        }}
      >
        <input
          type="search"
          aria-label="Search"
          placeholder="Search: an ID, a path, a status, an error code…"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '') change({ search: '' });
          }}
        />
        <select aria-label="Type" value={filter.type ?? ''} onChange={(event) => change({ type: event.target.value })}>
          <option value="">All types</option>
          {operationTypes.map((type) => (
            <option key={type} value={type}>
              {TYPE_WORDS[type]}
            </option>
          ))}
        </select>
        <select aria-label="Status" value={filter.status ?? ''} onChange={(event) => change({ status: event.target.value })}>
          <option value="">Any status</option>
          {operationStatuses.map((status) => (
            <option key={status} value={status}>
              {STATUS_WORDS[status]}
            </option>
          ))}
        </select>
        <select aria-label="Integration" value={filter.integration ?? ''} onChange={(event) => change({ integration: event.target.value })}>
          <option value="">All integrations</option>
          {integrations.map(({ unique_key, display_name }) => (
            <option key={unique_key} value={unique_key}>
              {display_name}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          Search
        </button>
      </form>
      {filter.connection !== undefined && (
        <p className="chips">
          Connection <code>{filter.connection}</code>
          <button type="button" className="link" onClick={() => change({ connection: '' })}>
            Show all connections
          </button>
        </p>
      )}
    </search>
  );
}
