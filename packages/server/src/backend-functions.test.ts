import type { OperationListItem } from '@latchkey/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestApi } from './testing/start-api.ts';
import { startReceiver, type TestReceiver } from './testing/start-receiver.ts';

let api: TestApi;
let receiver: TestReceiver;
beforeEach(async () => {
  receiver = await startReceiver();
  api = await startApi({ options: { webhookTargets: 'any', hostedPage: true } });
});
afterEach(async () => {
  await api.close();
  await receiver.close();
});

/** What the route answers to a backend. */
const overHttp = async (path: string): Promise<unknown> => (await api.call('GET', path, { token: api.secretKey })).body;
const refused = (code: string) => expect.objectContaining({ name: 'ConnectError', code });
const key = (connectionId: string) => ({ integrationId: 'pingone-cc', connectionId });

async function importOne(integrationId = 'pingone-cc'): Promise<string> {
  const { connection_config, credentials } = connectBody(api.sandbox.environments[0]!);
  const imported = await api.connect.importConnection({
    provider_config_key: integrationId,
    connection_config,
    credentials: { type: 'OAUTH2_CC', ...credentials },
    end_user: { id: 'ada' },
  });
  return imported.connection_id;
}

describe('Providers and integrations', () => {
  it('are the same as over HTTP', async () => {
    expect(await api.connect.listProviders({ search: 'pingone-cc' })).toEqual(await overHttp('/providers?search=pingone-cc'));
    expect(await api.connect.getProvider('pingone')).toEqual(await overHttp('/providers/pingone'));
    await expect(api.connect.getProvider('nope')).rejects.toEqual(refused('not_found'));
    const credentials = { type: 'OAUTH2', client_id: 'client-1', client_secret: 'secret-1', scopes: 'openid' } as const;
    const made = await api.connect.createIntegration({ provider: 'pingone', unique_key: 'sign-on', credentials });
    expect(await api.connect.listIntegrations()).toEqual(await overHttp('/integrations'));
    expect(await api.connect.getIntegration('sign-on')).toEqual(made);
    // The process may see everything.
    const shown = await api.connect.getIntegration('sign-on', ['credentials']);
    expect(shown.data.credentials).toEqual({ ...credentials, webhook_secret: null });
    expect(shown).toEqual(await overHttp('/integrations/sign-on?include=credentials'));
    await expect(api.connect.createIntegration({ provider: 'pingone', unique_key: 'sign-on' })).rejects.toEqual(refused('invalid_body'));
  });

  it('are changed and deleted, with what is connected through them only when told to', async () => {
    await api.connect.createIntegration({ provider: 'pingone-cc', unique_key: 'workers' });
    const renamed = await api.connect.updateIntegration('workers', { display_name: 'Workers', unique_key: 'workers-2' });
    expect(renamed).toEqual(await overHttp('/integrations/workers-2'));
    const connectionId = await importOne('workers-2');
    await expect(api.connect.deleteIntegration('workers-2')).rejects.toEqual(refused('integration_has_connections'));
    await api.connect.deleteIntegration('workers-2', { cascade: true });
    await expect(api.connect.getIntegration('workers-2')).rejects.toEqual(refused('not_found'));
    expect((await api.connect.listConnections({ connectionId })).connections).toEqual([]);
    await expect(api.connect.deleteIntegration('pingone-cc')).rejects.toEqual(refused('integration_is_fixed'));
  });
});

describe('Connections', () => {
  it('get a new token, which is not told', async () => {
    const connectionId = await importOne();
    const before = await api.connect.getConnection(key(connectionId));
    const refreshed = await api.connect.refreshConnection(key(connectionId));
    expect(refreshed).not.toHaveProperty('credentials');
    const after = await api.connect.getConnection(key(connectionId));
    expect(after.credentials).not.toEqual(before.credentials);
  });
});

describe('Webhooks', () => {
  it('are made, tried, changed and removed, and their deliveries are seen and sent again', async () => {
    const { data } = await api.connect.createWebhook({ url: receiver.url, description: 'Ops' });
    const { secret, ...webhook } = data;
    expect(await api.connect.listWebhooks()).toEqual({ data: [webhook] });
    expect(await api.connect.getWebhook(webhook.id)).toEqual(await overHttp(`/webhooks/${webhook.id}`));
    expect(await api.connect.getWebhookSecret(webhook.id)).toEqual({ data: { secret, former_secret_until: null } });

    const sent = await api.connect.sendTestEvent(webhook.id);
    const [post] = await receiver.received(1);
    expect(post!.verify(secret)).toMatchObject({ type: 'webhook.test' });
    await expect
      .poll(() => api.connect.listDeliveries(webhook.id), { timeout: 5000 })
      .toMatchObject({ data: [{ id: sent.data.id, state: 'delivered' }] });
    await api.connect.resendDelivery(sent.data.id);
    const [, again] = await receiver.received(2);
    expect(again!.body).toBe(post!.body);
    expect(await api.connect.listDeliveries(webhook.id, { state: 'failed' })).toEqual({ data: [], next_cursor: null });

    const rotated = await api.connect.rotateWebhookSecret(webhook.id, { overlap_seconds: 60 });
    expect(rotated.data).toEqual({
      secret: expect.not.stringContaining(secret),
      former_secret_until: new Date(api.clock.now().getTime() + 60_000).toISOString(),
    });
    const changed = await api.connect.updateWebhook(webhook.id, { enabled: false });
    expect(changed.data).toMatchObject({ enabled: false, disabled_reason: 'request' });
    await expect(api.connect.sendTestEvent(webhook.id)).rejects.toEqual(refused('webhook_disabled'));
    await api.connect.deleteWebhook(webhook.id);
    await expect(api.connect.getWebhook(webhook.id)).rejects.toEqual(refused('unknown_webhook'));
    await expect(api.connect.createWebhook({ url: 'ftp://example.com' })).rejects.toEqual(refused('invalid_body'));
    await expect(api.connect.resendDelivery(1.5)).rejects.toEqual(refused('unknown_delivery'));
  });
});

