import { expect, it } from 'vitest';
import { createFakeServer, reply } from './testing/fake-server.ts';

const connection = (id: number) => ({
  id,
  connection_id: `c-${id}`,
  provider_config_key: 'pingone-cc',
  provider: 'pingone-cc',
  status: 'active',
  errors: [],
  end_user: null,
  tags: {},
  metadata: null,
  environment: null,
  created: '2026-11-20T08:00:00.000Z',
  updated_at: '2026-11-20T08:00:00.000+00:00',
  last_checked_at: null,
});

it('Connections are listed page by page, each asked for when it is needed, with the same conditions.', async () => {
  const { latchkey, requests } = createFakeServer([
    reply(200, { connections: [connection(3), connection(2)], next_cursor: '2' }),
    reply(200, { connections: [connection(1)] }),
  ]);
  const filter = {
    integrationId: ['a', 'b'],
    organizationId: 'acme',
    status: 'active',
    sort: 'created',
    search: 'x',
    tags: { plan: 'gold' },
  } as const;
  const seen: [string, number][] = [];
  for await (const { connectionId } of latchkey.connections.list(filter)) seen.push([connectionId, requests.length]);
  expect(seen).toEqual([
    ['c-3', 1],
    ['c-2', 1],
    ['c-1', 2],
  ]);
  const [first, second] = requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
  expect(first).toEqual({
    integrationId: 'a,b',
    endUserOrganizationId: 'acme',
    status: 'active',
    sort: 'created',
    search: 'x',
    'tags[plan]': 'gold',
    limit: '200',
  });
  expect(second).toEqual({ ...first, cursor: '2' });
});
