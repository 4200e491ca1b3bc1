import { describe, expect, it } from 'vitest';
import type { Role } from '../provider.ts';
import { pingOneClientCredentials as provider } from './pingone-cc.ts';
import { accessChecks, roles } from './roles.ts';

function namesAllowing(check: string): string[] {
  const all: readonly Role[] = roles;
  return all.filter(({ allows }) => allows.includes(check)).map(({ name }) => name);
}

describe('PingOne’s roles', () => {
  it('have the IDs that are the same in every organization', () => {
    expect(Object.fromEntries(roles.map(({ name, id }) => [name, id]))).toEqual({
      'Organization Admin': '1813bc13-8d13-4e88-a825-d40bfe82777b',
      'Environment Admin': '29ddce68-cd7f-4b2a-b6fc-f7a19553b496',
      'Identity Data Admin': '0bd9c966-7664-4ac1-b059-0ff9293908e2',
      'Client Application Developer': 'b5057d0d-7281-47f6-9398-8a7e4cb71397',
      'Identity Data Read Only': 'ce00e15f-f845-4df1-abf3-fdc4ff4e176c',
      'Configuration Read Only': '7aba580c-5ec7-4b26-987d-85f462767455',
    });
  });

  it('allow nothing but what is checked', () => {
    const checks = accessChecks.map(({ name }) => name);
    for (const { allows } of roles) expect(checks).toEqual(expect.arrayContaining([...allows]));
  });

  it('all allow to read the environment, and only the two for identity data to read users', () => {
    expect(namesAllowing('read_environment')).toHaveLength(roles.length);
    expect(namesAllowing('read_users')).toEqual(['Identity Data Admin', 'Identity Data Read Only']);
    expect(namesAllowing('read_populations')).not.toContain('Organization Admin');
    expect(namesAllowing('read_applications')).toEqual(['Environment Admin', 'Client Application Developer', 'Configuration Read Only']);
  });
});

describe.each(accessChecks)('the access check $name', ({ name, remedy, guideStep, url }) => {
  it('recommends only roles that pass it', () => {
    const recommended = roles.filter((role) => remedy.includes(role.name));
    expect(recommended.length).toBeGreaterThan(0);
    for (const role of recommended) expect(role.allows).toContain(name);
  });

  it('asks PingOne’s API, of the environment that was connected', () => {
    expect(url).toMatch(/^\{api\}\/v1\/environments\/\{environmentId\}(?:\/\w+\?limit=1)?$/);
  });

  it('points to a step of the guide', () => {
    expect(provider.guide.flatMap((part) => part.steps.map(({ id }) => id))).toContain(guideStep);
  });
});

describe('the first access check', () => {
  it('is the one whose answer names the environment', () => {
    expect(accessChecks[0]?.name).toBe('read_environment');
  });
});
