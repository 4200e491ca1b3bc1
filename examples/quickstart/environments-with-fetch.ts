/** Lists the environments that a connection reaches, with nothing but `fetch`. */

const { LATCHKEY_URL, LATCHKEY_SECRET_KEY, INTEGRATION_ID = '', CONNECTION_ID = '' } = process.env;

const response = await fetch(`${LATCHKEY_URL}/proxy/v1/environments?limit=10`, {
  headers: {
    Authorization: `Bearer ${LATCHKEY_SECRET_KEY}`,
    'Provider-Config-Key': INTEGRATION_ID,
    'Connection-Id': CONNECTION_ID,
  },
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(JSON.stringify(await response.json(), null, 2));
