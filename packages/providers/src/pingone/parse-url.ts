import { readUuid } from '../clean-text.ts';
import type { PastedValues, Region } from '../provider.ts';

// Security: anchored on both sides, so that a look-alike such as auth.pingone.com.evil.example is no PingOne host.
const HOST = /^(?:auth|api|apps|console|orchestrate-api|scim-api)\.pingone\.([a-z.]+)$/;

// PingOne: a custom domain serves the endpoints without the environment ID. The names are listed, because other products have an /as/ too.
const CUSTOM_DOMAIN_PATH =
  /^\/as(?:\/(?:authorize|par|token|userinfo|jwks|signoff|introspect|revoke|device_authorization|resume|\.well-known\/openid-configuration)?)?$|^\/\.well-known\/oauth-authorization-server\/as$/;

/**
 * Reads what one URL tells: the environment and its region, and a client ID where the URL names one. A URL of a custom domain tells neither.
 *
 * @param text An absolute URL.
 */
export function parseUrl(text: string, regions: readonly Region[]): PastedValues {
  const url = readUrl(text);
  // Security: what stands before an @ is no host, however much it looks like one.
  if (!url || url.username !== '' || url.port !== '') return {};
  const ending = HOST.exec(url.hostname)?.[1];
  const region = regions.find(({ topLevelDomain }) => topLevelDomain === ending);
  if (!region) {
    const isCustomDomain = CUSTOM_DOMAIN_PATH.test(url.pathname) && !/(?:^|\.)pingone\./.test(url.hostname);
    return isCustomDomain ? { customDomain: url.hostname } : {};
  }
  // {env}/as/token · v1/environments/{env}/applications/{application} · ?env={env}
  const path = url.pathname.replace(/^\/(?:v1\/environments\/)?/, '').split('/');
  const environmentId = readUuid(url.searchParams.get('env') ?? path[0] ?? '');
  // PingOne: the ID of an application is its client ID.
  const clientId = readUuid(url.searchParams.get('client_id') ?? (path[1] === 'applications' ? path[2] : undefined) ?? '');
  return {
    tld: region.topLevelDomain,
    ...(environmentId !== undefined && { environmentId }),
    ...(clientId !== undefined && { client_id: clientId }),
  };
}

function readUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
