/** What runs in the pages of the popup: plain JavaScript, because it is sent as it stands. */
export const popupScript = `(() => {
  'use strict';
  const page = document.body.dataset;

  const show = (name) => {
    for (const view of document.querySelectorAll('[data-view]')) view.hidden = view.dataset.view !== name;
    document.querySelector('[data-view="' + name + '"] [data-focus]')?.focus();
  };

  const fail = (error) => {
    const write = (part, text) => {
      const place = document.querySelector('[data-error="' + part + '"]');
      if (place && typeof text === 'string') place.textContent = text;
    };
    write('message', error?.message);
    write('remedy', error?.remedy);
    show('failed');
  };

  // Both stand in the fragment, which no server sees, and leave the address before anything else happens: the ticket, and the fragment of the page
  // to come back to.
  const takeOrder = () => {
    const order = new URLSearchParams(location.hash.slice(1));
    if (!order.has('ticket')) return null;
    history.replaceState(null, '', location.pathname);
    return { ticket: order.get('ticket'), fragment: order.get('fragment') };
  };

  // The tab keeps that fragment while the person is away, because it may be what no server is to know.
  const FRAGMENT = 'latchkey:fragment';
  const keepFragment = (fragment) => {
    try {
      if (fragment === null) sessionStorage.removeItem(FRAGMENT);
      else sessionStorage.setItem(FRAGMENT, fragment);
    } catch {
      // A page may be forbidden to keep anything.
    }
  };
  const takeFragment = () => {
    try {
      return sessionStorage.getItem(FRAGMENT) ?? '';
    } catch {
      return '';
    } finally {
      keepFragment(null);
    }
  };

  const begin = async ({ ticket, fragment }) => {
    show('wait');
    try {
      const response = await fetch('start', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        // A tab in which somebody comes back has perhaps been opened by another window, which knows nothing of this.
        body: JSON.stringify({ ticket, popup: window.opener !== null && fragment === null }),
      });
      const body = await response.json();
      if (!response.ok) return fail(body.error);
      keepFragment(fragment);
      location.replace(body.authorization_url);
    } catch {
      fail();
    }
  };

  const start = () => {
    let order = null;
    const go = () => {
      const spent = order;
      order = null;
      if (spent !== null) void begin(spent);
    };
    // Security: the second half of a double click that was meant for a window on top of this one does not count, nor a click that was meant for nothing.
    let seenAt = 0;
    const look = () => (seenAt = performance.now());
    // A window that was opened by hand, or reloaded, waits for an order that never comes.
    const giveUp = setTimeout(() => fail({ message: 'There is no sign-in to begin here.' }), 60000);
    const arrive = (asks) => {
      const arrived = takeOrder();
      if (arrived === null) return;
      clearTimeout(giveUp);
      order = arrived;
      if (!asks) return go();
      show('ask');
      look();
    };
    window.addEventListener('focus', look);
    document.querySelector('[data-go]').addEventListener('click', () => {
      if (performance.now() - seenAt > 500) go();
    });
    // Security: whoever opened this window may put a ticket of their own into its address, and no request tells who did. So the person is asked.
    window.addEventListener('hashchange', () => arrive(true));
    arrive(page.asks === 'true');
  };

  const finish = () => {
    history.replaceState(null, '', location.pathname);
    const { authorizationId, targetOrigin, returnUrl } = page;
    if (authorizationId === undefined) return;
    if (returnUrl !== undefined) {
      const page = new URL(returnUrl);
      page.hash = takeFragment();
      location.replace(page);
      return;
    }
    window.opener?.postMessage({ type: 'latchkey:authorization', authorization_id: authorizationId }, targetOrigin);
    // Also where the line to the opener was cut. A tab that no script opened stays.
    window.close();
  };

  if (page.page === 'start') start();
  else finish();
})();
`;
