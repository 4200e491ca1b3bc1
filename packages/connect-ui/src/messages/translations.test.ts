import { findProviderForm, findRegion, listProviders, problemTexts, type Provider } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import { loadLocale } from './load-locale.ts';
import type { LocaleText } from './locale.ts';
import { localizeForm } from './localize-form.ts';
import { localizeGuide } from './localize-guide.ts';
import { locales, type LocaleTag } from './resolve-locale.ts';

const english = await loadLocale('en');

type Tree = { readonly [key: string]: string | Tree };

/** Texts that read the same as in English and are right so. */
const sameAsEnglish: Readonly<Record<LocaleTag, readonly string[]>> = {
  en: [],
  de: ['Region', 'Details', 'Code', 'Scopes'],
  fr: ['Type', 'Code', 'Canada', 'Scopes'],
  es: ['Australia', 'Scopes'],
  ja: [],
  pt: [],
  ar: [],
};

/** What stays in English, because the console is, or because it is a name, an address or an example. */
const consoleWords = [
  ...listProviders().flatMap(({ roles }) => roles.map(({ name }) => name)),
  'Settings → Environment Properties',
  'Overview',
  'Configuration',
  'Grant Roles',
  'Roles',
  'Token Endpoint Authentication Method',
  'Client Secret Post',
  'Client Secret Basic',
  'Client Secret JWT',
  'Private Key JWT',
  'Worker',
  'OIDC Web App',
  'Refresh Token',
  'Authorization Code',
  'Redirect URIs',
  'Resources',
  'allowedOrigins',
  'PingOne',
  'Ping Identity',
  'status.pingidentity.com',
  'f2aba07d-270c-42ba-8811-01af5f63d458',
];

/** Every text of a tree by its path. */
function flatten(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flatten(value, `${path}${key}/`),
  );
}

/** A list as a tree, so that texts are compared one by one and none may be missing. */
function byIndex(texts: readonly string[]): Tree {
  return Object.fromEntries(texts.map((text, index) => [`${index + 1} of ${texts.length}`, text]));
}

/** Tells whether every provider has the failure, and says it in the same words. */
function isShared({ code, message, remedy }: Provider['failures'][number]): boolean {
  return listProviders().every(({ failures }) =>
    failures.some((row) => row.code === code && row.message === message && row.remedy === remedy),
  );
}

function wordsOf(problems: readonly { readonly code: string; readonly message: string; readonly remedy: string }[]): Tree {
  return Object.fromEntries(problems.map(({ code, message, remedy }) => [code, { message, remedy }]));
}

/** What a provider says, in the order and under the keys in which a language translates it. */
function providerTexts({ form, accessChecks, failures, guide }: Provider): { readonly words: Tree; readonly errors: Tree } {
  const words: Tree = {
    fields: Object.fromEntries(
      [...form.fields, ...form.clientFields].map(({ name, kind, label, description, placeholder }) => [
        name,
        { label, description, ...(kind !== 'uuid' && { placeholder }) },
      ]),
    ),
    regions: Object.fromEntries(form.regions.map(({ code, name }) => [code, name])),
    access: Object.fromEntries(accessChecks.map(({ name, remedy }) => [name, { label: form.accessLabels[name] ?? '', remedy }])),
    guideParts: Object.fromEntries(guide.map(({ id, title }) => [id, title])),
    guideSteps: Object.fromEntries(
      guide.flatMap(({ steps }) => steps).map(({ id, title, instructions }) => [id, { title, instructions: byIndex(instructions) }]),
    ),
    errors: wordsOf(failures.filter((failure) => !isShared(failure))),
  };
  return { words, errors: { ...errorTree({ errors: problemTexts }), ...wordsOf(failures.filter(isShared)) } };
}

/** All that is said in English. */
const source = flatten({
  text: english.text,
  errors: Object.assign({}, ...listProviders().map((provider) => providerTexts(provider).errors), errorTree(english)),
  providers: Object.fromEntries(listProviders().map((provider) => [provider.id, providerTexts(provider).words])),
});

/** All that is said in a language. */
function readTexts(locale: LocaleText): ReadonlyMap<string, string> {
  const providers = Object.fromEntries(
    Object.entries(locale.providers).map(([id, { fields, regions, access, guideParts, guideSteps, errors }]): [string, Tree] => [
      id,
      {
        fields: Object.fromEntries(
          Object.entries(fields ?? {}).map(([name, { label, description, placeholder }]) => [
            name,
            { label, description, ...(placeholder !== undefined && { placeholder }) },
          ]),
        ),
        regions: regions ?? {},
        access: Object.fromEntries(Object.entries(access ?? {}).map(([name, { label, remedy }]) => [name, { label, remedy }])),
        guideParts: guideParts ?? {},
        guideSteps: Object.fromEntries(
          Object.entries(guideSteps ?? {}).map(([step, { title, instructions }]) => [step, { title, instructions: byIndex(instructions) }]),
        ),
        errors: errorTree({ errors: errors ?? {} }),
      },
    ]),
  );
  return new Map(flatten({ text: locale.text, errors: errorTree(locale), providers }));
}

