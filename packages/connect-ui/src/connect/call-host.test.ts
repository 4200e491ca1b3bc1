import { afterEach, describe, expect, it, vi } from 'vitest';
import { callHost } from './call-host.ts';

const mistake = new Error('the host’s own');
const failing = (): never => {
  throw mistake;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what the host gave', () => {
  it('is called with what it is told, and need not be there', () => {
    const callback = vi.fn<(first: string, second: number) => void>();
    callHost(callback, 'a', 1);
    expect(callback).toHaveBeenCalledExactlyOnceWith('a', 1);
    callHost(undefined);
  });

  it('may throw: that goes no further, and is thrown where nobody catches it', () => {
    const later: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (act: () => void) => later.push(act));
    callHost(failing);
    expect(later).toHaveLength(1);
    expect(later[0]).toThrow(mistake);
  });
});
