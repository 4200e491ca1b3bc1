import { useState, type ReactElement, type ReactNode } from 'react';

interface SearchFormProps {
  readonly placeholder: string;
  /** What is searched for now. */
  readonly search: string | undefined;
  /** Told what to search for when somebody asks, and of an empty text at once. */
  readonly onSearch: (search: string) => void;
  /** How many selects stand beside the text. */
  readonly selects: 2 | 3;
  readonly children: ReactNode;
}

/** A text to search for, and what else narrows a list beside it. */
export function SearchForm({ placeholder, search = '', onSearch, selects, children }: SearchFormProps): ReactElement {
  const [text, setText] = useState(search);
  const [shown, setShown] = useState(search);
  // What is searched for changes from outside too: by “Show all”, and by the way back.
  if (shown !== search) {
    setShown(search);
    setText(search);
  }
  return (
    <form
      className="filters"
      data-selects={selects}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <input
        type="search"
        aria-label="Search"
        placeholder={placeholder}
        maxLength={255}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '') onSearch('');
        }}
      />
      {children}
      <button type="submit" className="button">
        Search
      </button>
    </form>
  );
}
