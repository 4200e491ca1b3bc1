import { describe, expect, it } from 'vitest';
import { readClientPair } from './read-client-pair.ts';

const ID = '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40';
const SECRET = '~abc.def-ghi_123:456';

describe('readClientPair', () => {
  it.each([
    ['curl -u', `curl -u ${ID}:${SECRET} https://example.com`],
    ['curl --user in quotes', `curl --user '${ID}:${SECRET}' https://example.com`],
    ['curl --user=', `curl --user="${ID}:${SECRET}"`],
    ['the pair alone', `${ID}:${SECRET}`],
    ['a Basic header', `Authorization: Basic ${btoa(`${ID}:${SECRET}`)}`],
    ['a Basic header in a curl command', `curl -H 'authorization: basic ${btoa(`${ID}:${SECRET}`)}' https://example.com`],
  ])('reads client ID and secret from %s', (_what, source) => {
    expect(readClientPair(source)).toEqual({ client_id: ID, client_secret: SECRET });
  });

  it.each([
    ['two IDs', `${ID}:${ID}`],
    ['a header that is no Base64', 'Authorization: Basic aaaaaaaaaaaaaaaaa'],
    ['a header of somebody else', `Authorization: Basic ${btoa('user-name:password1')}`],
    ['a Bearer header', `Authorization: Bearer ${btoa(`${ID}:${SECRET}`)}`],
    ['a JSON member', `"${ID}":"something-else"`],
    ['a path', `https://example.com/${ID}:something-else`],
    ['nothing', ''],
  ])('reads no pair from %s', (_what, source) => {
    expect(readClientPair(source)).toBeUndefined();
  });
});
