import { describe, expect, it } from 'vitest';
import { findProviderForm } from './form-registry.ts';
import { findGuide } from './guide-registry.ts';
import { findProblem, problemTexts } from './problem-texts.ts';
import type { Provider } from './provider.ts';
import { findProvider, listProviders } from './registry.ts';

function listProblemCodes({ form: { fields, clientFields, distinct } }: Provider): readonly string[] {
  return [...[...fields, ...clientFields].flatMap(({ problems }) => Object.values(problems)), ...distinct.map(({ problem }) => problem)];
}

describe.each(listProviders())('provider $id', (provider) => {
  it('is found by its id, and so are its form and its guide, which are the same in every registry', () => {
    expect(findProvider(provider.id)).toBe(provider);
    const { parsePasted: _, ...form } = provider.form;
    expect(findProviderForm(provider.id)).toEqual(form);
    expect(findGuide(provider.id)).toBe(provider.guide);
  });

  it('recognises in a page what it recognises on the server', async () => {
    expect(await findProviderForm(provider.id)?.loadParsePasted()).toBe(provider.form.parsePasted);
  });

  it('has the name, grant and id of its form', () => {
    const { form, id, displayName, grant } = provider;
    expect([form.provider, form.displayName, form.grant]).toEqual([id, displayName, grant]);
  });

  it('has words for every problem of its form', () => {
    for (const code of listProblemCodes(provider)) expect(findProblem(code)?.code).toBe(code);
  });

  it('labels every access check in the form, and nothing else', () => {
    expect(Object.keys(provider.form.accessLabels)).toEqual(provider.accessChecks.map((check) => check.name));
  });

  it('builds the link to its console from nothing but fields of its form', () => {
    const placeholders = [...provider.form.consoleUrl.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(provider.form.fields.map((field) => field.name)).toEqual(expect.arrayContaining(placeholders));
    expect(new URL(provider.form.consoleUrl.replaceAll(/\{\w+\}/g, 'x')).protocol).toBe('https:');
  });

  it('serves every host over https, in the region that is filled in', () => {
    for (const host of Object.values(provider.hosts)) expect(host).toMatch(/^https:\/\/[a-z.-]+\.\{tld\}$/);
  });
});

describe('the registries', () => {
  it('have words for the problems of the forms, and for nothing else', () => {
    const codes = new Set(listProviders().flatMap(listProblemCodes));
    expect(Object.keys(problemTexts).toSorted()).toEqual([...codes].toSorted());
  });

  it('hold ids of their own', () => {
    const ids = listProviders().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['', 'pingone-xx', 'constructor', '__proto__', 'toString'])('find nothing under %j', (id) => {
    expect([findProvider(id), findProviderForm(id), findGuide(id)]).toEqual([undefined, undefined, undefined]);
  });
});
