import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/**
 * Makes a store for one provider's tokens, codes and sessions that lives and dies with the process.
 *
 * @param findGraceSeconds For how long a client may use a rotated refresh token again.
 */
export function createMemoryAdapter(
  clock: () => Date,
  findGraceSeconds: (clientId: string | undefined) => number = () => 0,
): AdapterFactory {
  const entries = new Map<string, { readonly payload: AdapterPayload; readonly expiresAt: number }>();
  const read = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt > clock().getTime()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  return (model): Adapter => {
    const findBy = (property: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
      for (const key of entries.keys()) {
        const payload = key.startsWith(`${model}:`) ? read(key) : undefined;
        if (payload?.[property] === value) return payload;
      }
      return undefined;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = expiresIn === undefined ? Number.POSITIVE_INFINITY : clock().getTime() + expiresIn * 1000;
        entries.set(`${model}:${id}`, { payload, expiresAt });
      },
      find: async (id) => {
        const payload = read(`${model}:${id}`);
        if (model !== 'RefreshToken' || typeof payload?.consumed !== 'number') return payload;
        const isInGrace = clock().getTime() / 1000 < payload.consumed + findGraceSeconds(payload.clientId);
        return isInGrace ? { ...payload, consumed: undefined } : payload;
      },
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (userCode) => findBy('userCode', userCode),
      consume: async (id) => {
        const payload = read(`${model}:${id}`);
        if (payload) payload.consumed = Math.floor(clock().getTime() / 1000);
      },
      destroy: async (id) => {
        entries.delete(`${model}:${id}`);
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
}
