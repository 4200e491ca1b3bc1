import type { Cancellation } from '../core/cancellation.ts';
import type { ConnectionKey } from '../core/connect-session.ts';
import { createCallLane, type CallLane, type LaneParts, type Place } from './call-lane.ts';

/** The calls of this process to providers' APIs, ordered by connection. */
export interface ApiTraffic {
  /**
   * Waits until a call may go out: in the order in which they came, no more at a time than the connection's share, and none while the provider
   * has asked to be left alone. After such a pause one goes ahead, and the others follow when it is not refused.
   *
   * @param maxConcurrent How many calls of the connection may be under way.
   * @param again Whether the call was under way before: it goes first, and always finds room to wait.
   * @throws {ConnectError} `proxy_busy` when too many wait, or it has waited too long; `proxy_rate_limited` when the pause is longer than calls wait.
   * @throws The signal's reason when it is aborted.
   */
  enter(key: ConnectionKey, maxConcurrent: number, signal: Cancellation, again?: boolean): Promise<Place>;
  /** How many connections something is kept of: those with a call under way or waiting, or in a pause. */
  size(): number;
}

/** Creates it, with nothing under way. A connection that is not in use costs nothing. */
export function createApiTraffic(parts: LaneParts): ApiTraffic {
  const lanes = new Map<string, CallLane>();

  const open = (key: string, maxConcurrent: number): CallLane => {
    const lane: CallLane = createCallLane(parts, maxConcurrent, () => {
      // A pause that ends late may be that of a lane that was forgotten and opened anew.
      if (lanes.get(key) === lane) lanes.delete(key);
    });
    lanes.set(key, lane);
    return lane;
  };

  return {
    enter({ integrationId, connectionId }, maxConcurrent, signal, again = false) {
      if (signal.aborted) return Promise.reject(signal.reason);
      // The id of an integration holds no space.
      const key = `${integrationId} ${connectionId}`;
      return (lanes.get(key) ?? open(key, maxConcurrent)).enter(signal, again);
    },
    size: () => lanes.size,
  };
}
