import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropInvisible } from '../clean-text.ts';
import { parsePasted as parse } from './parse-pasted.ts';
import { regions } from './regions.ts';

const E = 'f2aba07d-270c-42ba-8811-01af5f63d458';
const C = '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40';
const O = '11111111-270c-42ba-8811-01af5f63d458';
const S = '~aB3.x-y_z'.repeat(6);
const all = { environmentId: E, tld: 'eu', client_id: C, client_secret: S };

const parsePasted = (text: string) => parse(text, regions);

describe('parsePasted', () => {
  it.each([
    [
      'a .env block',
      `# PingOne\nexport PINGONE_ENVIRONMENT_ID="${E}"\r\nexport PINGONE_REGION=EU\r\n# PINGONE_CLIENT_ID=${O}\nPINGONE_CLIENT_ID='${C}'\nPINGONE_CLIENT_SECRET="${S}" # rotate in May`,
    ],
    ['Terraform variables', `TF_VAR_pingone_environment_id=${E}\nTF_VAR_region="Europe"\nTF_VAR_client_id=${C}\nTF_VAR_client_secret=${S}`],
    ['JSON on one line', JSON.stringify({ environment: { id: E }, region: 'EU', organization: { id: O }, clientId: C, clientSecret: S })],
    [
      'JSON on many lines',
      JSON.stringify({ connection_config: { environmentId: E, tld: 'eu' }, credentials: { client_id: C, client_secret: S } }, null, 2),
    ],
    ['members of an object without its braces', `"environmentId": "${E}", "tld": "eu", "clientId": "${C}", "clientSecret": "${S}"`],
    ['a JavaScript object', `{ environmentId: '${E}', region: 'EU', clientId: '${C}', clientSecret: '${S}' }`],
    ['YAML', `pingone:\n  region: EU\n  environment:\n    id: ${E}\n  client_id: ${C}\n  client_secret: ${S}\n`],
    [
      'the Overview tab, label above value',
      `Overview\nClient ID\n${C}\nClient Secret\n${S}\nEnvironment ID\n${E}\nOrganization ID\n${O}\nRegion\nEuropean Union`,
    ],
    ['lines with tabs', `Environment ID\t${E}\nOrganization ID\t${O}\nRegion\tEU\nClient ID\t${C}\nClient Secret\t${S}`],
    ['one line of prose', `Environment ID: ${E}, region: EU, client ID: ${C}, client secret: ${S}`],
    [
      'a curl command with --user',
      `curl --request POST 'https://auth.pingone.eu/${E}/as/token' \\\n  --user '${C}:${S}' \\\n  -d grant_type=client_credentials`,
    ],
    [
      'a curl command with a Basic header',
      `curl --location 'https://auth.pingone.eu/${E}/as/token' --header 'Authorization: Basic ${btoa(`${C}:${S}`)}' --data-urlencode 'grant_type=client_credentials'`,
    ],
    [
      'a curl command with a form',
      `curl -X POST https://auth.pingone.eu/${E}/as/token -H 'Content-Type: application/x-www-form-urlencoded' --data-urlencode 'grant_type=client_credentials' --data-urlencode 'client_id=${C}' --data-urlencode 'client_secret=${S}'`,
    ],
    [
      'a form body',
      `https://auth.pingone.eu/${E}/as/token\ngrant_type=client_credentials&client_id=${C}&client_secret=${encodeURIComponent(S)}`,
    ],
    ['a URL and labelled lines', `Token endpoint: https://auth.pingone.eu/${E}/as/token\nClient ID: ${C}\nClient Secret: ${S}`],
    [
      'a text full of invisible characters',
      `\uFEFFEnvironment\u00A0ID:\u00A0${E}\u200B\nRegion:\u00A0EU\nClient\u00A0ID: ${C}\nClient\u00A0Secret: \u200E${S}`,
    ],
  ])('recognises everything in %s', (_what, text) => {
    expect(parsePasted(text)).toEqual(all);
  });

  it('reads an application as PingOne’s API answers it', () => {
    const base = `https://api.pingone.eu/v1/environments/${E}`;
    const application = {
      _links: {
        self: { href: `${base}/applications/${C}` },
        environment: { href: base },
        secret: { href: `${base}/applications/${C}/secret` },
      },
      environment: { id: E },
      id: C,
      name: 'My Worker',
      enabled: true,
      type: 'WORKER',
      protocol: 'OPENID_CONNECT',
      tokenEndpointAuthMethod: 'CLIENT_SECRET_BASIC',
    };
    expect(parsePasted(JSON.stringify(application, null, 2))).toEqual({ environmentId: E, tld: 'eu', client_id: C });
  });

  it('reads the current secret, not the previous one, from the API’s answer', () => {
    const answer = { environment: { id: E }, previous: { secret: 'old'.repeat(20), expiresAt: '2026-12-01T00:00:00Z' }, secret: S };
    expect(parsePasted(JSON.stringify(answer, null, 2))).toEqual({ environmentId: E, client_secret: S });
  });

  it('reads a discovery document', () => {
    const issuer = `https://auth.pingone.com.au/${E}/as`;
    const document = {
      issuer,
      token_endpoint: `${issuer}/token`,
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    };
    expect(parsePasted(JSON.stringify(document))).toEqual({ environmentId: E, tld: 'com.au' });
  });

  it.each([
    ['an environment’s URL without its scheme', `auth.pingone.asia/${E}/as`, { environmentId: E, tld: 'asia' }],
    ['a URL behind a label', `ISSUER=https://auth.pingone.ca/${E}/as`, { environmentId: E, tld: 'ca' }],
    ['a URL in brackets', `see <https://console.pingone.sg/?env=${E}>.`, { environmentId: E, tld: 'sg' }],
    ['a URL at the end of a sentence', `Ours is https://api.pingone.eu/v1/environments/${E}.`, { environmentId: E, tld: 'eu' }],
    ['a URL in front of a question mark', `Is it https://console.pingone.sg/?env=${E}?`, { environmentId: E, tld: 'sg' }],
    ['a URL in typographic quotes', `“https://auth.pingone.ca/${E}”`, { environmentId: E, tld: 'ca' }],
    ['a custom domain at the end of a sentence', 'It is https://login.example.com/as/token.', { customDomain: 'login.example.com' }],
    ['an ID with hyphens that do not break', `Environment ID: ${E.replaceAll('-', '\u2011')}`, { environmentId: E }],
    ['a URL in a Markdown link', `[console](https://console.pingone.com/?env=${E})`, { environmentId: E, tld: 'com' }],
    ['a label and its value', 'Client Secret: abc', { client_secret: 'abc' }],
    [
      'an environment from two URLs',
      `https://auth.pingone.eu/${E}/as https://console.pingone.eu/?env=${E}`,
      { environmentId: E, tld: 'eu' },
    ],
    [
      'the region, where the URLs name two environments',
      `https://auth.pingone.eu/${E}/as https://console.pingone.eu/?env=${O}`,
      { tld: 'eu' },
    ],
    ['a custom domain', 'https://login.example.com/as/token', { customDomain: 'login.example.com' }],
    ['the environment next to a custom domain', `https://login.example.com/as\nEnvironment ID: ${E}`, { environmentId: E }],
  ])('reads %s', (_what, text, expected) => {
    expect(parsePasted(text)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['an ID alone', E],
    ['a secret alone', S],
    ['a region alone', 'EU'],
    ['an organization ID', `Organization ID: ${O}`],
    ['a host that only looks like PingOne', `https://auth.pingone.com.evil.example/${E}/as`],
    ['PingOne in front of an @', `https://auth.pingone.com@evil.example/${E}/as`],
    ['PingOne within another URL', `https://evil.example/?to=https://auth.pingone.com/${E}/as`],
    ['a parameter of another URL', `https://evil.example/?env=${E}&client_id=${C}&client_secret=${S}`],
    ['two commented lines', `# CLIENT_ID=${C}\n// client_secret: ${S}`],
  ])('recognises nothing in %s', (_what, text) => {
    expect(parsePasted(text)).toEqual({});
  });

  it('looks at the first 20,000 characters and no further', () => {
    expect(parsePasted(`${' -'.repeat(9_900)} Client ID: ${C}`)).toEqual({ client_id: C });
    expect(parsePasted(`${' -'.repeat(10_000)} Client ID: ${C}`)).toEqual({});
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    'Client ID',
    'client_secret',
    'Environment ID',
    'ENV',
    'Region',
    'tld',
    'previous',
    'secret',
    'Basic ',
    'grant_type=',
    'https://auth.pingone.',
  ),
  fc.constantFrom(': ', '=', '\n', '\t', '"', "'", '{', '}', ',', '&', '/', '@', '#', '%', ' ', '  ', '•••', '/as/token', '?env='),
  fc.constantFrom('com', 'com.au', 'eu', 'EU', 'North America', 'evil.example', E, C, S, E.toUpperCase(), E.replaceAll('-', '')),
  fc.uuid(),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

/** Whether a value stands in the text, as it is or in one of the writings that are read. */
function standsIn(source: string, name: string, value: string): boolean {
  const clean = dropInvisible(source);
  const letters = clean.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name === 'tld') {
    const region = regions.find(({ topLevelDomain }) => topLevelDomain === value);
    const names = region ? [region.topLevelDomain, region.code, region.name, ...(region.aliases ?? [])] : [];
    return names.some((word) => letters.includes(word.toLowerCase().replace(/[^a-z]/g, '')));
  }
  if (name === 'client_secret')
    return (
      clean.includes(value) ||
      decodeURIComponent(clean.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))
        .replaceAll('+', ' ')
        .includes(value)
    );
  return letters.includes(value.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

describe('parsePasted, whatever is pasted,', () => {
  it('never throws, and returns nothing that does not stand in the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const [name, value] of Object.entries(parsePasted(source))) {
          expect(value).toBeTypeOf('string');
          expect([name, value, standsIn(source, name, value ?? '')]).toEqual([name, value, true]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('returns environment and client IDs as UUIDs, and one of the six regions', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { environmentId = E, client_id = C, tld = 'com' } = parsePasted(source);
        expect([environmentId, client_id]).toEqual([
          expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
          expect.stringMatching(/^[0-9a-f-]{36}$/),
        ]);
        expect(regions.map((region) => region.topLevelDomain)).toContain(tld);
      }),
    );
  });

  it('comes to an end on a long text made to keep it busy', () => {
    const hostile = [
      'env',
      'environment ',
      'client secret ',
      'client_secret=',
      'secret"',
      'region ',
      'application id ',
      'basic ',
      '#',
      '# ',
      'https://',
      'a-',
      '::',
      '\n',
      ' ',
      '"',
      `${E}:`,
      'auth.pingone.',
      '%',
      '&a=',
      'previous',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 3 }), (pieces) => {
        const source = pieces.join('').repeat(20_000).slice(0, 20_000);
        expect(parsePasted(source)).toBeTypeOf('object');
      }),
      { numRuns: 60 },
    );
  });
});
