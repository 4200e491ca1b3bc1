import { randomUUID } from 'node:crypto';
import type { ConnectSession, SessionDefaults } from '../core/connect-session.ts';
import type { OAuthClient } from '../core/integration.ts';
import { lowerTags } from '../core/lower-tags.ts';
import type { ShareLink } from '../core/share-link.ts';
import type { Deps } from './deps.ts';
import { sealSessionClient } from './sealed-secrets.ts';
import { generateSessionToken, hashSessionToken } from './session-token.ts';

/** What a session permits, and to whom. */
export interface SessionGrant extends Pick<ConnectSession, 'endUser' | 'organization' | 'tags' | 'allowedIntegrations' | 'reconnects'> {
  readonly defaults: GivenDefaults | undefined;
  /** The link that it comes from; the session ends with it at the latest. */
  readonly shareLink: Pick<ShareLink, 'linkId' | 'expiresAt'> | undefined;
}

/** What a host gives a session, by integration id. */
export type GivenDefaults = Readonly<Record<string, Omit<SessionDefaults, 'sealedClient'> & { readonly client: OAuthClient | undefined }>>;

/** A new session. The token is told this once. */
export interface StartedConnectSession {
  /** For the end user's browser; it permits nothing but connecting. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Stores a session with a new token. @throws {ConnectError} `store_unavailable`; `store_full` */
export async function issueConnectSession(
  deps: Deps,
  { tags, defaults, shareLink, ...grant }: SessionGrant,
): Promise<StartedConnectSession> {
  const createdAt = deps.clock.now();
  const token = generateSessionToken();
  const endsAt = createdAt.getTime() + deps.connectSessionLifetimeSeconds * 1000;
  const expiresAt = new Date(Math.min(endsAt, shareLink?.expiresAt.getTime() ?? endsAt));
  const sessionId = randomUUID();
  await deps.store.insertConnectSession({
    ...grant,
    sessionId,
    defaults: defaults && (await sealDefaults(deps, sessionId, defaults)),
    tokenHash: hashSessionToken(token),
    tags: tags && lowerTags(tags),
    shareLinkId: shareLink?.linkId,
    createdAt,
    expiresAt,
  });
  return { token, expiresAt };
}

async function sealDefaults({ vault }: Deps, sessionId: string, given: GivenDefaults): Promise<ConnectSession['defaults']> {
  const sealed = Object.entries(given).map(async ([integrationId, { config, scopes, client }]) => {
    return [integrationId, { config, scopes, sealedClient: client && (await sealSessionClient(vault, sessionId, client)) }] as const;
  });
  return Object.fromEntries(await Promise.all(sealed));
}
