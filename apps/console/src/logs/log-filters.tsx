import { operationStatuses, operationTypes } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { IntegrationFilter } from '../integrations/integration-select.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { readLogsSearch, type LogsSearch } from './logs-search.ts';
import { STATUS_WORDS, TYPE_WORDS } from './operation-words.ts';

interface LogFiltersProps {
  readonly filter: LogsSearch;
  readonly onChange: (filter: LogsSearch) => void;
}

/** Narrows the list: by text, type, status, integration; a connection that it was opened for can be let go of. */
export function LogFilters({ filter, onChange }: LogFiltersProps): ReactElement {
  const change = (part: Readonly<Record<string, string>>): void => onChange(readLogsSearch({ ...filter, ...part }));
  return (
    <search>
      <SearchForm
        placeholder="Search: ID, path, status, error…"
        search={filter.search}
        onSearch={(search) => change({ search })}
        selects={3}
      >
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
        <IntegrationFilter value={filter.integration} onChange={(integration) => change({ integration })} />
      </SearchForm>
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
