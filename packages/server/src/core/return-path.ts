/** Where somebody goes who asked for nothing else. */
const FIRST_PAGE = '/console/';

/** An origin that there is not, against which a path is read as a browser reads it. */
const ORIGIN = 'http://console.invalid';

/**
 * Reads where to go after signing in to the console.
 *
 * Security: only its own pages, as a browser understands the path; else a link to the console could lead anywhere, with the trust of having signed in.
 */
export function readReturnPath(given: string | undefined): string {
  const url = given?.startsWith('/') ? URL.parse(given, ORIGIN) : null;
  if (url?.origin !== ORIGIN) return FIRST_PAGE;
  const { pathname, search, hash } = url;
  const isPage = pathname.startsWith(FIRST_PAGE) && !/^\/console\/api(?:\/|$)/i.test(pathname);
  return isPage ? pathname + search + hash : FIRST_PAGE;
}
