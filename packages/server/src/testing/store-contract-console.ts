import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../core/audit.ts';
import type { ConsoleSession } from '../core/console-session.ts';
import { classifyDuration } from '../core/duration-class.ts';
import type { LoggedOperation } from '../core/operation.ts';
import { hashSecret } from '../use-cases/hash-secret.ts';
import { makeConnection } from './make-connection.ts';
import { makeBareOperation, makeOperation, writeOperations } from './make-operation.ts';
import type { CurrentStores } from './store-contract.ts';

const at = (ms: number): Date => new Date(1_763_626_530_000 + ms);

function makeSession(given: Partial<ConsoleSession> = {}): ConsoleSession {
  return {
    sessionId: randomUUID(),
    tokenHash: hashSecret(randomUUID()),
    subject: 'oidc:1',
    name: 'Grace "✓" Hopper',
    role: 'viewer',
    via: 'oidc',
    method: hashSecret('method'),
    createdAt: at(1),
    expiresAt: at(1000),
    ...given,
  };
}

function makeEntry(given: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: at(0),
    actor: { kind: 'key', id: 'key-1', name: 'Nightly' },
    action: 'DELETE /keys/{keyId}',
    target: 'some-id',
    status: 200,
    requestId: 'request-1',
    ...given,
  };
}

