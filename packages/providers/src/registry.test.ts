import { describe, expect, it } from 'vitest';
import { listProviders } from './registry.ts';

describe.each(listProviders())('provider $id', (provider) => {
  it('labels every access check in the form, and nothing else', () => {
    expect(Object.keys(provider.form.accessLabels)).toEqual(provider.accessChecks.map((check) => check.name));
  });

  it('builds the link to its console from nothing but fields of its form', () => {
    const placeholders = [...provider.form.consoleUrl.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(provider.form.fields.map((field) => field.name)).toEqual(expect.arrayContaining(placeholders));
    expect(new URL(provider.form.consoleUrl.replaceAll(/\{\w+\}/g, 'x')).protocol).toBe('https:');
  });
});
