import { describe, expect, test } from 'vitest';
import type { AuthorizationOutcome } from '../core/authorization.ts';
import { makeAuthorization } from './make-authorization.ts';
import type { CurrentStores } from './store-contract.ts';

const binding = { bindingHash: 'b'.repeat(64), inPopup: true };
const connected: AuthorizationOutcome = {
  connected: { integrationId: 'pingone', connectionId: 'c-1' },
  notices: [{ code: 'no_refresh_token' }],
};
const failure: AuthorizationOutcome = {
  failure: { code: 'mix_up', status: 502, message: 'No.', remedy: 'Do.', retryable: true, field: 'tld' },
};

/** Describes what every store promises of attempts to sign in. */
export function describeAuthorizationContract(stores: CurrentStores): void {
  describe('Attempts to sign in', () => {
    const before = ({ expiresAt }: { readonly expiresAt: Date }): Date => new Date(expiresAt.getTime() - 1);

    test('An attempt comes back as it was put in, to the millisecond, from every process, by its id and by its state.', async () => {
      const [one, other] = stores();
      const authorization = makeAuthorization();
      await one.insertAuthorization(authorization);
      expect(await other.findAuthorization(authorization.authorizationId)).toStrictEqual(authorization);
      expect(await other.findAuthorizationByState(authorization.stateHash)).toStrictEqual(authorization);
    });

    test('What an attempt does not have is undefined when it comes back.', async () => {
      const [store] = stores();
      const bare = makeAuthorization({
        endUserId: undefined,
        endUserOrganizationId: undefined,
        returnUrl: undefined,
        sealedSecrets: undefined,
        namesIssuer: false,
        notices: [],
      });
      await store.insertAuthorization(bare);
      expect(await store.findAuthorization(bare.authorizationId)).toStrictEqual(bare);
    });

    test('An attempt that ended comes back with what came of it.', async () => {
      const [store] = stores();
      const { expiresAt: claimedAt } = makeAuthorization();
      for (const outcome of [connected, failure]) {
        const ended = makeAuthorization({ ...binding, claimedAt, outcome });
        await store.insertAuthorization(ended);
        expect(await store.findAuthorization(ended.authorizationId)).toStrictEqual(ended);
      }
    });

    test('There is none under an unknown id or state, nor under an id that cannot be stored.', async () => {
      const [store] = stores();
      await store.insertAuthorization(makeAuthorization());
      for (const id of ['unknown', '\0', '\ud800']) expect(await store.findAuthorization(id)).toBeUndefined();
      expect(await store.findAuthorizationByState('0'.repeat(64))).toBeUndefined();
    });

    test('A state belongs to one attempt, and so does a ticket.', async () => {
      const [one, other] = stores();
      const { stateHash, ticketHash, ...first } = makeAuthorization();
      await one.insertAuthorization({ ...first, stateHash, ticketHash });
      for (const taken of [{ stateHash }, { ticketHash }]) {
        await expect(other.insertAuthorization(makeAuthorization(taken))).rejects.toThrow(/unique/i);
      }
    });

    test('A ticket is spent once, however many spend it in whatever processes, and binds that browser.', async () => {
      const [one, other] = stores();
      const authorization = makeAuthorization();
      await one.insertAuthorization(authorization);
      const spend = (store: typeof one, name: string) =>
        store.spendTicket(authorization.ticketHash, { bindingHash: name, inPopup: true }, before(authorization));
      const spent = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) => spend(index % 2 === 0 ? one : other, name)));
      const [winner, ...more] = spent.filter((found) => found !== undefined);
      expect(more).toEqual([]);
      expect(winner).toStrictEqual({ ...authorization, bindingHash: winner?.bindingHash, inPopup: true });
      expect(await other.findAuthorization(authorization.authorizationId)).toStrictEqual(winner);
    });

    test('A ticket that is unknown, or whose attempt expired at that moment or has an outcome, is not spent.', async () => {
      const [store] = stores();
      const authorization = makeAuthorization();
      const ended = makeAuthorization({ outcome: failure });
      for (const one of [authorization, ended]) await store.insertAuthorization(one);
      expect(await store.spendTicket('0'.repeat(64), binding, before(authorization))).toBeUndefined();
      expect(await store.spendTicket(authorization.ticketHash, binding, authorization.expiresAt)).toBeUndefined();
      expect(await store.spendTicket(ended.ticketHash, binding, before(ended))).toBeUndefined();
      expect(await store.findAuthorization(authorization.authorizationId)).toStrictEqual(authorization);
    });

    test('An attempt is claimed once, however many claim it in whatever processes.', async () => {
      const [one, other] = stores();
      const authorization = makeAuthorization(binding);
      await one.insertAuthorization(authorization);
      const now = before(authorization);
      const claims = await Promise.all(
        Array.from({ length: 6 }, (_, index) => (index % 2 === 0 ? one : other).claimAuthorization(authorization.authorizationId, now)),
      );
      expect(claims.filter((claimed) => claimed !== undefined)).toStrictEqual([{ ...authorization, claimedAt: now }]);
    });

    test('An attempt that is not bound, expired at that moment, or has an outcome, is not claimed.', async () => {
      const [store] = stores();
      const bound = makeAuthorization(binding);
      const others = [makeAuthorization(), makeAuthorization({ ...binding, outcome: connected })];
      for (const one of [bound, ...others]) await store.insertAuthorization(one);
      expect(await store.claimAuthorization(bound.authorizationId, bound.expiresAt)).toBeUndefined();
      for (const one of others) expect(await store.claimAuthorization(one.authorizationId, before(one))).toBeUndefined();
    });

    test('The first outcome stays, and the sealed secrets go with it.', async () => {
      const [one, other] = stores();
      const authorization = makeAuthorization(binding);
      await one.insertAuthorization(authorization);
      expect(await one.settleAuthorization(authorization.authorizationId, connected)).toBe(true);
      expect(await other.settleAuthorization(authorization.authorizationId, failure)).toBe(false);
      expect(await other.findAuthorization(authorization.authorizationId)).toStrictEqual({
        ...authorization,
        outcome: connected,
        sealedSecrets: undefined,
      });
    });

    test('Attempts that expired before a moment are removed and counted; one that expires at that moment stays.', async () => {
      const [store] = stores();
      const moment = new Date('2026-11-20T10:00:00.500Z');
      const [old, now] = [-1, 0].map((ms) => makeAuthorization({ expiresAt: new Date(moment.getTime() + ms) }));
      for (const one of [old, now]) await store.insertAuthorization(one!);
      expect(await store.deleteAuthorizationsExpiredBefore(moment)).toBe(1);
      expect(await store.findAuthorization(old!.authorizationId)).toBeUndefined();
      expect(await store.findAuthorization(now!.authorizationId)).toStrictEqual(now);
    });
  });
}
