import type { Later } from '../primitives/later.ts';

/** How long anybody waits for it, in milliseconds. */
const DEADLINE_MS = 3_000;

/** Loads a part that can be done without. @returns `undefined` when it could not be loaded, or not in time; nobody is told. */
export function loadInTime<Part>(source: Later<Part> | undefined): Promise<Part | undefined> {
  return new Promise((resolve) => {
    const settle = (part?: Part): void => {
      clearTimeout(timer);
      resolve(part);
    };
    const timer = setTimeout(settle, DEADLINE_MS);
    Promise.resolve(source?.load()).then(settle, () => settle());
  });
}
