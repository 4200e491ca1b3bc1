import { randomUUID } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { ClientMetadata } from 'oidc-provider';
import { Provider } from 'oidc-provider';
import type { Application, AuthMethod, Environment } from './environments.ts';
import { buildOAuthBody, VALIDATION_FAILED } from './error-bodies.ts';
import { INVALID_CREDENTIALS } from './judge-token-request.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer } from './sandbox-state.ts';

/** How long an access token lives, in seconds. */
const ACCESS_TOKEN_SECONDS = 3600;

/** What a method is behind the door, to which Basic comes as Post. A client without a secret is not known there. */
const METHODS_BEHIND: ReadonlyMap<AuthMethod, 'client_secret_post' | 'client_secret_jwt'> = new Map([
  ['CLIENT_SECRET_BASIC', 'client_secret_post'],
  ['CLIENT_SECRET_POST', 'client_secret_post'],
  ['CLIENT_SECRET_JWT', 'client_secret_jwt'],
]);

/** An environment's authorization server, behind the door that judges who may come in. */
export interface OpenProvider {
  /** Hands a judged request over. */
  readonly handle: (request: Request, response: Response, judged: JudgedRequest) => void;
}

/** What a request is to be behind the door. */
interface JudgedRequest {
  /** One of the provider's own paths, which begin where the issuer's path ends. */
  readonly path: string;
  /** The body. */
  readonly form: URLSearchParams;
  /** Claims that replace the access token's own. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Opens an environment's authorization server: `oidc-provider`, with PingOne's tokens and errors. */
export function openProvider(state: SandboxState, environment: Environment): OpenProvider {
  const { topLevelDomain } = environment.region;
  const audience = `https://api.pingone.${topLevelDomain}`;
  const claimsByRequest = new WeakMap<IncomingMessage, Readonly<Record<string, unknown>>>();
  const provider = new Provider(buildIssuer(state, environment), {
    adapter: createMemoryAdapter(state.clock),
    clients: environment.applications.flatMap(describeClient),
    jwks: { keys: [state.keys.privateJwk] },
    clientAuthMethods: [...new Set(METHODS_BEHIND.values())],
    clientBasedCORS: () => true,
    routes: { token: '/token' },
    ttl: { ClientCredentials: ACCESS_TOKEN_SECONDS },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({ scope: '', audience, accessTokenFormat: 'jwt', accessTokenTTL: ACCESS_TOKEN_SECONDS }),
      },
    },
    formats: {
      customizers: {
        jwt: (context, token, parts) => {
          const issuedAt = Math.floor(state.clock().getTime() / 1000);
          const id = randomUUID();
          // PingOne: a worker's token has neither "sub" nor "scope", its header no "typ", and its "aud" is a list.
          parts.header = { typ: undefined };
          parts.payload = {
            client_id: token.clientId,
            iss: parts.payload.iss,
            jti: id,
            iat: issuedAt,
            exp: issuedAt + ACCESS_TOKEN_SECONDS,
            aud: [audience],
            env: environment.id,
            org: environment.organizationId,
            'p1.rid': id,
            ...claimsByRequest.get(context.req),
          };
        },
      },
    },
  });
  provider.use(async (context, next) => {
    await next();
    const body: { error?: unknown; error_description?: unknown } | undefined = context.body;
    if (typeof body?.error !== 'string') return;
    const { error, error_description: text = error } = body;
    const reason = error === 'invalid_client' ? INVALID_CREDENTIALS.reason : `${VALIDATION_FAILED}: ${String(text)}`;
    context.body = buildOAuthBody({ status: context.status, error, reason }, context.response.get('correlation-id'));
  });
  provider.on('server_error', (_context, error) => state.log(`The authorization server of "${environment.name}" failed: ${error.stack}`));
  const answer = provider.callback();
  return {
    handle: (request, response, { path, form, claims }) => {
      const forwarded = forward(request, path, form);
      claimsByRequest.set(forwarded, claims);
      void answer(forwarded, response);
    },
  };
}

/** Copies a request whose body has been read, as a reverse proxy does, with a body of its own and without HTTP Basic. */
function forward(request: Request, path: string, form: URLSearchParams): IncomingMessage {
  const body = Buffer.from(form.toString());
  const forwarded = new IncomingMessage(request.socket);
  const { authorization: _authorization, 'transfer-encoding': _encoding, ...headers } = request.headers;
  forwarded.method = request.method;
  forwarded.url = path;
  // The provider finds out from it below which path it stands.
  Object.assign(forwarded, { originalUrl: request.originalUrl });
  forwarded.headers = { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
  // An incomplete message would take its socket down with it once it is read.
  forwarded.complete = true;
  forwarded.push(body);
  forwarded.push(null);
  return forwarded;
}

function describeClient(application: Application): ClientMetadata[] {
  const { clientId, clientSecret, grantTypes, redirectUris } = application;
  const method = METHODS_BEHIND.get(application.authMethod);
  if (method === undefined) return [];
  return [
    {
      client_id: clientId,
      client_secret: clientSecret,
      token_endpoint_auth_method: method,
      grant_types: [...grantTypes],
      redirect_uris: [...redirectUris],
      response_types: redirectUris.length > 0 ? ['code'] : [],
      application_type: redirectUris.length > 0 ? 'native' : 'web',
    },
  ];
}
