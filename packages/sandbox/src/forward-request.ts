import { IncomingMessage } from 'node:http';
import type { Request } from 'express';

/** What a request is to be behind the door. */
export interface ForwardedRequest {
  readonly method: 'GET' | 'POST';
  /** The provider's own path, which begins where the issuer's path ends. */
  readonly path: string;
  /** The query of a GET, the body of a POST. */
  readonly params: URLSearchParams;
  /** Cookies that it has besides. */
  readonly cookies?: string;
}

/**
 * Copies a request whose body has been read, as a reverse proxy does, with parameters of its own and without HTTP Basic.
 *
 * @param mount The path at which the provider stands, from the host on.
 */
export function forwardRequest(request: Request, mount: string, { method, path, params, cookies }: ForwardedRequest): IncomingMessage {
  const query = params.toString();
  const body = Buffer.from(method === 'POST' ? query : '');
  const forwarded = new IncomingMessage(request.socket);
  const { authorization: _authorization, 'transfer-encoding': _encoding, cookie, ...headers } = request.headers;
  forwarded.method = method;
  forwarded.url = method === 'GET' && query !== '' ? `${path}?${query}` : path;
  // The provider finds out from it below which path it stands.
  Object.assign(forwarded, { originalUrl: mount + forwarded.url });
  const allCookies = [cookie, cookies].filter((one) => one !== undefined).join('; ');
  forwarded.headers = {
    ...headers,
    ...(allCookies !== '' && { cookie: allCookies }),
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  };
  // An incomplete message would take its socket down with it once it is read.
  forwarded.complete = true;
  forwarded.push(body);
  forwarded.push(null);
  return forwarded;
}