/** Describes what every store promises of the console's sessions, of who did what, and of what is counted. */
export function describeConsoleContract(stores: CurrentStores): void {
  describe('Sessions of the console', () => {
    test('A session comes back as it was put in, to the millisecond, from every process, by its hash; live or expired.', async () => {
      const [one, other] = stores();
      const session = makeSession({ expiresAt: at(0) });
      await one.insertConsoleSession(session);
      expect(await other.findConsoleSession(session.tokenHash)).toStrictEqual(session);
      expect(await other.findConsoleSession('0'.repeat(64))).toBeUndefined();
    });

    test('Its end moves to a later moment, never to an earlier one, and nothing else changes.', async () => {
      const [one, other] = stores();
      const session = makeSession();
      await one.insertConsoleSession(session);
      await Promise.all([one.extendConsoleSession(session.sessionId, at(5000)), other.extendConsoleSession(session.sessionId, at(4000))]);
      expect(await one.findConsoleSession(session.tokenHash)).toStrictEqual({ ...session, expiresAt: at(5000) });
    });

    test('One that was removed is gone for every process, once, and does not come back by being used.', async () => {
      const [one, other] = stores();
      const session = makeSession();
      await one.insertConsoleSession(session);
      const removals = await Promise.all([one, other].map((store) => store.deleteConsoleSession(session.sessionId)));
      expect(removals.filter(Boolean)).toHaveLength(1);
      await other.extendConsoleSession(session.sessionId, at(9000));
      expect(await one.findConsoleSession(session.tokenHash)).toBeUndefined();
    });

    test('Those of one person are removed, or those of everybody.', async () => {
      const [one, other] = stores();
      const [mine, alsoMine, theirs] = [makeSession(), makeSession(), makeSession({ subject: 'password' })];
      for (const session of [mine, alsoMine, theirs]) await one.insertConsoleSession(session);
      await other.deleteConsoleSessions('oidc:1');
      expect(await one.findConsoleSession(mine.tokenHash)).toBeUndefined();
      expect(await one.findConsoleSession(alsoMine.tokenHash)).toBeUndefined();
      expect(await one.findConsoleSession(theirs.tokenHash)).toStrictEqual(theirs);
      await other.deleteConsoleSessions();
      expect(await one.findConsoleSession(theirs.tokenHash)).toBeUndefined();
    });

    test('Only expired ones are removed as such.', async () => {
      const [store] = stores();
      const [expired, live] = [makeSession({ expiresAt: at(99) }), makeSession({ expiresAt: at(100) })];
      for (const session of [expired, live]) await store.insertConsoleSession(session);
      await store.deleteConsoleSessionsExpiredBefore(at(100));
      expect(await store.findConsoleSession(expired.tokenHash)).toBeUndefined();
      expect(await store.findConsoleSession(live.tokenHash)).toStrictEqual(live);
    });
  });

  describe('Who did what', () => {
    test('Entries come back as they were put in, those that were written last first, page by page.', async () => {
      const [one, other] = stores();
      const bare = makeEntry({ actor: { kind: 'process', id: undefined, name: 'process' }, target: undefined, requestId: undefined });
      await one.appendAudit([makeEntry({ status: 201 }), bare]);
      await other.appendAudit([makeEntry({ status: 403 })]);
      await one.appendAudit([]);
      const [latest, second, ...rest] = await other.listAudit({ limit: 2 });
      expect(rest).toEqual([]);
      expect(latest).toMatchObject({ status: 403 });
      expect(second).toStrictEqual({ ...bare, rowId: second?.rowId });
      const page = await one.listAudit({ limit: 2, beforeRowId: second!.rowId });
      expect(page.map(({ status }) => status)).toEqual([201]);
    });

    test('The oldest are removed first, no more than asked for.', async () => {
      const [store] = stores();
      await store.appendAudit([3, 1, 2, 9].map((ms) => makeEntry({ at: at(ms), status: 200 + ms })));
      expect(await store.deleteAuditBefore(at(9), 2)).toBe(2);
      expect((await store.listAudit({ limit: 10 })).map(({ status }) => status)).toEqual([209, 203]);
      expect(await store.deleteAuditBefore(at(9), 2)).toBe(1);
      expect(await store.deleteAuditBefore(at(9), 2)).toBe(0);
    });
  });

  describe('Counts of connections', () => {
    test('Nothing is counted where nothing is, and every connection once, wherever it was written and changed.', async () => {
      const [one, other] = stores();
      expect(await one.countAllConnections()).toEqual([]);
      const environment = { id: 'e', name: undefined, type: undefined, region: 'EU', organizationId: undefined };
      const first = await one.insertConnection(makeConnection({ environment, status: 'active' }));
      await other.insertConnection(makeConnection({ environment, status: 'active' }));
      await other.insertConnection(makeConnection({ environment: undefined, status: 'disabled' }));
      await one.updateConnection(first!.rowId, first!.version, { status: 'needs_reconnect' }, at(0));
      const counts = (await other.countAllConnections()).map(({ status, region, count }) => [status, region, count]);
      expect(counts.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
        ['active', 'EU', 1],
        ['disabled', undefined, 1],
        ['needs_reconnect', 'EU', 1],
      ]);
    });
  });

  describe('Counts of operations', () => {
    const startedAt = new Date('2026-11-20T08:15:30.123Z');
    const later = (ms: number): Date => new Date(startedAt.getTime() + ms);
    const span = { from: startedAt, to: later(3_600_000), stepMs: 900_000 };
    const make = (durationMs: number, overrides: Partial<LoggedOperation> = {}) =>
      makeOperation({ status: 'success', startedAt, endedAt: later(durationMs), ...overrides });

    test('Those that have ended are counted once, by when they started, how they ended and how long they took, whoever logs them.', async () => {
      const [one, other] = stores();
      expect(await one.countOperations(span)).toEqual([]);
      const running = makeBareOperation({ startedAt });
      await one.saveOperations(writeOperations([make(10), make(10), make(4000, { status: 'failed' }), running]));
      await Promise.all([
        one.saveOperations(writeOperations([make(10), { ...running, status: 'success', endedAt: later(10) }])),
        other.saveOperations(writeOperations([make(10), make(10, { type: 'gap' }), make(10, { type: 'webhook' })])),
        other.saveOperations(writeOperations([make(10, { startedAt: later(1_800_000), endedAt: later(1_800_010) })])),
      ]);
      const [at, then] = [new Date('2026-11-20T08:15:00.000Z'), new Date('2026-11-20T08:45:00.000Z')];
      const short = classifyDuration(10);
      expect(await other.countOperations(span)).toEqual([
        { startedAt: at, failed: false, durationClass: short, count: 5 },
        { startedAt: at, failed: true, durationClass: classifyDuration(4000), count: 1 },
        { startedAt: then, failed: false, durationClass: short, count: 1 },
      ]);
      expect(await one.countOperations({ ...span, to: at })).toEqual([]);
    });

    test('One that is logged again is not counted again; what the log removes for its number stays counted, for its age it does not.', async () => {
      const [store] = stores();
      const operations = [make(10), make(10)];
      await store.saveOperations(writeOperations(operations));
      await store.saveOperations(writeOperations(operations));
      const total = async (): Promise<number> => (await store.countOperations(span)).reduce((sum, { count }) => sum + count, 0);
      expect(await total()).toBe(2);
      await store.deleteOperations({ startedBefore: later(-1), maxRows: 0, limit: 10 });
      expect(await total()).toBe(2);
      await store.deleteOperations({ startedBefore: later(3_600_000), maxRows: 10, limit: 10 });
      expect(await total()).toBe(0);
    });
  });
}
