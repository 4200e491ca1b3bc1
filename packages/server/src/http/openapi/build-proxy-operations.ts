import { headers } from '@latchkey/protocol';
import { listRouteErrors } from '../route-errors.ts';
import { buildErrors } from './build-operation.ts';
import type { Named, Operation, Parameter } from './document.ts';

/** What the proxy is found under. */
export const PROXY_TAG = { name: 'Proxy', description: "The provider's API, with the token of a connection." };

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

const parameters: readonly Parameter[] = [
  {
    name: 'path',
    in: 'path',
    required: true,
    description: 'The path of the provider’s API; it may hold slashes, and a query may follow.',
    schema: { type: 'string' },
  },
  header(headers.integrationId, 'The id of the integration.', { required: true }),
  header(headers.connectionId, 'The id of the connection.', { required: true }),
  header('base-url-override', 'The base URL of another of the provider’s APIs, in the region of the connection. Empty is the usual one.'),
  header('retries', 'How often a request is sent again that can be sent twice, when the provider is busy or gone.', { type: 'integer' }),
  header('retry-on', 'Statuses upon which it is sent again besides, joined by commas.'),
];

function header(name: string, description: string, { required = false, type = 'string' } = {}): Parameter {
  return { name: name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()), in: 'header', required, description, schema: { type } };
}

const anything = { '*/*': { schema: {} } };

/** What the proxy may answer by itself is told as of a row of the table. */
export const proxyRow: Parameters<typeof listRouteErrors>[0] = {
  caller: 'backend',
  method: 'GET',
  query: undefined,
  body: undefined,
  errors: [
    'invalid_headers',
    'invalid_proxy_path',
    'base_url_not_allowed',
    'proxy_headers_too_large',
    'unknown_integration',
    'unknown_connection',
    'connection_disabled',
    'invalid_credentials',
    'refresh_timeout',
    'proxy_unreachable',
    'proxy_timeout',
    'proxy_answer_invalid',
    'proxy_body_timeout',
    'proxy_body_taken',
    'proxy_busy',
    'proxy_rate_limited',
  ],
  explains: ['failures'],
};

/** Describes the proxy: it takes all methods, and passes bodies through unread. */
export function buildProxyOperations(): Named<Operation> {
  const errors = buildErrors(listRouteErrors(proxyRow));
  return Object.fromEntries(
    METHODS.map((method) => [
      method,
      {
        operationId: `proxy${method.charAt(0).toUpperCase()}${method.slice(1)}`,
        tags: [PROXY_TAG.name],
        summary: "Passes a request on to the provider's API.",
        description:
          'The secret key needs the scope `proxy`. Path, query, body and end-to-end headers pass unchanged, and so does the answer.',
        security: [{ secretKey: ['proxy'] }],
        parameters,
        ...(!['get', 'head', 'options'].includes(method) && { requestBody: { required: false, content: anything } }),
        responses: {
          ...errors,
          default: { description: 'The provider’s own answer.', content: anything },
        },
      },
    ]),
  );
}
