import { createHash } from 'node:crypto';
import { VERSION } from '../../version.ts';
import { buildOpenApi } from '../openapi/build-openapi.ts';
import { referenceStyle } from '../openapi/reference-style.ts';
import { renderReference } from '../openapi/render-reference.ts';
import { forAnyone, type Exchange, type Route } from '../route.ts';
import type { Area } from '../routes.ts';

// Security: the page loads nothing and runs nothing; its own style is the only thing that counts, by its hash.
const REFERENCE_POLICY = `default-src 'none'; style-src 'sha256-${hash(referenceStyle).toString('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A text that stays as it is while the server runs. */
interface FixedText {
  readonly text: string;
  /** @see [RFC 9110 §8.8.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-8.8.3) */
  readonly etag: string;
}

/** Makes the routes that describe all routes, themselves included. */
export function createDescriptionRoutes(getAreas: () => readonly Area[]): readonly Route[] {
  const build = (publicUrl: string) => buildOpenApi(getAreas(), { publicUrl, version: VERSION });
  const getDocument = rememberText((publicUrl) => JSON.stringify(build(publicUrl)));
  const getReference = rememberText((publicUrl) => renderReference(build(publicUrl)));
  return [
    forAnyone({
      method: 'GET',
      path: '/openapi.json',
      summary: 'Describes this API as an OpenAPI 3.1 document.',
      cached: true,
      status: 200,
      media: 'application/json',
      respond: ({ deps }, exchange) => sendText(exchange, 'application/json', getDocument(deps.publicUrl)),
    }),
    forAnyone({
      method: 'GET',
      path: '/reference',
      summary: 'Describes this API on a page.',
      cached: true,
      status: 200,
      media: 'text/html',
      respond: ({ deps }, exchange) => {
        exchange.response.setHeader('Content-Security-Policy', REFERENCE_POLICY);
        sendText(exchange, 'text/html', getReference(deps.publicUrl));
      },
    }),
  ];
}

/** Makes each text once: there is one public URL for each `Connect` of the process. */
function rememberText(make: (publicUrl: string) => string): (publicUrl: string) => FixedText {
  const made = new Map<string, FixedText>();
  return (publicUrl) => {
    const known = made.get(publicUrl);
    if (known !== undefined) return known;
    const text = make(publicUrl);
    const fixed = { text, etag: `"${hash(text).toString('base64url')}"` };
    made.set(publicUrl, fixed);
    return fixed;
  };
}

function sendText({ request, response }: Exchange, media: string, { text, etag }: FixedText): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', etag);
  // Asked of the origin itself, `Cache-Control: no-cache` of the request changes nothing: Express would then not compare.
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  if (known.includes(etag) || known.includes('*')) response.status(304).end();
  else response.status(200).type(media).send(text);
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
