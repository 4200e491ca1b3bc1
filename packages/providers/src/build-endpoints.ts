import type { EndpointTemplates, Provider } from './provider.ts';

/** The hosts of one region: every template filled, nothing left to choose. */
export type FilledEndpoints = { readonly [Name in keyof EndpointTemplates]: string };

/**
 * Fills a URL template with checked values.
 *
 * @param template For example `{auth}/{environmentId}/as/token`.
 * @param hosts Host templates; their `{tld}` is filled too.
 * @param values Values by field name, as the input schema returned them.
 * @throws {TypeError} When the template names a value that is not there, or the top-level domain is not one of the provider's.
 */
export function fillUrl(
  provider: Provider,
  hosts: Readonly<Record<string, string>>,
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  const withHosts = template.replace(/\{(\w+)\}/g, (placeholder, name: string) => hosts[name] ?? placeholder);
  return withHosts.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`The URL template "${template}" needs a value for "${name}".`);
    // Security: the top-level domain comes from the region table and every other value is percent-encoded, so nothing typed by anybody chooses a host.
    if (name !== 'tld') return encodeURIComponent(value.toWellFormed());
    if (provider.form.regions.every((region) => region.topLevelDomain !== value)) {
      throw new TypeError(`"tld" must be a top-level domain of ${provider.displayName}.`);
    }
    return value;
  });
}

/** Builds all endpoints of a provider for one connection. @see {@link fillUrl} for what it throws. */
export function buildEndpoints(
  provider: Provider,
  hosts: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): FilledEndpoints {
  const fill = (template: string): string => fillUrl(provider, hosts, template, values);
  const { issuer, discovery, token, authorization, jwks, api, console } = provider.endpoints;
  return {
    issuer: fill(issuer),
    discovery: fill(discovery),
    token: fill(token),
    ...(authorization !== undefined && { authorization: fill(authorization) }),
    ...(jwks !== undefined && { jwks: fill(jwks) }),
    api: fill(api),
    console: fill(console),
  };
}
