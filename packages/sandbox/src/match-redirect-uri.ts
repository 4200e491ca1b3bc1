const LOOPBACK = /^(https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d+)?(?=[/?#]|$)/;

/** Tells whether a redirect URI is one of the registered ones, character by character. */
// PingOne: any port will do for a loopback host, because a native application takes the one that is free.
export function matchesRedirectUri(registered: readonly string[], redirectUri: string): boolean {
  return registered.some((one) => stripLoopbackPort(one) === stripLoopbackPort(redirectUri));
}

function stripLoopbackPort(uri: string): string {
  return uri.replace(LOOPBACK, '$1');
}
