import { randomUUID } from 'node:crypto';
import type { ConsoleRole } from '@latchkey/protocol';
import type { Clock } from '../clock.ts';
import { computeExpiry, computeExtension, type ConsoleSession } from '../core/console-session.ts';
import type { ConsoleStore } from '../store/console-store.ts';
import type { Background } from '../use-cases/background.ts';
import { generateSecret, hashSecret } from '../use-cases/hash-secret.ts';

/** Somebody who has just proved who they are. */
export interface SignedInPerson {
  /** The same at each sign-in. */
  readonly subject: string;
  readonly name: string;
  readonly role: ConsoleRole;
  readonly via: ConsoleSession['via'];
}

/** A session that has begun. The token is told this once. */
export interface BegunSession {
  readonly token: string;
  readonly session: ConsoleSession;
}

/** Who is signed in. */
export interface ConsoleSessions {
  /**
   * Begins a session, always with a token of its own, and ends the one that the browser had before.
   *
   * @param former The token that the browser came with.
   */
  begin(person: SignedInPerson, former: string | undefined): Promise<BegunSession>;
  /** Finds the session of a token, if it is still good, and keeps it alive. */
  find(token: string): Promise<ConsoleSession | undefined>;
  end(sessionId: string): Promise<void>;
  /** Ends all sessions of one person, or of everybody. */
  endAll(subject?: string): Promise<void>;
}

/** What sessions are kept with. */
interface SessionParts {
  readonly store: ConsoleStore;
  readonly clock: Clock;
  readonly background: Background;
  /** What the options say of each way to sign in, as a hash; `undefined` for one that there is not. */
  readonly methods: Readonly<Record<ConsoleSession['via'], string | undefined>>;
}

/** Creates it. Nothing is remembered: a session that ends anywhere has ended everywhere. */
export function createConsoleSessions({ store, clock, background, methods }: SessionParts): ConsoleSessions {
  return {
    async begin(person, former) {
      const now = clock.now();
      await store.deleteConsoleSessionsExpiredBefore(now);
      const known = former === undefined ? undefined : await store.findConsoleSession(hashSecret(former));
      if (known !== undefined) await store.deleteConsoleSession(known.sessionId);
      const token = generateSecret();
      const session: ConsoleSession = {
        ...person,
        sessionId: randomUUID(),
        tokenHash: hashSecret(token),
        method: methods[person.via] ?? '',
        createdAt: now,
        expiresAt: computeExpiry(now, now),
      };
      await store.insertConsoleSession(session);
      return { token, session };
    },

    async find(token) {
      const session = await store.findConsoleSession(hashSecret(token));
      const now = clock.now();
      // Security: who signed in by a password that is no longer the one, or by groups that no longer count, has to do so anew.
      if (session === undefined || now >= session.expiresAt || session.method !== methods[session.via]) return undefined;
      const extension = computeExtension(session, now);
      if (extension !== undefined) {
        background.start(`use of session ${session.sessionId}`, () => store.extendConsoleSession(session.sessionId, extension));
      }
      return session;
    },

    end: async (sessionId) => void (await store.deleteConsoleSession(sessionId)),
    endAll: (subject) => store.deleteConsoleSessions(subject),
  };
}
