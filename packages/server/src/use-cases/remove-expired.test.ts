import { expect, test } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import { removeExpired } from './remove-expired.ts';

test('Sessions and attempts are kept for a day after their end, links for 30 days.', async () => {
  const clock = createTestClock();
  const days = (count: number): Date => new Date(clock.now().getTime() - count * 86_400_000);
  const removed: [string, Date][] = [];
  const note = (name: string) => (moment: Date) => Promise.resolve(removed.push([name, moment]));
  const store = {
    deleteConnectSessionsExpiredBefore: note('sessions'),
    deleteAuthorizationsExpiredBefore: note('attempts'),
    deleteShareLinksExpiredBefore: note('links'),
  };
  await removeExpired({ store, clock });
  expect(removed).toEqual([
    ['sessions', days(1)],
    ['attempts', days(1)],
    ['links', days(30)],
  ]);
});
