import type { Gate } from './gate.ts';
import { auditWork } from './http/audit-action.ts';
import { nameAction } from './http/route.ts';
import { routes } from './http/routes.ts';
import { PROCESS, type Audit } from './use-cases/audit.ts';

/** How the functions of {@link Connect} enter. */
export interface Entrance {
  readonly enter: Gate['enter'];
  /**
   * Does what changes something, and writes down that the host's own process did it, in the words of the route that does the same.
   *
   * @param action Method and path of the route.
   * @param target What the path names.
   */
  readonly change: <Result>(action: string, target: string | undefined, work: () => Promise<Result>) => Promise<Result>;
}

const STATUSES: ReadonlyMap<string, number> = new Map(routes.map((route) => [nameAction(route), route.status]));

/** Creates it. */
export function createEntrance(gate: Gate, audit: Audit): Entrance {
  return {
    enter: gate.enter,
    change: (action, target, work) => {
      const status = STATUSES.get(action);
      if (status === undefined) throw new TypeError(`There is no route "${action}".`);
      return gate.enter(() => auditWork(audit, { actor: PROCESS, action, target, requestId: undefined }, work, () => status));
    },
  };
}
