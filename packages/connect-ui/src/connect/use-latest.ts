import { useEffect, useRef, type RefObject } from 'react';

/** Keeps the newest value for handlers that run later, so that a host may pass new functions at every render. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
