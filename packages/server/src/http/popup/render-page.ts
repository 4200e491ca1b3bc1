import { html, type Html } from '../html.ts';

/** What a view says at a glance. */
type Mark = 'wait' | 'ask' | 'done' | 'failed';

/** One view of a page; a page shows one at a time. */
export interface View {
  readonly mark: Mark;
  readonly heading: string;
  /** Paragraphs and controls. */
  readonly content: Html;
  readonly hidden?: boolean;
}

/** A page of the popup. */
export interface Page {
  readonly title: string;
  readonly views: readonly View[];
  /** What the script works with, as `data-…` attributes; what is `undefined` is left out. */
  readonly data: Readonly<Record<string, string | undefined>>;
}

const MARKS: Readonly<Record<Mark, Html>> = {
  wait: html`<path d="M12 3a9 9 0 1 0 9 9" />`,
  ask: html`<circle cx="12" cy="12" r="9" /><path d="M9.4 9.3a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.3 1-1.3 1.9M12 16.6v.1" />`,
  done: html`<circle cx="12" cy="12" r="9" /><path d="m8 12.4 2.7 2.7L16 9.6" />`,
  failed: html`<circle cx="12" cy="12" r="9" /><path d="M12 7.5v5.2M12 16.3v.1" />`,
};

/** Writes a page: its own style and script alone, from beside it. */
export function renderPage({ title, views, data }: Page): Html {
  const attributes = Object.entries(data).map(([name, value]) => value !== undefined && html` data-${name}="${value}"`);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="popup.css" />
        <link rel="icon" href="data:," />
        <script src="popup.js" defer></script>
      </head>
      <body${attributes}>
        <main aria-live="polite">
          ${views.map(renderView)}
          <noscript><p>Signing in needs JavaScript: switch it on for this page, then try again.</p></noscript>
        </main>
      </body>
    </html>`;
}

function renderView({ mark, heading, content, hidden = false }: View): Html {
  return html`<section class="${mark}" data-view="${mark}" ${hidden && html`hidden`}>
    <svg viewBox="0 0 24 24" aria-hidden="true">${MARKS[mark]}</svg>
    <h1 tabindex="-1" data-focus>${heading}</h1>
    ${content}
  </section>`;
}
