/** A browser without a screen: it keeps cookies by origin and path, and follows redirects until it comes to a page or to where it shall stop. */
export interface TestBrowser {
  /** Opens an address, or sends a form to it. */
  open(
    url: string,
    request?: { readonly form?: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Landing>;
  /** The cookies that it would send to an address, as a header. */
  cookiesFor(url: string): string;
  /** Keeps what an answer sets. */
  keep(url: string, headers: Headers): void;
}

/** Where a browser ends up. */
export interface Landing {
  /** The address of the page, or the one at which it stopped. */
  readonly url: URL;
  readonly response: Response | undefined;
}

interface Cookie {
  readonly origin: string;
  readonly path: string;
  readonly pair: string;
}

/** Creates it, with no cookies. @param stopsAt Addresses that begin like this are not opened when a redirect leads there. */
export function createTestBrowser(stopsAt: string): TestBrowser {
  const cookies = new Map<string, Cookie>();

  const cookiesFor = (url: string): string => {
    const { origin, pathname } = new URL(url);
    return [...cookies.values()]
      .filter((cookie) => cookie.origin === origin && pathname.startsWith(cookie.path))
      .map(({ pair }) => pair)
      .join('; ');
  };

  const keep = (url: string, headers: Headers): void => {
    const { origin } = new URL(url);
    for (const cookie of headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const key = `${origin} ${path} ${pair.split('=')[0]}`;
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(key);
      else cookies.set(key, { origin, path, pair });
    }
  };

  const open: TestBrowser['open'] = async (url, { form, headers = {} } = {}) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookiesFor(url), ...headers },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    keep(url, response.headers);
    const location = response.headers.get('location');
    if (location === null) return { url: new URL(url), response };
    const next = new URL(location, url);
    return next.href.startsWith(stopsAt) ? { url: next, response: undefined } : open(next.href);
  };
  return { open, cookiesFor, keep };
}
