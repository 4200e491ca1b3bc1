import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './page.tsx';

/** Renders the page to HTML that already holds the usable form. */
export function render(): string {
  return renderToString(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
