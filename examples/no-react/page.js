// Asked for when the form needs it, and again when a session has expired.
const getSessionToken = async () => {
  const response = await fetch('/connect-session', { method: 'POST' });
  return (await response.json()).token;
};

const say = (text) => {
  document.getElementById('status').textContent = text;
};

// In a dialog over the page…
for (const [id, integration] of [
  ['worker', 'pingone-cc'],
  ['user', 'pingone'],
]) {
  document.getElementById(id).addEventListener('click', () => {
    globalThis.Latchkey.open({
      sessionToken: getSessionToken,
      integration,
      onConnect: (connection) => say(`Connected: ${connection.connectionId}`),
      onClose: () => say('Closed.'),
    });
  });
}

// …or in place.
const element = document.querySelector('latchkey-connect');
element.addEventListener('latchkey-connect', (event) => say(`Connected in place: ${event.detail.connectionId}`));
element.sessionToken = getSessionToken;
