import { describe, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { startWriter } from './start-writer.ts';

async function readAll(lines: AsyncIterable<string>): Promise<string[]> {
  const all = [];
  for await (const line of lines) all.push(line);
  return all;
}

/** Describes what a store promises to processes that share it, and to one that is killed. */
export function describeProcesses(name: string, useDatabase: (test: (database: string) => Promise<void>) => Promise<void>): void {
  describe(`Several processes on ${name}`, () => {
    test('They may start at once on an empty database, and what they write at once is made once.', { timeout: 60_000 }, () =>
      useDatabase(async (database) => {
        const said = await Promise.all(['a', 'b', 'c'].map((prefix) => readAll(startWriter(database, prefix, 100).lines)));
        expect(said.map((lines) => lines.length)).toEqual([100, 100, 100]);
        const made = said.flat().filter((line) => line.startsWith('made '));
        expect(made).toHaveLength(100);

        const store = openStore({ database });
        const { connections: stored } = await store.listConnections({}, { limit: 1_000 });
        expect(new Set(stored.map(({ connectionId }) => `made ${connectionId}`))).toEqual(new Set(made));
        await store.close();
      }),
    );

    test('One that is killed in the middle has lost nothing that was acknowledged, and the store works on.', { timeout: 60_000 }, () =>
      useDatabase(async (database) => {
        const writer = startWriter(database, 'a', 1_000_000);
        const acknowledged: string[] = [];
        for await (const line of writer.lines) {
          acknowledged.push(line);
          if (acknowledged.length === 50) await writer.kill();
        }
        expect(acknowledged.length).toBeGreaterThanOrEqual(50);

        const store = openStore({ database });
        await store.check();
        for (const line of acknowledged) {
          expect(await store.findConnection('pingone-cc', line.slice('made '.length))).toMatchObject({ status: 'active' });
        }
        await store.close();
      }),
    );
  });
}
