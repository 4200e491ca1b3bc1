import { readUuid } from '../clean-text.ts';

/** A client ID with its secret. */
export interface ClientPair {
  readonly client_id: string;
  readonly client_secret: string;
}

/**
 * Finds `ID:secret`, as `curl --user` takes it, or the same in an `Authorization: Basic` header.
 *
 * @see [RFC 7617 §2](https://www.rfc-editor.org/rfc/rfc7617.html#section-2)
 */
export function readClientPair(source: string): ClientPair | undefined {
  const encoded = /\bbasic\s{1,8}([a-z0-9+/]{16,2048}={0,2})/i.exec(source)?.[1];
  const [, id = '', secret = ''] =
    /(?<![\w/:-])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([^\s"'`]{8,1024})/i.exec(`${decodeBase64(encoded)} ${source}`) ?? [];
  const clientId = readUuid(id);
  return clientId === undefined || readUuid(secret) !== undefined ? undefined : { client_id: clientId, client_secret: secret };
}

function decodeBase64(text = ''): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
