import * as z from 'zod/mini';
import type { ApiRules, EndpointTemplates, EnvironmentFacts, TokenFacts } from '../provider.ts';
import { regions } from './regions.ts';

/** PingOne's hosts. A deployment may point them at a sandbox; what is typed into the form never changes them. */
export const hosts: Readonly<Record<string, string>> = {
  auth: 'https://auth.pingone.{tld}',
  api: 'https://api.pingone.{tld}',
  /** DaVinci. */
  orchestrate: 'https://orchestrate-api.pingone.{tld}',
  scim: 'https://scim-api.pingone.{tld}',
  /** Where users sign on. */
  apps: 'https://apps.pingone.{tld}',
  console: 'https://console.pingone.{tld}',
};

export const endpoints = {
  issuer: '{auth}/{environmentId}/as',
  discovery: '{auth}/{environmentId}/as/.well-known/openid-configuration',
  token: '{auth}/{environmentId}/as/token',
  api: '{api}',
  console: '{console}/?env={environmentId}',
} as const satisfies EndpointTemplates;

/** The endpoints of a sign-on. */
export const signOnEndpoints = {
  ...endpoints,
  authorization: '{auth}/{environmentId}/as/authorize',
  jwks: '{auth}/{environmentId}/as/jwks',
} as const satisfies EndpointTemplates;

// PingOne: limits belong to the licence and are told by 429 alone; request headers have 6 kB at most.
export const api: ApiRules = { hosts: ['api', 'auth', 'orchestrate', 'scim'], maxConcurrent: 20, maxHeaderBytes: 6 * 1024 };

const environment = z.object({ id: z.string(), name: z.string(), type: z.nullish(z.string()), region: z.nullish(z.string()) });

/** Reads the answer of `GET /v1/environments/{id}`. */
export function readEnvironment(body: unknown): EnvironmentFacts | undefined {
  const { data } = environment.safeParse(body);
  return data && { id: data.id, name: data.name, type: data.type ?? '', region: data.region ?? '' };
}

/** Reads the facts in an access token. */
// PingOne: `aud` is an array that holds the API's base URL; `env` and `org` are claims of PingOne's own; only a user's token has a `sub`.
export function readTokenFacts(claims: Readonly<Record<string, unknown>>): TokenFacts {
  const audiences: unknown[] = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  const topLevelDomain = regions.find((region) => audiences.includes(`https://api.pingone.${region.topLevelDomain}`))?.topLevelDomain;
  return {
    ...(typeof claims['env'] === 'string' && { environmentId: claims['env'] }),
    ...(typeof claims['org'] === 'string' && { organizationId: claims['org'] }),
    ...(topLevelDomain !== undefined && { topLevelDomain }),
    ...(typeof claims['sub'] === 'string' && { subject: claims['sub'] }),
  };
}
