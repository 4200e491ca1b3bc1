import { useCallback, useEffect, useState } from 'react';

/** A part of the component that is loaded when it is needed, and once only. */
export interface Later<Part> {
  /** `undefined` until it has come. */
  readonly get: () => Part | undefined;
  /** Loads it, or gives it when it is there. Rejects when it could not be loaded; the next call tries again. */
  readonly load: () => Promise<Part>;
}

/** Makes a part that is loaded later out of its `import()`. */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let come: Part | undefined;
  let loading: Promise<Part> | undefined;
  return {
    get: () => come,
    load: () =>
      (loading ??= load().then(
        (part) => (come = part),
        (thrown: unknown) => {
          loading = undefined;
          throw thrown;
        },
      )),
  };
}

/** A part as far as it is there, and what loads it again after it could not be. */
export interface UsedLater<Part> {
  readonly part: Part | undefined;
  readonly retry: (() => void) | undefined;
}

/**
 * Uses a part that is loaded later.
 *
 * @param wanted Whether it is needed, now or soon.
 */
export function useLater<Part>(source: Later<Part>, wanted: boolean): UsedLater<Part> {
  const [come, setCome] = useState<boolean>();
  const load = useCallback((): void => {
    source.load().then(
      () => setCome(true),
      () => setCome(false),
    );
  }, [source]);
  useEffect(() => {
    if (wanted && !source.get()) load();
  }, [wanted, source, load]);
  const retry = (): void => {
    setCome(undefined);
    load();
  };
  return { part: wanted ? source.get() : undefined, retry: come === false ? retry : undefined };
}
