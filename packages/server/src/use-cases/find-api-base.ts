import { fillUrl, type Provider } from '@latchkey/providers';
import { connectError } from '../errors.ts';
import type { KnownIntegration } from './deps.ts';

/** A URL of `http` or `https` with nothing but a host and a path. */
const PLAIN_URL = /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[\w./-]*)?$/;
const HOST_NAME = /^[A-Za-z0-9.-]+$/;

/**
 * Finds the base URL of a call: the provider's API, or another one of its hosts that the caller asks for.
 *
 * Security: what the caller gives is compared with the provider's hosts in the connection's own region, and never used itself.
 *
 * @param config The connection's checked values.
 * @param wanted A host name, or a URL of `https`, of one of the hosts in {@link Provider.api}. A host that the option `providerHosts` replaces goes by both
 *   names. Empty for the API.
 * @returns Without a slash at the end.
 * @throws {ConnectError} `base_url_not_allowed`
 */
export function findApiBase(integration: KnownIntegration, config: Readonly<Record<string, string>>, wanted: string | undefined): string {
  if (wanted === undefined || wanted === '') return findUsualBase(integration, config);
  const { definition, hosts } = integration;
  const fill = (from: Readonly<Record<string, string>>, template: string): string => fillUrl(definition, from, template, config);
  const url = readWanted(wanted);
  const name = definition.api.hosts.find(
    (host) => hosts[host] !== undefined && [definition.hosts, hosts].some((from) => fill(from, `{${host}}`) === url),
  );
  if (url === undefined || name === undefined) throw connectError('base_url_not_allowed', { message: describeAllowed(definition) });
  return fill(hosts, `{${name}}`);
}

/** By the connection's values: a connection that has not changed is the same object at each call. */
const usualBases = new WeakMap<Readonly<Record<string, string>>, { readonly hosts: KnownIntegration['hosts']; readonly base: string }>();

function findUsualBase({ definition, hosts }: KnownIntegration, config: Readonly<Record<string, string>>): string {
  const known = usualBases.get(config);
  if (known?.hosts === hosts) return known.base;
  const base = fillUrl(definition, hosts, definition.endpoints.api, config);
  usualBases.set(config, { hosts, base });
  return base;
}

function readWanted(text: string): string | undefined {
  if (HOST_NAME.test(text)) return `https://${text.toLowerCase()}`;
  if (!PLAIN_URL.test(text)) return undefined;
  const end = text.endsWith('/') ? text.length - 1 : text.length;
  const host = text.indexOf('/', 'https://'.length);
  return text.slice(0, host === -1 ? end : host).toLowerCase() + (host === -1 ? '' : text.slice(host, end));
}

function describeAllowed({ displayName, api }: Provider): string {
  return `"Base-Url-Override" is none of ${displayName}'s hosts for ${api.hosts.join(', ')} in the connection's region.`;
}
