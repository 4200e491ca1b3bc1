import { describe, expect, it } from 'vitest';
import type { GuidePart, ProviderForm } from '../provider.ts';
import { listProblems } from '../problem-registry.ts';
import { readField } from '../read-field.ts';
import { pingOneClientCredentialsForm } from './pingone-cc-form.ts';
import { problems } from './problems.ts';
import { workerGuide } from './worker-guide.ts';

const form: ProviderForm = pingOneClientCredentialsForm;
const guide: readonly GuidePart[] = workerGuide;

describe('the form of PingOne (Client Credentials)', () => {
  it('asks for the documented fields in the documented order', () => {
    expect(form.fields.map(({ label }) => label)).toEqual(['Environment ID', 'Region', 'Client ID', 'Client Secret']);
    expect(form.fields.map(({ name, in: part }) => `${part}.${name}`)).toEqual([
      'connection_config.environmentId',
      'connection_config.tld',
      'credentials.client_id',
      'credentials.client_secret',
    ]);
  });

  it('tells connections apart by their environment', () => {
    expect(form.fields.filter(({ identifies }) => identifies).map(({ name }) => name)).toEqual(['environmentId']);
  });

  it('has a code of its own for every problem', () => {
    const codes = [...form.fields.flatMap(({ problems }) => Object.values(problems)), ...form.distinct.map(({ problem }) => problem)];
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('compares only fields that it has', () => {
    const names = form.fields.map(({ name }) => name);
    for (const { field, from } of form.distinct) expect(names).toEqual(expect.arrayContaining([field, from]));
  });

  it.each(form.fields)('has a step of the guide that finds the value of $label', ({ name, guideStep }) => {
    const steps = guide.flatMap((part) => part.steps);
    expect(steps.find(({ id }) => id === guideStep)?.field).toBe(name);
  });

  it.each(form.fields.filter(({ kind }) => kind === 'uuid'))('shows an example of $label that it would take', (field) => {
    expect(readField(field, form.regions, field.placeholder)).toEqual({ value: field.placeholder });
  });

  it.each(listProblems(form.provider))(
    'says of $code what is wrong and what to do, in two sentences at most each',
    ({ message, remedy }) => {
      for (const text of [message, remedy]) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text.match(/\.(?=\s|$)/g)?.length).toBeLessThanOrEqual(2);
      }
    },
  );

  it('names every top-level domain where it says which there are', () => {
    const { remedy } = problems.region_unknown;
    for (const { topLevelDomain } of form.regions) expect(remedy).toContain(topLevelDomain);
  });
});
