import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { VERSION } from '../../version.ts';
import { areas, routes } from '../routes.ts';
import { buildOpenApi } from './build-openapi.ts';

const document = buildOpenApi(areas, { publicUrl: 'https://app.example.com/latchkey', version: VERSION });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
);
const find = (name: string) => operations.find((candidate) => candidate.name === name)?.operation;

describe('The OpenAPI document', () => {
  it('is valid by the schema of OpenAPI 3.1, with every reference resolved', async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    const names = new Set([...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    expect(names).toEqual(new Set(Object.keys(document.components.schemas)));
  });

  it('tells the address and the version of this server', () => {
    expect(document.servers).toEqual([{ url: 'https://app.example.com/latchkey' }]);
    expect(document.info.version).toBe(manifest.version);
  });

  it('has every route, and the proxy with all its methods', () => {
    const served = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const proxied = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((method) => `${method} /proxy/{path}`);
    expect(operations.map(({ name }) => name).toSorted()).toEqual([...served, ...proxied].toSorted());
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it.each(operations)('says of $name what it does, and what comes back', ({ operation }) => {
    expect(operation.summary).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(operation.responses).some((status) => /^(2|3|default)/.test(status))).toBe(true);
    expect(operation.responses['500']?.description).toContain('`server_error`');
  });

  it.each(operations.filter(({ operation }) => operation.security.length > 0))('says of $name what proves who calls', ({ operation }) => {
    const isForConsole = operation.security.every((scheme) => 'consoleSession' in scheme);
    expect(operation.responses['401']?.description).toContain(isForConsole ? '`console_session_ended`' : '`missing_auth_header`');
    const scopes = operation.security.flatMap((scheme) => Object.values(scheme).flat());
    for (const scope of scopes) expect(operation.description).toContain(`\`${scope}\``);
  });

  it('writes lists and objects of a query as the server reads them', () => {
    const parameters = new Map(find('GET /connections')?.parameters?.map((parameter) => [parameter.name, parameter]));
    expect(parameters.get('integrationId')).toMatchObject({ in: 'query', required: false, style: 'form', explode: false });
    expect(parameters.get('tags')).toMatchObject({ style: 'deepObject', explode: true });
    expect(parameters.get('limit')?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 1000 });
    expect(find('GET /connections/{connectionId}')?.parameters?.map(({ name, required }) => [name, required])).toContainEqual([
      'provider_config_key',
      true,
    ]);
  });

  it('lists the codes of each error, a provider’s own included', () => {
    const responses = find('POST /connections')?.responses;
    expect(responses?.['400']?.description).toMatch(/`unknown_provider_config`.*`environment_id_missing`/s);
    expect(JSON.stringify(responses)).toContain('wrong_client_secret');
    expect(JSON.stringify(find('GET /integrations'))).not.toContain('wrong_client_secret');
  });

  it('leaves room in answers for what later versions add, and none in bodies that are checked', () => {
    expect(document.components.schemas['ConnectionList']?.additionalProperties).toBeUndefined();
    expect(document.components.schemas['CreateConnectSessionBody']?.additionalProperties).toBe(false);
  });

  it('explains every parameter', () => {
    const silent = operations.flatMap(({ name, operation }) =>
      (operation.parameters ?? []).filter(({ description }) => description === undefined).map((parameter) => `${name} ${parameter.name}`),
    );
    expect(silent).toEqual([]);
  });
});
