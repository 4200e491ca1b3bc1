import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { readSealedKeyId } from '../core/sealed-key-id.ts';
import { ConnectError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { KeyRotation, Resealed, SealedValue } from '../store/sealed-store.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import type { ConnectionCounts } from './connection-counts.ts';

/** How many values a key has sealed. */
interface KeyUse {
  readonly keyId: string;
  readonly sealedValues: number;
}

/** What is sealed with which key, and how far sealing it anew has come. */
export interface EncryptionState {
  readonly currentKeyId: string;
  /** The keys that there are, in their order, then those that are missing and have sealed something all the same. */
  readonly keys: readonly KeyUse[];
  readonly rotation: { readonly state: 'idle' | KeyRotation['state']; readonly done: number; readonly total: number };
}

/** Seals everything anew with the newest key, one process at a time. */
export interface KeyRotator {
  readState(): Promise<EncryptionState>;
  /** Begins, or goes on with what broke off. @returns The work; `undefined` when another process is at it. */
  start(): Promise<(() => Promise<void>) | undefined>;
  /** The same, but only if it broke off. */
  resume(): Promise<(() => Promise<void>) | undefined>;
  /** Has the work end early; another process, or this one when it has started again, goes on with it. */
  stop(): void;
}

/** What it works with. */
interface RotatorParts {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly connectionCounts: ConnectionCounts;
}

/** Values in one write: few enough that nobody else waits for it. */
const BATCH_SIZE = 50;

/** Pause between two writes, and how long the right to go on outlasts one, in milliseconds. */
const PAUSE_MS = 5;
const LEASE_MS = 30_000;

/**
 * Creates it. A value is replaced only where it still stands, so that a refresh that stores a new token set meanwhile wins, and needs no lease: what
 * is sealed stays the same. Where it has come is noted with each batch, so that a killed process costs one batch.
 */
export function createKeyRotator({ store, vault, clock, logger, connectionCounts }: RotatorParts): KeyRotator {
  const { currentKeyId } = vault;
  let stopped = false;

  const countUses = async (): Promise<ReadonlyMap<string, number>> => {
    const uses = new Map<string, number>();
    const add = (keyId: string, count: number): void => void uses.set(keyId, (uses.get(keyId) ?? 0) + count);
    for (const { credentialKeyId, tokenSetKeyId, count } of await connectionCounts.read()) {
      add(credentialKeyId, count);
      add(tokenSetKeyId, count);
    }
    for (const { sealed } of await store.listSealedElsewhere(clock.now())) add(readSealedKeyId(sealed), 1);
    return uses;
  };

  /** Seals values anew, those apart that do not open: they stay as they are. */
  const reseal = async (values: readonly SealedValue[]): Promise<number> => {
    const resealed = await Promise.all(
      values.map(async (value): Promise<Resealed | undefined> => {
        const { purpose, ownerId } = value;
        try {
          return { value, sealed: await vault.seal(purpose, ownerId, await vault.open(purpose, ownerId, value.sealed)) };
        } catch (error) {
          if (!(error instanceof ConnectError)) throw error;
          logger.warn({ purpose, ownerId, code: error.code }, 'not sealed anew');
          return undefined;
        }
      }),
    );
    return store.replaceSealed(resealed.filter((one) => one !== undefined));
  };

  /** Who stops gives the right back, so that the next one need not wait. */
  const extendLease = (): Date => new Date(clock.now().getTime() + (stopped ? 0 : LEASE_MS));

  const run = async (owner: string, begun: KeyRotation): Promise<void> => {
    let { done, afterRowId } = begun;
    const save = (state: KeyRotation['state']): Promise<boolean> =>
      store.saveKeyRotation(currentKeyId, owner, { state, leaseExpiresAt: extendLease(), afterRowId, done });
    const sealAll = async (values: readonly SealedValue[]): Promise<boolean> => {
      for (let index = 0; index < values.length; index += BATCH_SIZE) {
        done += await reseal(values.slice(index, index + BATCH_SIZE));
        if (!(await save('running')) || stopped) return false;
        await clock.sleep(PAUSE_MS);
      }
      return true;
    };

    const elsewhere = await store.listSealedElsewhere(clock.now());
    if (!(await sealAll(elsewhere.filter(({ sealed }) => readSealedKeyId(sealed) !== currentKeyId)))) return;
    for (let after: number | undefined = afterRowId; after !== undefined;) {
      const { values, next } = await store.listSealedConnections(currentKeyId, after);
      if (!(await sealAll(values))) return;
      after = next;
      afterRowId = next ?? afterRowId;
      if (!(await save('running')) || stopped) return;
    }
    connectionCounts.forget();
    await save('done');
    logger.info({ keyId: currentKeyId, sealed: done }, 'sealed anew');
  };

  const start = async (): Promise<(() => Promise<void>) | undefined> => {
    connectionCounts.forget();
    const uses = await countUses();
    const total = [...uses].reduce((sum, [keyId, count]) => (keyId === currentKeyId ? sum : sum + count), 0);
    const owner = randomUUID();
    const claim = { keyId: currentKeyId, owner, total, expiresAt: extendLease(), now: clock.now() };
    const begun = await store.claimKeyRotation(claim);
    return begun && (() => run(owner, begun));
  };

  return {
    async readState() {
      const [uses, rotation] = await Promise.all([countUses(), store.findKeyRotation(currentKeyId)]);
      const keyIds = new Set([...vault.keyIds, ...uses.keys()]);
      return {
        currentKeyId,
        keys: [...keyIds].map((keyId) => ({ keyId, sealedValues: uses.get(keyId) ?? 0 })),
        rotation: rotation ?? { state: 'idle', done: 0, total: 0 },
      };
    },
    start,
    async resume() {
      const rotation = await store.findKeyRotation(currentKeyId);
      return rotation?.state === 'running' && clock.now() >= rotation.leaseExpiresAt ? start() : undefined;
    },
    stop: () => void (stopped = true),
  };
}
