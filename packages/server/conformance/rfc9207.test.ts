/**
 * Authorization Server Issuer Identification, sentence by sentence, as far as it binds a client.
 *
 * @see [RFC 9207](https://www.rfc-editor.org/rfc/rfc9207.html)
 */

import { findProvider, type Provider } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import { readAuthorizationResponse } from '../src/oauth/authorization-response.ts';
import { readDiscovery } from '../src/oauth/discovery.ts';

const own = 'https://auth.pingone.eu/env/as';
const custom = 'https://id.example.com/as';
const expected = { clientId: 'an id', state: 's', issuers: [own, custom], namesIssuer: false };
const read = (query: Readonly<Record<string, string>>, namesIssuer = false) =>
  readAuthorizationResponse(new URLSearchParams({ state: 's', ...query }), { ...expected, namesIssuer });
const unexpected = { answers: [], facts: ['issuer_unexpected'] };

describe('RFC 9207 §2.3, Providing the Issuer Identifier', () => {
  const discover = (more: object) =>
    readDiscovery(
      findProvider('pingone') as Provider,
      { status: 200, headers: new Headers(), body: JSON.stringify({ issuer: custom, token_endpoint: 'https://x.example/token', ...more }) },
      new Date(),
    );

  it('the issuer is the one of the server’s metadata', () => {
    expect(discover({})).toMatchObject({ verdict: 'known', issuer: custom });
  });

  it('§3: authorization_response_iss_parameter_supported: “If omitted, the default value is false.”', () => {
    // PingOne: its metadata does not have the parameter.
    expect(discover({})).toMatchObject({ namesIssuer: false });
    expect(discover({ authorization_response_iss_parameter_supported: true })).toMatchObject({ namesIssuer: true });
    expect(discover({ authorization_response_iss_parameter_supported: 'true' })).toMatchObject({ namesIssuer: false });
  });
});

describe('RFC 9207 §2.4, Validating the Issuer Identifier', () => {
  // PingOne: a domain of its own is the issuer once there is one, while the old addresses go on working; both names are taken.
  it.each([own, custom])('“Clients MUST then compare the result … If the value does not match … MUST reject”: %s matches', (iss) => {
    expect(read({ code: 'a', iss })).toEqual({ code: 'a' });
  });

  it.each(['https://auth.pingone.eu/other/as', `${own}/`, own.toUpperCase(), `${own}?x`, 'https://auth.pingone.com/env/as', ''])(
    '“using simple string comparison”: "%s" does not match',
    (iss) => {
      expect(read({ code: 'a', iss })).toEqual(unexpected);
    },
  );

  it('“MUST NOT proceed with the authorization grant”, error responses included', () => {
    expect(read({ error: 'access_denied', iss: 'https://evil.example' })).toEqual(unexpected);
  });

  it('“clients MUST reject authorization responses without the iss parameter” from servers that send it', () => {
    expect(read({ code: 'a' }, true)).toEqual(unexpected);
    expect(read({ code: 'a', iss: own }, true)).toEqual({ code: 'a' });
  });

  it('from a server that does not say so, a response without it is taken', () => {
    expect(read({ code: 'a' })).toEqual({ code: 'a' });
  });

  it('“clients SHOULD discard” one that is there unannounced and unknown', () => {
    expect(read({ code: 'a', iss: 'https://evil.example' })).toEqual(unexpected);
  });
});
