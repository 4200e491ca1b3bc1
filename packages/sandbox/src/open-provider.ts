import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { Interaction, InteractionResults, KoaContextWithOIDC, RefreshToken } from 'oidc-provider';
import { Provider } from 'oidc-provider';
import { describeClient, METHODS_BEHIND } from './describe-client.ts';
import { buildAccessTokenClaims, dressTokenAnswer, nameScopesBehind } from './dress-tokens.ts';
import type { Application, Environment } from './environments.ts';
import { appendCorrelationId, buildOAuthBody, VALIDATION_FAILED } from './error-bodies.ts';
import type { ForwardedRequest } from './forward-request.ts';
import { forwardRequest } from './forward-request.ts';
import { createInteractionPolicy } from './interaction-policy.ts';
import type { IssuePlan } from './issue-plan.ts';
import { INVALID_CREDENTIALS } from './judge-token-request.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer, buildSignOnUrl } from './sandbox-state.ts';
import type { Fate } from './scenario.ts';
import { sendBack } from './send-back.ts';
import type { SwitchValues } from './switches.ts';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** An environment's authorization server, behind the door that judges who may come in. */
export interface OpenProvider {
  /** Hands a judged request over. */
  readonly handle: (request: Request, response: Response, judged: ForwardedRequest & { readonly plan: IssuePlan }) => void;
  /** Finds a sign-on that has begun. */
  readonly findFlow: (flowId: string) => Promise<Interaction | undefined>;
  /** Ends one step of a sign-on; `/resume` goes on from there. */
  readonly endStep: (flow: Interaction, result: InteractionResults) => Promise<void>;
  /** Finds a live refresh token by its opaque value. */
  readonly findRefreshToken: (value: string) => Promise<RefreshToken | undefined>;
  /** Revokes a refresh token and all that came of the same sign-on for the same application. */
  readonly revokeRefreshToken: (value: string) => Promise<void>;
  /** Lets something happen to a code or refresh token before it is presented. */
  readonly suffer: (value: string, fate: Fate) => Promise<void>;
  /** Ends the session that a cookie names. */
  readonly endSession: (sessionId: string) => Promise<void>;
}

