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

  // The ticket stands in the fragment, which no server sees, and leaves the address before anything else happens.
  const takeTicket = () => {
    const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
    if (ticket !== null) history.replaceState(null, '', location.pathname);
    return ticket;
  };

  const begin = async (ticket) => {
    show('wait');
    try {
      const response = await fetch('start', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ticket, popup: window.opener !== null }),
      });
      const body = await response.json();
      if (response.ok) location.replace(body.authorization_url);
      else fail(body.error);
    } catch {
      fail();
    }
  };

  const start = () => {
    let ticket = null;
    const go = () => {
      const spent = ticket;
      ticket = null;
      if (spent !== null) void begin(spent);
    };
    const arrive = () => {
      const arrived = takeTicket();
      if (arrived === null) return;
      ticket = arrived;
      if (page.asks === 'true') show('ask');
      else go();
    };
    document.querySelector('[data-go]').addEventListener('click', go);
    window.addEventListener('hashchange', arrive);
    arrive();
  };

  const finish = () => {
    history.replaceState(null, '', location.pathname);
    const { authorizationId, targetOrigin, returnUrl } = page;
    if (authorizationId === undefined) return;
    if (returnUrl !== undefined) {
      location.replace(returnUrl);
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
