import { expect, it, vi } from 'vitest';
import { later } from './later.ts';

it('loads once, however many ask at the same time', async () => {
  const load = vi.fn<() => Promise<string>>().mockResolvedValue('part');
  const source = later(load);
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([source.load(), source.load()])).toEqual(['part', 'part']);
  expect(load).toHaveBeenCalledOnce();
});

it('has it at hand once it has come', async () => {
  const source = later(() => Promise.resolve('part'));
  expect(source.get()).toBeUndefined();
  await source.load();
  expect(source.get()).toBe('part');
});

it('tries again after it could not be loaded', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue('part');
  const source = later(load);
  await expect(source.load()).rejects.toThrow('Failed to fetch');
  expect(await source.load()).toBe('part');
});
