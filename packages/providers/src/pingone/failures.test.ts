import { describe, expect, it } from 'vitest';
import type { Sign } from '../failure.ts';
import type { Provider } from '../provider.ts';
import { pingOneClientCredentials } from './pingone-cc.ts';
import { pingOne } from './pingone.ts';

/** Signs that no single answer shows. */
const facts: Readonly<Record<string, readonly Sign[]>> = {
  'pingone-cc': ['token_for_other_environment', 'client_id_is_environment', 'environment_is_organization', 'other_regions_unclear'],
  pingone: [
    'token_for_other_environment',
    'client_id_is_environment',
    'environment_is_organization',
    'other_regions_unclear',
    'code_presented',
    'refresh_token_presented',
    'refresh_token_missing',
    'issuer_unexpected',
    'id_token_invalid',
  ],
};

const providers: readonly Provider[] = [pingOneClientCredentials, pingOne];
const rows = providers.flatMap((provider) => provider.failures.map((failure) => ({ ...failure, id: provider.id, provider })));

describe.each(providers)('the failures of $id', ({ id, failures, signs }) => {
  it('have codes of their own', () => {
    const codes = failures.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('end with the one that explains all the rest', () => {
    expect(failures.findIndex(({ saw }) => saw.length === 0)).toBe(failures.length - 1);
  });

  it('use every sign that an answer can show, and no sign that nothing shows', () => {
    const shown = new Set<Sign>([...signs.map(({ sign }) => sign), ...(facts[id] ?? [])]);
    // A user whom the API denies something is connected all the same, with a list of what is not allowed.
    if (id === 'pingone') shown.delete('access_denied');
    expect(new Set(failures.flatMap(({ saw }) => saw))).toEqual(shown);
  });

  it('tell where to look in the guide when they concern a field', () => {
    expect(failures.filter(({ field, guideStep }) => field !== undefined && guideStep === undefined)).toEqual([]);
  });

  it('have a status for input, or are worth another try and concern no field', () => {
    const trouble = failures.filter(({ status }) => status !== 422);
    expect(trouble.filter(({ retryable, field }) => !retryable || field !== undefined)).toEqual([]);
    for (const { status } of trouble) expect([502, 503, 504]).toContain(status);
  });
});

describe.each(rows)('the failure $code of $id', ({ message, remedy, field, guideStep, swap, provider }) => {
  const { form, guide } = provider;
  const fields = [...form.fields, ...form.clientFields].map(({ name }) => name);

  it('names only fields and guide steps that exist', () => {
    const steps = guide.flatMap((part) => part.steps.map(({ id }) => id));
    expect([...fields, undefined]).toContain(field);
    expect([...steps, undefined]).toContain(guideStep);
    for (const name of swap ?? []) expect(fields).toContain(name);
  });

  it('says in at most two sentences each what happened and what to do', () => {
    for (const text of [message, remedy]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text.match(/\.(?=\s|$)/g)?.length).toBeLessThanOrEqual(2);
    }
  });

  it('blames nobody', () => {
    expect(`${message} ${remedy}`).not.toMatch(/something went wrong|oops|\byou (?:entered|made|forgot)|mistake|invalid/i);
  });
});
