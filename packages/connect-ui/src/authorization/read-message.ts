import type { AuthorizationMessage } from '@latchkey/protocol';
import { isRecord } from '../api/read-json.ts';

const type: AuthorizationMessage['type'] = 'latchkey:authorization';

/** Whether a message says that an attempt has ended. It only makes the question to the server come sooner. */
// Security: a message counts only from where the callback page lives, and nothing is taken from it.
export function isAuthorizationMessage(authorizationId: string, apiOrigin: string | undefined, origin: string, data: unknown): boolean {
  return origin === apiOrigin && isRecord(data) && data['type'] === type && data['authorization_id'] === authorizationId;
}