/** Opens an environment's authorization server: `oidc-provider`, with PingOne's tokens, errors and manners. */
function openProvider(state: SandboxState, environment: Environment): OpenProvider {
  const issuer = buildIssuer(state, environment);
  const mount = new URL(issuer).pathname;
  const signOnUrl = buildSignOnUrl(state, environment);
  const audience = `https://api.pingone.${environment.region.topLevelDomain}`;
  const plans = new WeakMap<IncomingMessage, IssuePlan>();
  const findPlan = (context: { readonly req: IncomingMessage }): IssuePlan => {
    const plan = plans.get(context.req);
    if (!plan) throw new TypeError('A request came to the provider without a plan.');
    return plan;
  };
  const findApplication = (clientId: string | undefined): Application | undefined =>
    environment.applications.find((application) => application.clientId === clientId);
  const provider = new Provider(issuer, {
    adapter: createMemoryAdapter(state.clock, (clientId) => findApplication(clientId)?.refreshTokens.graceSeconds ?? 0),
    clients: environment.applications.flatMap(describeClient),
    jwks: { keys: [state.keys.privateJwk] },
    clientAuthMethods: [...new Set(METHODS_BEHIND.values())],
    clientBasedCORS: () => true,
    routes: { token: '/token', authorization: '/authorize' },
    cookies: { names: { session: 'ST' }, long: { httpOnly: true, sameSite: 'lax', path: mount } },
    extraParams: ['ask_consent', 'asked_response_mode'],
    interactions: { policy: createInteractionPolicy(state.clock), url: (_context, flow) => `${signOnUrl}?flowId=${flow.uid}` },
    pkce: { required: () => false },
    rotateRefreshToken: true,
    // PingOne: a session that ends takes the refresh tokens with it, which "findAccount" sees to.
    expiresWithSession: () => false,
    issueRefreshToken: (context, _client, code) => givesRefreshToken(findPlan(context).application, code.scopes),
    findAccount: async (_context, id, token) => {
      const user = environment.directory.find((user) => user.id === id);
      if (!user?.enabled) return undefined;
      const sessionUid = token?.kind === 'RefreshToken' ? token.sessionUid : undefined;
      if (sessionUid !== undefined && !(await provider.Session.findByUid(sessionUid))) return undefined;
      return { accountId: id, claims: () => ({ sub: id }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ accountId: oidc.account?.accountId, clientId: oidc.client?.clientId });
      const scope = oidc.params?.['scope'];
      if (typeof scope !== 'string') return undefined;
      grant.addOIDCScope(scope);
      grant.addResourceScope(audience, scope);
      await grant.save();
      return grant;
    },
    renderError: (context, { error, error_description: text = error }) => {
      const body = { id: context.response.get('correlation-id'), code: 'INVALID_REQUEST', message: `${VALIDATION_FAILED}: ${text}` };
      context.redirect(`${signOnUrl}?error=${encodeURIComponent(JSON.stringify(body))}`);
    },
    ttl: {
      AccessToken: (context) => findPlan(context).accessTokenSeconds,
      ClientCredentials: (context) => findPlan(context).accessTokenSeconds,
      RefreshToken: (context) => findPlan(context).refreshTokenSeconds,
      // A grant is what all refresh tokens of one sign-on hang on, so its life is how long they can be rotated.
      Grant: (_context, { clientId }) => findApplication(clientId)?.refreshTokens.rollingSeconds ?? 180 * DAY_SECONDS,
      // A session outlives all that hangs on it: here it ends by signing off, or by a scenario.
      Session: 180 * DAY_SECONDS,
      Interaction: HOUR_SECONDS / 4,
      IdToken: HOUR_SECONDS,
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        // PingOne: one access token serves the API and the user info endpoint.
        useGrantedResource: () => true,
        getResourceServerInfo: (context, _resource, client) => ({
          scope: nameScopesBehind(findApplication(client.clientId)?.scopes ?? []),
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: findPlan(context).accessTokenSeconds,
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (context, token, parts) => {
          const { RefreshToken: refreshToken, AuthorizationCode: code } = context.oidc.entities;
          const signOn = refreshToken ?? code;
          const granted = signOn && { signOn, scope: String(token.scope) };
          parts.header = { typ: undefined };
          parts.payload = { ...buildAccessTokenClaims(state, environment, findPlan(context), token.clientId, granted) };
        },
      },
    },
  });
  provider.use(async (context: KoaContextWithOIDC, next) => {
    await next();
    const plan = findPlan(context);
    const body = new Map(Object.entries(context.body ?? {}));
    const error: unknown = body.get('error');
    if (context.status === 303) answerAuthorization(context, plan, signOnUrl);
    else if (typeof error === 'string') refuse(context, plan.switches, error, body.get('error_description'));
    else if (plan.losesAnswer) {
      context.respond = false;
      context.res.socket?.destroy();
    } else {
      const { RefreshToken: refreshToken, AuthorizationCode: code } = context.oidc.entities;
      const signOn = refreshToken ?? code;
      if (signOn) context.body = await dressTokenAnswer(state, environment, plan, Object.fromEntries(body), signOn);
    }
  });
  provider.on('server_error', (_context, error) => state.log(`The authorization server of "${environment.name}" failed: ${error.stack}`));
  const answer = provider.callback();
  let lastExchange: Promise<unknown> = Promise.resolve();
  return {
    handle: (request, response, { plan, ...judged }) => {
      const forwarded = forwardRequest(request, mount, judged);
      plans.set(forwarded, plan);
      // One token request at a time: of two that bring the same code or refresh token at once, only one may get through.
      if (judged.path === '/token') lastExchange = lastExchange.then(() => answer(forwarded, response));
      else void answer(forwarded, response);
    },
    findFlow: (flowId) => provider.Interaction.find(flowId),
    endStep: async (flow, result) => {
      flow.result = 'error' in result ? result : { ...flow.lastSubmission, ...result };
      const { session } = flow;
      if (result.login && session && session.accountId !== result.login.accountId) {
        // Another person has signed on: the session of the one before ends.
        await (await provider.Session.findByUid(session.uid))?.destroy();
        delete flow.session;
      }
      await flow.persist();
    },
    findRefreshToken: async (value) => {
      const token = await provider.RefreshToken.find(value);
      const session = token?.sessionUid === undefined ? undefined : await provider.Session.findByUid(token.sessionUid);
      return token?.isValid && session ? token : undefined;
    },
    revokeRefreshToken: async (value) => {
      const token = await provider.RefreshToken.find(value);
      if (token?.grantId !== undefined) await provider.RefreshToken.revokeByGrantId(token.grantId);
    },
    suffer: async (value, fate) => {
      const token = (await provider.RefreshToken.find(value)) ?? (await provider.AuthorizationCode.find(value));
      if (!token) return;
      if (fate === 'expired') await token.destroy();
      if (fate === 'used') await token.consume();
      if (fate === 'revoked' && token.grantId !== undefined) await provider.RefreshToken.revokeByGrantId(token.grantId);
      if (fate === 'session-ended' && token.sessionUid !== undefined) {
        await (await provider.Session.findByUid(token.sessionUid))?.destroy();
        await provider.AuthorizationCode.revokeByGrantId(token.grantId ?? '');
      }
    },
    endSession: async (sessionId) => {
      await (await provider.Session.find(sessionId))?.destroy();
    },
  };
}

/** Tells whether a sign-on gives a refresh token. @param scopes As the provider behind the door names them. */
// PingOne: an application that is granted "offline_access" gives one when it is asked for; one that is not always gives one.
function givesRefreshToken(application: Application | undefined, scopes: ReadonlySet<string>): boolean {
  if (!application?.grantTypes.includes('refresh_token')) return false;
  return !application.scopes.includes('offline_access') || scopes.has(nameScopesBehind(['offline_access']));
}

function answerAuthorization(context: KoaContextWithOIDC, { responseIssuer }: IssuePlan, signOnUrl: string): void {
  const location = context.response.get('location');
  context.status = 302;
  if (location.startsWith(signOnUrl)) return;
  const { redirect_uri: redirectUri, asked_response_mode: mode } = context.oidc.params ?? {};
  const values = new URL(location).searchParams;
  const description = values.get('error_description') ?? values.get('error');
  context.respond = false;
  // The provider's own redirect gives way to the answer in PingOne's form.
  for (const name of ['location', 'content-type', 'content-length']) context.res.removeHeader(name);
  sendBack(context.res, String(redirectUri), String(mode), {
    code: values.get('code'),
    error: values.get('error'),
    error_description: description && appendCorrelationId(`${VALIDATION_FAILED}: ${description}`, context.response.get('correlation-id')),
    state: values.get('state'),
    iss: responseIssuer,
  });
}

function refuse(context: KoaContextWithOIDC, switches: SwitchValues, error: string, text: unknown): void {
  const status = error === 'invalid_grant' ? Number(switches.invalid_grant_status) : context.status;
  const correlationId = context.response.get('correlation-id');
  const reason = describeRefusal(switches, error, text);
  context.status = status;
  context.body =
    reason === undefined ? { error } : buildOAuthBody({ status, error, reason }, correlationId, switches.oauth_details === 'present');
}

function describeRefusal(switches: SwitchValues, error: string, text: unknown): string | undefined {
  if (error === 'invalid_client') return INVALID_CREDENTIALS.reason;
  if (error !== 'invalid_grant') return `${VALIDATION_FAILED}: ${typeof text === 'string' ? text : error}`;
  if (switches.invalid_grant_text === 'none') return undefined;
  const what = switches.invalid_grant_text === 'invalid' ? 'is invalid' : 'does not exist';
  return `${VALIDATION_FAILED}: The authorization code or refresh token ${what}`;
}

/** Finds the provider of an environment, which is opened when it is needed first. */
export function createProviderFinder(state: SandboxState): (environment: Environment) => OpenProvider {
  const providers = new Map<Environment, OpenProvider>();
  return (environment) => {
    const provider = providers.get(environment) ?? openProvider(state, environment);
    providers.set(environment, provider);
    return provider;
  };
}
