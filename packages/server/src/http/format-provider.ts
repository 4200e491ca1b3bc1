import type { ProviderEntry } from '@latchkey/protocol';
import type { Field, Grant, Provider, ProviderForm } from '@latchkey/providers';

const AUTH_MODES = { authorization_code: 'OAUTH2', client_credentials: 'OAUTH2_CC' } as const satisfies Record<Grant, string>;

/** Writes a provider as `GET /providers` lists it. */
export function formatProvider({ id, displayName, grant, docsUrl, form, hosts, endpoints }: Provider): ProviderEntry {
  const url = (template: string): string => formatTemplate(template, hosts);
  return {
    name: id,
    display_name: displayName,
    auth_mode: AUTH_MODES[grant],
    token_url: url(endpoints.token),
    proxy: { base_url: url(endpoints.api) },
    connection_config: formatFields(form, 'connection_config'),
    credentials: formatFields(form, 'credentials'),
    docs: docsUrl,
  };
}

function formatTemplate(template: string, hosts: Provider['hosts']): string {
  return template
    .replace(/\{(\w+)\}/g, (placeholder, name: string) => hosts[name] ?? placeholder)
    .replace(/\{(\w+)\}/g, (_placeholder, name: string) => `\${connectionConfig.${name}}`);
}

function formatFields(form: ProviderForm, part: Field['in']): ProviderEntry['connection_config'] {
  return Object.fromEntries(
    form.fields.flatMap((field, order) => (field.in === part ? [[field.name, formatField(field, order, form)]] : [])),
  );
}

function formatField(field: Field, order: number, { regions }: ProviderForm): ProviderEntry['connection_config'][string] {
  return {
    type: 'string',
    title: field.label,
    description: field.description,
    order,
    doc_section: field.guideStep,
    ...(field.kind === 'uuid' && { format: 'uuid', example: field.placeholder }),
    ...(field.kind === 'region' && { enum: regions.map(({ topLevelDomain }) => topLevelDomain) }),
    ...(field.kind === 'secret' && { secret: true }),
  };
}
