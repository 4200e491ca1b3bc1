import type { AuthorizationFailure } from '../../core/authorization.ts';
import type { FinishedAuthorization } from '../../use-cases/finish-authorization.ts';
import { html, type Html } from '../html.ts';
import { renderPage, type View } from './render-page.ts';

/** Writes the page that a sign-in ends on. Its script tells the page that opened it, and leaves. */
export function renderCallbackPage({ authorization, outcome, isRepeated }: FinishedAuthorization): Html {
  const { authorizationId, openerOrigin, inPopup } = authorization;
  // A window that another one opened has nothing to go back to.
  const returnUrl = inPopup ? undefined : authorization.returnUrl;
  const view = describeOutcome(outcome);
  const leave =
    returnUrl === undefined ? html`<p>You can close this window.</p>` : html`<a class="button" href="${returnUrl}">Back to the app</a>`;
  const repeated = isRepeated && html`<p>This sign-in was finished before; nothing was changed now.</p>`;
  return renderPage({
    title: view.heading,
    views: [{ ...view, content: html`${view.content}${repeated}${leave}` }],
    data: {
      page: 'callback',
      'authorization-id': authorizationId,
      'target-origin': openerOrigin,
      'return-url': returnUrl,
    },
  });
}

/** Writes the page for a callback that belongs to no attempt, or not to this browser: its script tells nobody, and stays. */
export function renderRefusedPage(failure: Pick<AuthorizationFailure, 'code' | 'message' | 'remedy'>): Html {
  const view = describeFailure(failure);
  return renderPage({ title: view.heading, views: [view], data: { page: 'callback', code: failure.code } });
}

function describeOutcome(outcome: FinishedAuthorization['outcome']): View {
  if (outcome === undefined) {
    return { mark: 'wait', heading: 'One moment…', content: html`<p>This sign-in is being finished in another window.</p>` };
  }
  if ('failure' in outcome) return describeFailure(outcome.failure);
  return { mark: 'done', heading: 'Connected', content: html`<p>The sign-in worked, and your account is connected.</p>` };
}

function describeFailure({ message, remedy }: Pick<AuthorizationFailure, 'message' | 'remedy'>): View {
  return {
    mark: 'failed',
    heading: 'Not connected',
    content: html`<p>${message}</p>
      <p>${remedy}</p>`,
  };
}
