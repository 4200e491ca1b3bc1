import { describe, expect, it } from 'vitest';
import type { GuidePart, ProviderForm } from '../provider.ts';
import { readField } from '../read-field.ts';
import { pingOneClientCredentialsForm } from './pingone-cc-form.ts';
import { pingOneForm } from './pingone-form.ts';
import { problems } from './problems.ts';
import { webAppGuide } from './web-app-guide.ts';
import { workerGuide } from './worker-guide.ts';

const forms: readonly { readonly displayName: string; readonly form: ProviderForm; readonly guide: readonly GuidePart[] }[] = [
  { displayName: 'PingOne (Client Credentials)', form: pingOneClientCredentialsForm, guide: workerGuide },
  { displayName: 'PingOne', form: pingOneForm, guide: webAppGuide },
];

function describeFields(fields: ProviderForm['fields']): readonly string[] {
  return fields.map(({ label, name, in: part }) => `${label}: ${part}.${name}`);
}

const environment = ['Environment ID: connection_config.environmentId', 'Region: connection_config.tld'];
const client = ['Client ID: credentials.client_id', 'Client Secret: credentials.client_secret'];

it('a worker application is asked for environment and client, in the documented order', () => {
  expect(describeFields(pingOneClientCredentialsForm.fields)).toEqual([...environment, ...client]);
  expect(pingOneClientCredentialsForm.clientFields).toEqual([]);
});

it('who signs in is asked for the environment alone, and may bring a client', () => {
  expect(describeFields(pingOneForm.fields)).toEqual(environment);
  expect(describeFields(pingOneForm.clientFields)).toEqual(client);
});

describe.each(forms)('the form of $displayName', ({ displayName, form, guide }) => {
  const all = [...form.fields, ...form.clientFields];

  it('says whose it is', () => {
    expect(form.displayName).toBe(displayName);
  });

  it('tells connections apart by their environment', () => {
    expect(form.fields.filter(({ identifies }) => identifies).map(({ name }) => name)).toEqual(['environmentId']);
  });

  it('has a code of its own for every problem', () => {
    const codes = [...all.flatMap(({ problems }) => Object.values(problems)), ...form.distinct.map(({ problem }) => problem)];
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('compares only fields that it has', () => {
    const names = all.map(({ name }) => name);
    for (const { field, from } of form.distinct) expect(names).toEqual(expect.arrayContaining([field, from]));
  });

  it.each(all)('has a step of the guide that finds the value of $label', ({ name, guideStep }) => {
    const steps = guide.flatMap((part) => part.steps);
    expect(steps.find(({ id }) => id === guideStep)?.field).toBe(name);
  });

  it.each(all.filter(({ kind }) => kind === 'uuid'))('shows an example of $label that it would take', (field) => {
    expect(readField(field, form.regions, field.placeholder)).toEqual({ value: field.placeholder });
  });

  it('names every top-level domain where it says which there are', () => {
    const { remedy } = problems.region_unknown;
    for (const { topLevelDomain } of form.regions) expect(remedy).toContain(topLevelDomain);
  });
});

it.each(Object.entries(problems))('%s is said in two sentences at most, and what to do too', (_code, { message, remedy }) => {
  for (const text of [message, remedy]) {
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text.match(/\.(?=\s|$)/g)?.length).toBeLessThanOrEqual(2);
  }
});