function errorTree({ errors }: Pick<LocaleText['providers'][string], 'errors'>): Tree {
  return Object.fromEntries(Object.entries(errors ?? {}).map(([code, { message, remedy }]) => [code, { message, remedy }]));
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).toSorted((a, b) => a.localeCompare(b));
}

/** Words in bold, without the marks that isolate them in a text of the other direction. */
function emphasized(text: string): readonly string[] {
  const words = [...text.matchAll(/\*\*(.+?)\*\*/g)].map((match) => match[1]?.replace(/[\u2066\u2069]/g, '') ?? '');
  return words.toSorted((a, b) => a.localeCompare(b));
}

describe.each(locales.filter((tag) => tag !== 'en'))('the language %s', async (tag) => {
  const locale = await loadLocale(tag);
  const texts = readTexts(locale);
  const connect = locale.text['form.connect'] ?? '';

  it('says all that is said in English, each failure, problem, access, region and guide step included', () => {
    expect(source.map(([path]) => path).filter((path) => !texts.has(path))).toEqual([]);
  });

  it('says nothing that no provider and no page of ours says', () => {
    const known = new Set(source.map(([path]) => path));
    const extra = [...texts.keys()].filter((path) => !path.startsWith('errors/') && !known.has(path));
    expect(extra).toEqual([]);
  });

  it('leaves no text empty, and none in English', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
    const same = source.filter(([path, text]) => texts.get(path) === text && /\p{L}/u.test(text.replace(/\{\w+\}/g, '')));
    expect(new Set(same.map(([, text]) => text))).toEqual(new Set(sameAsEnglish[tag]));
  });

  it('fills in the same values as English', () => {
    for (const [path, text] of source) expect([path, placeholders(texts.get(path) ?? '')]).toEqual([path, placeholders(text)]);
  });

  it('keeps the words of the console in bold and as the console shows them', () => {
    const words = (text: string, button: string): readonly string[] =>
      emphasized(text).map((word) => (word === button ? 'our button' : word));
    for (const [path, text] of source) {
      expect([path, words(texts.get(path) ?? '', connect)]).toEqual([path, words(text, english.text['form.connect'] ?? '')]);
    }
  });

  it('names no button of ours in a failure, because it is another one where somebody reconnects', () => {
    const quoted = new RegExp(`[„“«「]\\s*(${connect}|${locale.text['reconnect.submit']})\\s*[“”»」]`, 'u');
    expect([...texts].filter(([path, text]) => path.includes('errors/') && quoted.test(text))).toEqual([]);
    expect(source.filter(([path, text]) => path.includes('errors/') && /\bpress (Connect|Reconnect)\b/i.test(text))).toEqual([]);
  });

  it('names what the person has to find by the words of the console', () => {
    const lost = source.flatMap(([path, text]) => consoleWords.filter((word) => text.includes(word) && !texts.get(path)?.includes(word)));
    expect(lost).toEqual([]);
  });

  it('says each thing in two sentences at most', () => {
    const long = [...texts].filter(
      ([, text]) =>
        text
          .replace(/[.?!…]\s|[。？]/g, '$&\n')
          .trim()
          .split('\n').length > 2,
    );
    expect(long).toEqual([]);
  });

  it('translates only those words of a way through the console that the console does not show', () => {
    for (const { id, guide } of listProviders()) {
      const steps = localizeGuide(locale, id, guide).flatMap((part) => part.steps);
      const words = guide.flatMap((part) => part.steps.flatMap((step) => step.consolePath));
      expect(words).toEqual(expect.arrayContaining(Object.keys(locale.providers[id]?.pathWords ?? {})));
      expect(steps.flatMap((step) => step.consolePath)).not.toContain('Your application');
    }
  });

  it('still reads the names by which the console calls a region, and no region out of what is no name', () => {
    for (const { id } of listProviders()) {
      const form = findProviderForm(id);
      const localized = form && localizeForm(locale, form);
      expect(localized?.regions.map(({ aliases }) => aliases?.[0])).toEqual(form?.regions.map(({ name }) => name));
      expect(findRegion(localized?.regions ?? [], '123')).toBeUndefined();
    }
  });
});
