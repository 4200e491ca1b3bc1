import { describe, expect, test } from 'vitest';
import type { Connection } from '../core/connection.ts';
import type { ConnectionFilter, ConnectionPage } from '../store/connection-list-store.ts';
import { makeBareConnection, makeConnection } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

/** Describes what every store promises of lists of connections. */
export function describeListContract(stores: CurrentStores): void {
  async function insert(connectionId: string, overrides: Partial<Connection> = {}): Promise<void> {
    await stores()[0].insertConnection(makeConnection({ connectionId, ...overrides }));
  }

  async function idsOf(filter: ConnectionFilter, page: Partial<ConnectionPage> = {}): Promise<string[]> {
    const [, store] = stores();
    return (await store.listConnections(filter, { limit: 1_000, ...page })).connections.map(({ connectionId }) => connectionId);
  }

  describe('Listing connections', () => {
    test('An empty filter lists all, newest first, whole.', async () => {
      const [store] = stores();
      const stored = [];
      for (const connection of [makeConnection(), makeBareConnection(), makeConnection({ integrationId: 'other' })]) {
        stored.unshift(await store.insertConnection(connection));
      }
      expect(await store.listConnections({}, { limit: 10 })).toStrictEqual({ connections: stored, next: undefined });
    });

    test('Each condition holds back what it does not fit.', async () => {
      await insert('a', { integrationId: 'i1', endUser: { id: 'u1' }, organization: { id: 'o1' } });
      await insert('b', { integrationId: 'i2', endUser: { id: 'u2' }, organization: { id: 'o2' } });
      await insert('a', { integrationId: 'i3', endUser: undefined, organization: undefined });
      expect(await idsOf({ connectionId: 'a' })).toEqual(['a', 'a']);
      expect(await idsOf({ integrationIds: ['i2'] })).toEqual(['b']);
      expect(await idsOf({ integrationIds: ['i2', 'i1', 'unknown'] })).toEqual(['b', 'a']);
      expect(await idsOf({ integrationIds: [] })).toEqual([]);
      expect(await idsOf({ endUserId: 'u1' })).toEqual(['a']);
      expect(await idsOf({ endUserId: 'U1' })).toEqual([]);
      expect(await idsOf({ endUserOrganizationId: 'o2' })).toEqual(['b']);
      expect(await idsOf({ status: 'active' })).toEqual(['a', 'b', 'a']);
      expect(await idsOf({ status: 'disabled' })).toEqual([]);
    });

    test('All conditions must hold.', async () => {
      // No random id begins like these, so that a search finds nothing by chance.
      await insert('one', { endUser: { id: 'u1' }, tags: { team: 'red' } });
      await insert('two', { endUser: { id: 'u1' }, tags: { team: 'blue' } });
      expect(await idsOf({ endUserId: 'u1', tags: { team: 'blue' } })).toEqual(['two']);
      expect(await idsOf({ endUserId: 'u2', tags: { team: 'blue' } })).toEqual([]);
      expect(await idsOf({ connectionId: 'two', search: 'two' })).toEqual(['two']);
      expect(await idsOf({ connectionId: 'one', search: 'two' })).toEqual([]);
    });

    test('Conditions follow a change of the connection.', async () => {
      const [store] = stores();
      const stored = await store.insertConnection(makeConnection({ connectionId: 'a' }));
      const change = {
        endUser: { id: 'u9', displayName: 'Grace' },
        organization: { id: 'o9' },
        environment: { id: 'e', name: 'Staging', type: undefined, region: 'EU', organizationId: undefined },
        tags: { team: 'green' },
      };
      await store.updateConnection(stored!.rowId, stored!.version, change, new Date());
      for (const filter of [
        { endUserId: 'u9' },
        { endUserOrganizationId: 'o9' },
        { tags: { team: 'green' } },
        { search: 'grace' },
        { search: 'staging' },
      ]) {
        expect(await idsOf(filter)).toEqual(['a']);
      }
      for (const filter of [
        { endUserId: 'user-1' },
        { endUserOrganizationId: 'org-1' },
        { tags: { team: 'red' } },
        { search: 'ada' },
        { search: 'prod' },
      ]) {
        expect(await idsOf(filter)).toEqual([]);
      }
    });
  });

  describe('Tags of connections', () => {
    test('Every tag asked for must be there with exactly this value; others may be there too.', async () => {
      const endUser = { id: 'u1' };
      await insert('a', { endUser, tags: { team: 'red', plan: 'pro' } });
      await insert('b', { endUser, tags: { team: 'red' } });
      await insert('c', { endUser, tags: {} });
      expect(await idsOf({ tags: { team: 'red' } })).toEqual(['b', 'a']);
      expect(await idsOf({ tags: { team: 'red', plan: 'pro' } })).toEqual(['a']);
      expect(await idsOf({ tags: { plan: 'red' } })).toEqual([]);
      expect(await idsOf({ tags: { team: 're' } })).toEqual([]);
      expect(await idsOf({ tags: { team: 'RED' } })).toEqual([]);
      expect(await idsOf({ tags: {} })).toEqual(['c', 'b', 'a']);
    });

    test('Keys and values are taken letter for letter, whatever they mean to a database.', async () => {
      const tags = { 'a.b/c-d_e': '%', $: '"', "'": "' or 1=1 --", 李: '🔑\\' };
      await insert('a', { tags });
      await insert('b', { tags: { a: 'x' } });
      for (const [key, value] of Object.entries(tags)) expect(await idsOf({ tags: { [key]: value } })).toEqual(['a']);
      expect(await idsOf({ tags: { '%': 'x' } })).toEqual([]);
    });

    test('End user and organization are found by the tags that stand for them; tags that were given come first.', async () => {
      const endUser = { id: 'u1', email: 'ada@acme.example', displayName: 'Ada', tags: { Plan: 'pro' } };
      const organization = { id: 'o1', displayName: 'Acme' };
      await insert('a', { endUser, organization, tags: {} });
      await insert('b', { endUser, organization, tags: { end_user_email: 'team@acme.example', plan: 'free' } });
      const common = { end_user_id: 'u1', end_user_display_name: 'Ada', organization_id: 'o1', organization_display_name: 'Acme' };
      for (const [name, value] of Object.entries(common)) expect(await idsOf({ tags: { [name]: value } })).toEqual(['b', 'a']);
      expect(await idsOf({ tags: { end_user_email: 'ada@acme.example' } })).toEqual(['a']);
      expect(await idsOf({ tags: { end_user_email: 'team@acme.example', end_user_id: 'u1' } })).toEqual(['b']);
      expect(await idsOf({ tags: { plan: 'pro' } })).toEqual(['a']);

      const [store] = stores();
      const { rowId, version, tags } = (await store.findConnection('pingone-cc', 'a'))!;
      expect(tags).toEqual({});
      await store.updateConnection(rowId, version, { organization: { id: 'o2' } }, new Date());
      expect(await idsOf({ tags: { organization_id: 'o2' } })).toEqual(['a']);
      expect(await idsOf({ tags: { organization_id: 'o1' } })).toEqual(['b']);
    });

    test('A number in text is not the number.', async () => {
      await insert('a', { tags: { n: '1' } });
      expect(await idsOf({ tags: { n: '1' } })).toEqual(['a']);
      expect(await idsOf({ tags: { n: '1.0' } })).toEqual([]);
    });
  });

  describe('Connections to an organization of the provider', () => {
    const environment = (organizationId: string | undefined) => ({
      id: 'e',
      name: undefined,
      type: undefined,
      region: 'EU',
      organizationId,
    });
    const isKnown = (id: string, endUserId?: string, endUserOrganizationId?: string): Promise<boolean> =>
      stores()[1].hasConnectionToOrganization(id, { endUserId, endUserOrganizationId });

    test('They are those of the end user and those of their organization, and nobody else’s.', async () => {
      await insert('a', { endUser: { id: 'u1' }, organization: { id: 'o1' }, environment: environment('p1') });
      await insert('b', { endUser: { id: 'u2' }, organization: undefined, environment: environment('p2') });
      expect(await isKnown('p1', 'u1')).toBe(true);
      expect(await isKnown('p1', undefined, 'o1')).toBe(true);
      expect(await isKnown('p1', 'colleague', 'o1')).toBe(true);
      expect(await isKnown('p2', 'u2', 'o1')).toBe(true);
      expect(await isKnown('p2', 'u1', 'o1')).toBe(false);
      expect(await isKnown('p1', 'o1', 'u1')).toBe(false);
      expect(await isKnown('P1', 'u1')).toBe(false);
      expect(await isKnown('p1')).toBe(false);
    });

    test('They follow a change of the environment.', async () => {
      const [store] = stores();
      const stored = await store.insertConnection(makeConnection({ endUser: { id: 'u1' }, environment: environment('p1') }));
      const moved = await store.updateConnection(stored!.rowId, stored!.version, { environment: environment('p2') }, new Date());
      expect([await isKnown('p1', 'u1'), await isKnown('p2', 'u1')]).toEqual([false, true]);
      await store.updateConnection(stored!.rowId, moved!.version, { environment: environment(undefined) }, new Date());
      expect(await isKnown('p2', 'u1')).toBe(false);
    });
  });
}
