import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../packages/protocol/src/index.ts';
import { listProviders, problemTexts } from '../packages/providers/src/index.ts';
import { errorCatalogue } from '../packages/server/src/error-catalogue.ts';

const text = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');

/** The sections of `docs/errors.md` by code, each with its lines. */
const sections = new Map(
  text
    .split(/^### /m)
    .slice(1)
    .map((section): [string, string[]] => {
      const [heading = '', ...lines] = (section.split(/^## /m)[0] ?? '').split('\n');
      return [heading.replaceAll('`', ''), lines.filter((line) => line !== '')];
    }),
);

const providers = listProviders();
const failures = providers.flatMap((provider) => provider.failures);
const problems = Object.keys(problemTexts);

function facts(code: string): string[] {
  return sections.get(code)?.[0]?.split(' · ') ?? [];
}

function retryFact(retryable: boolean): string {
  return retryable ? 'may work later' : 'stays until something changes';
}

describe('docs/errors.md', () => {
  it('has one section for every code, and none for a code that does not exist', () => {
    const codes = new Set([...errorCodes, ...problems, ...failures.map(({ code }) => code)]);
    expect([...sections.keys()].toSorted()).toEqual([...codes].toSorted());
    expect(text.match(/^### /gm)).toHaveLength(codes.size);
  });

  it.each(errorCodes)('says of %s which status it has, and whether it may work later', (code) => {
    const { status, retryable } = errorCatalogue[code];
    expect(facts(code)).toEqual([`Status ${status}`, retryFact(retryable)]);
  });

  it.each(failures)('says of $code status, field and guide step', ({ code, status, retryable, field }) => {
    // Providers that share a code may differ in where their guides tell of it.
    const steps = failures.flatMap((failure) => (failure.code === code && failure.guideStep !== undefined ? [failure.guideStep] : []));
    expect(facts(code)).toEqual([
      `Status ${status}`,
      retryFact(retryable),
      ...(field === undefined ? [] : [`field \`${field}\``]),
      ...(steps.length === 0 ? [] : [`guide step ${[...new Set(steps)].map((step) => `\`${step}\``).join(' or ')}`]),
    ]);
  });

  it.each([...sections.keys()])('tells what %s means and what to do', (code) => {
    const [, meaning = '', remedy = '', ...rest] = sections.get(code) ?? [];
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^\*\*To do:\*\* [A-Z].*\.$/);
    expect(rest).toEqual([]);
  });
});