describe('Share links', () => {
  it('are made, listed and revoked', async () => {
    const { data } = await api.connect.createShareLink({ integration_id: 'pingone-cc', end_user: { id: 'ada' }, note: 'for Bob' });
    expect(data.url).toContain('#share=');
    expect(await api.connect.listShareLinks({ limit: 1 })).toMatchObject({ data: [{ id: data.id, state: 'open', note: 'for Bob' }] });
    await api.connect.revokeShareLink(data.id);
    expect(await api.connect.listShareLinks()).toEqual(await overHttp('/connect/links'));
    expect((await api.connect.listShareLinks()).data).toMatchObject([{ state: 'revoked' }]);
    await expect(api.connect.revokeShareLink('nope')).rejects.toEqual(refused('unknown_link'));
    await expect(api.connect.createShareLink({ integration_id: 'pingone-cc' })).rejects.toEqual(refused('invalid_body'));
  });
});

describe('The request log', () => {
  it('is listed and read as over HTTP', async () => {
    const connectionId = await importOne();
    const { data } = await api.connect.listOperations({ type: ['import'], connection_id: connectionId });
    expect(data).toMatchObject([{ type: 'import', status: 'success', caller: { type: 'app' } }]);
    const { data: operation } = await api.connect.getOperation(data[0]!.id);
    expect(operation.messages).not.toEqual([]);
    expect({ data: operation }).toEqual(await overHttp(`/logs/operations/${operation.id}`));
    await expect(api.connect.getOperation('nope')).rejects.toEqual(refused('not_found'));
    await expect(api.connect.listOperations({ limit: 0 })).rejects.toEqual(refused('invalid_query_params'));
  });

  it('is watched until that is stopped, and one watcher’s mistake is no other’s', async () => {
    const connectionId = await importOne();
    const told: OperationListItem[] = [];
    const onlyHere: OperationListItem[] = [];
    await api.connect.watchOperations(
      {},
      {
        onOperation: () => {
          throw new Error('A mistake of the watcher’s.');
        },
      },
    );
    const stop = await api.connect.watchOperations({ type: ['refresh'] }, { onOperation: (operation) => void onlyHere.push(operation) });
    await api.connect.watchOperations({}, { onOperation: (operation) => void told.push(operation) });
    // Whoever watches is told of what comes after: the first look has been taken once a second look tells of something.
    const hear = (list: readonly unknown[]) =>
      expect
        .poll(
          async () => {
            await api.connect.refreshConnection(key(connectionId));
            return list.length > 0;
          },
          { timeout: 5000, interval: 100 },
        )
        .toBe(true);
    await hear(onlyHere);
    expect(onlyHere.every(({ type, connection_id }) => type === 'refresh' && connection_id === connectionId)).toBe(true);
    expect(api.logs.filter((line) => line.startsWith('background work failed'))).not.toEqual([]);

    stop();
    const heard = onlyHere.length;
    told.length = 0;
    await hear(told);
    expect(onlyHere).toHaveLength(heard);
    await expect(api.connect.watchOperations(JSON.parse('{"limit":5}'), { onOperation: () => undefined })).rejects.toEqual(
      refused('invalid_query_params'),
    );
  });
});

describe('The whole', () => {
  it('is counted and told as over HTTP', async () => {
    await importOne();
    const query = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
    expect(await api.connect.getOverview(query)).toEqual(await overHttp(`/overview?from=${query.from}&to=${query.to}`));
    await expect(api.connect.getOverview({ from: query.to, to: query.from })).rejects.toEqual(refused('invalid_query_params'));
    await api.call('POST', '/keys', { token: api.secretKey, json: { name: 'One', scopes: ['proxy'] } });
    expect(await api.connect.listAudit({ limit: 1 })).toMatchObject({ data: [{ action: 'POST /keys', status: 201 }] });
    expect(await api.connect.getSettings()).toEqual(await overHttp('/settings'));
  });
});

describe('After closing', () => {
  it('every function says that the server is shutting down', async () => {
    await api.connect.close();
    for (const call of [
      api.connect.listProviders(),
      api.connect.listWebhooks(),
      api.connect.listShareLinks(),
      api.connect.watchOperations({}, { onOperation: () => undefined }),
      api.connect.getSettings(),
    ]) {
      await expect(call).rejects.toEqual(refused('store_unavailable'));
    }
  });
});
