import type { ShareLink } from '../core/share-link.ts';

/** A share link with its row number, which ascends in the order in which links were made. */
export interface StoredShareLink extends ShareLink {
  readonly rowId: number;
}

/**
 * What a change of a connection does to the share link that led to it: the link is used, and names the connection. Both are written, or
 * neither is; a link that is used, revoked or expired keeps the change from happening.
 */
export interface LinkUse {
  readonly linkId: string;
  readonly at: Date;
}

/** Keeps the links that start connect sessions; see {@link LinkUse} for what marks one as used. */
export interface ShareLinkStore {
  /** Adds a link. Its id and its token hash must be new. */
  insertShareLink(link: ShareLink): Promise<void>;

  /** Finds a link by the SHA-256 of its token, however it stands. */
  findShareLinkByToken(tokenHash: string): Promise<StoredShareLink | undefined>;

  /** Finds a link by its id, however it stands. There is none under an id that cannot be stored, here and in `revokeShareLink`. */
  findShareLink(linkId: string): Promise<StoredShareLink | undefined>;

  /** Lists links, the latest first. @param page.limit 1 to 1,000. */
  listShareLinks(page: { readonly limit: number; readonly beforeRowId?: number }): Promise<readonly StoredShareLink[]>;

  /** Notes when a link was opened first; later openings change nothing. */
  noteShareLinkOpened(linkId: string, at: Date): Promise<void>;

  /** Revokes a link that was neither used nor revoked. Resolves to whether it was this call that did. */
  revokeShareLink(linkId: string, at: Date): Promise<boolean>;

  /** Removes links that expired before a moment, used and revoked ones too. Resolves to how many. */
  deleteShareLinksExpiredBefore(moment: Date): Promise<number>;
}
