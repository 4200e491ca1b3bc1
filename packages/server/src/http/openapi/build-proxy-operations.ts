import { headers } from '@latchkey/protocol';
import { listRouteErrors, type RouteError } from '../route-errors.ts';
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
  { name: headers.integrationId, in: 'header', required: true, description: 'The id of the integration.', schema: { type: 'string' } },
  { name: headers.connectionId, in: 'header', required: true, description: 'The id of the connection.', schema: { type: 'string' } },
];

const anything = { '*/*': { schema: {} } };

/** Lists what the proxy may answer by itself. */
export function listProxyErrors(): readonly RouteError[] {
  return listRouteErrors({
    caller: 'backend',
    method: 'GET',
    query: undefined,
    body: undefined,
    errors: [
      'invalid_headers',
      'invalid_proxy_path',
      'unknown_integration',
      'unknown_connection',
      'connection_disabled',
      'invalid_credentials',
      'refresh_timeout',
      'proxy_unreachable',
      'proxy_timeout',
    ],
    explains: ['failures'],
  });
}

/** Describes the proxy: it takes all methods, and passes bodies through unread. */
export function buildProxyOperations(): Named<Operation> {
  const errors = buildErrors(listProxyErrors());
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
