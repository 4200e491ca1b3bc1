import { html, type Html } from '../html.ts';
import { renderPage } from './render-page.ts';

/**
 * Writes the page at which a window begins. It holds nothing of the attempt: its script takes the ticket from the address.
 *
 * Security: the button is never focused, because a page can have somebody hold down a key while it opens this one.
 *
 * @param asks Whether the person is asked first, because it was no page of the host's own that led here.
 */
export function renderStartPage(publicUrl: string, asks: boolean): Html {
  const { host } = new URL(publicUrl);
  return renderPage({
    title: 'Sign in',
    data: { page: 'start', asks: String(asks) },
    views: [
      { mark: 'wait', heading: 'One moment…', content: html`<p>The sign-in is being prepared.</p>` },
      {
        mark: 'ask',
        heading: 'Connect your account?',
        hidden: true,
        content: html`<p>What you sign in to next will be connected to <span class="host">${host}</span>.</p>
          <p>Only go on if you pressed Connect yourself. If somebody sent you this link, close this window.</p>
          <button type="button" data-go>Continue</button>`,
      },
      {
        mark: 'failed',
        heading: 'The sign-in could not begin',
        hidden: true,
        content: html`<p data-error="message">The server did not answer.</p>
          <p data-error="remedy">Close this window, go back to the app, and try again.</p>`,
      },
    ],
  });
}
