import { ConnectError } from '../../errors.ts';

/** Checks what `pg` would only stumble over at the first statement. @throws {ConnectError} `invalid_option` */
export function checkPostgresUrl(url: string): void {
  if (!isReadable(url)) throw unreadableUrl();
}

/** Security: nothing of the URL and no cause, which would quote it, because there may be a password in it. */
export function unreadableUrl(): ConnectError {
  const message = 'The option "database" is no URL that can be read. A sign of the user or the password may mean something else there.';
  const remedy =
    'Write such signs of the user and the password percent-encoded: "/" as %2F, "#" as %23, "?" as %3F, "@" as %40, "%" as %25.';
  return new ConnectError({ code: 'invalid_option', status: 500, message, remedy, retryable: false });
}

function isReadable(url: string): boolean {
  // Where the query names a socket's folder, no host needs to follow the "@".
  const parsed = URL.parse(url) ?? URL.parse(url.replace('@/', '@socket/'));
  if (parsed === null) return false;
  // Without a user, an "@" further on was to end the password.
  return parsed.username !== '' || !(parsed.pathname + parsed.hash).includes('@');
}
