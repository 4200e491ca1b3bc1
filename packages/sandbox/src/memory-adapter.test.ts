import { expect, test } from 'vitest';
import { createMemoryAdapter } from './memory-adapter.ts';

function openStore() {
  let now = new Date('2026-01-01T00:00:00Z');
  const store = createMemoryAdapter(() => now);
  return {
    store,
    wait: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

test('what expires is not found any more', async () => {
  const { store, wait } = openStore();
  const codes = store('AuthorizationCode');
  await codes.upsert('a', { kind: 'AuthorizationCode' }, 60);
  wait(59);
  expect(await codes.find('a')).toBeDefined();
  wait(1);
  expect(await codes.find('a')).toBeUndefined();
});

test('models do not see each other’s entries', async () => {
  const { store } = openStore();
  await store('Session').upsert('a', { uid: 'u' });
  expect(await store('Grant').find('a')).toBeUndefined();
  expect(await store('Session').findByUid('u')).toEqual({ uid: 'u' });
  expect(await store('Session').findByUserCode('u')).toBeUndefined();
});

test('what was consumed says so', async () => {
  const { store } = openStore();
  await store('RefreshToken').upsert('a', {});
  await store('RefreshToken').consume('a');
  expect(await store('RefreshToken').find('a')).toEqual({ consumed: 1_767_225_600 });
});

test('revoking a grant takes all that it gave', async () => {
  const { store } = openStore();
  await store('AccessToken').upsert('a', { grantId: 'g' });
  await store('RefreshToken').upsert('r', { grantId: 'g' });
  await store('RefreshToken').upsert('other', { grantId: 'h' });
  await store('RefreshToken').revokeByGrantId('g');
  expect(await store('AccessToken').find('a')).toBeUndefined();
  expect(await store('RefreshToken').find('r')).toBeUndefined();
  expect(await store('RefreshToken').find('other')).toBeDefined();
  await store('RefreshToken').destroy('other');
  expect(await store('RefreshToken').find('other')).toBeUndefined();
});
