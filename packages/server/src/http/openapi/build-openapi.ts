import { CONSOLE_COOKIE } from '../console-cookie.ts';
import { listRouteErrors, type RouteError } from '../route-errors.ts';
import type { Area } from '../routes.ts';
import { buildOperation, nameOperation } from './build-operation.ts';
import { buildProxyOperations, PROXY_TAG, proxyRow } from './build-proxy-operations.ts';
import { buildSchemas, refTo } from './build-schemas.ts';
import type { OpenApiDocument, Operation } from './document.ts';

/** Where the API is, and in which version. */
export interface ApiFacts {
  /** Where callers reach the router. */
  readonly publicUrl: string;
  readonly version: string;
}

const DESCRIPTION = `Bodies are JSON, in both directions. A backend calls with a secret key, a page with a connect session token; both go into \`Authorization: Bearer …\`, and never the one in the other's place.

Every answer that is no success has the body \`{ "error": { "code", "message", "remedy", … } }\`: branch on the code; the rest is for people to read. Unknown fields are refused, so that a misspelt one does not go unnoticed.

\`X-Request-Id\` is taken over from the request when it is a sane one, and stands in every answer. \`Retry-After\` is given in seconds.`;

/** Describes the whole API from the table that serves it and the schemas that check its input. */
export function buildOpenApi(areas: readonly Area[], { publicUrl, version }: ApiFacts): OpenApiDocument {
  const book = buildSchemas(areas.flatMap(({ routes }) => routes.map((route) => ({ ...route, operationId: nameOperation(route) }))));
  const paths = new Map<string, Record<string, Operation>>();
  for (const { name, routes } of areas) {
    for (const route of routes) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
      paths.set(path, { ...paths.get(path), [route.method.toLowerCase()]: buildOperation(route, name, book) });
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Latchkey',
      version,
      summary: "Connects customers' PingOne environments to an app, and calls PingOne's API for it.",
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [...areas.map(({ name, description }) => ({ name, description })), PROXY_TAG],
    paths: { ...Object.fromEntries(paths), '/proxy/{path}': buildProxyOperations() },
    webhooks: {
      event: {
        post: {
          summary: 'Tells a webhook what happened to a connection.',
          description: 'Signed as Standard Webhooks has it, by the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`.',
          requestBody: { required: true, content: { 'application/json': { schema: refTo('WebhookEvent') } } },
          responses: { '2XX': { description: 'Taken. Anything else is tried again, but for 410: then nothing is sent any more.' } },
        },
      },
    },
    components: {
      schemas: book.schemas,
      securitySchemes: {
        secretKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A secret key, from a backend. Each route names the scope that the key must have.',
        },
        consoleSession: {
          type: 'apiKey',
          in: 'cookie',
          name: CONSOLE_COOKIE,
          description:
            'A session of the console, for its own pages. What changes something, and what is proxied, needs the header `X-Latchkey-CSRF` besides.',
        },
        connectSession: { type: 'http', scheme: 'bearer', description: 'The token of a connect session, from a page.' },
      },
    },
    'x-errors': describeErrors([...areas.flatMap(({ routes }) => routes), proxyRow].flatMap(listRouteErrors)),
  };
}

function describeErrors(errors: readonly RouteError[]): OpenApiDocument['x-errors'] {
  const byCode = Map.groupBy(errors, ({ code }) => code);
  return Object.fromEntries(
    [...byCode]
      .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
      .flatMap(([code, found]) => {
        const messages = [...new Set(found.map(({ message }) => message))];
        return found.slice(0, 1).map(({ status }) => [code, { status, messages }]);
      }),
  );
}
