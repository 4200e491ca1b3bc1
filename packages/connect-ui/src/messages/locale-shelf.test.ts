import { expect, it, vi } from 'vitest';
import { createLocaleShelf } from './locale-shelf.ts';
import { english, type LocaleText } from './locale.ts';
import type { LocaleTag } from './resolve-locale.ts';

const speak = (tag: string): LocaleText => ({ ...english, tag });

it('gives English until the language is there, and then tells', async () => {
  const shelf = createLocaleShelf((tag) => Promise.resolve(speak(tag)));
  const onCome = vi.fn<() => void>();
  shelf.subscribe(onCome);
  shelf.want('de');
  expect(shelf.get('de')).toBe(english);
  await vi.waitFor(() => expect(onCome).toHaveBeenCalledOnce());
  expect(shelf.get('de').tag).toBe('de');
});

it('gives the language that is wanted, however late another one comes', async () => {
  const coming = new Map<LocaleTag, (text: LocaleText) => void>();
  const shelf = createLocaleShelf((tag) => {
    const { promise, resolve } = Promise.withResolvers<LocaleText>();
    coming.set(tag, resolve);
    return promise;
  });
  shelf.want('ja');
  shelf.want('fr');
  coming.get('fr')?.(speak('fr'));
  await vi.waitFor(() => expect(shelf.get('fr').tag).toBe('fr'));
  coming.get('ja')?.(speak('ja'));
  await vi.waitFor(() => expect(shelf.get('ja').tag).toBe('ja'));
  expect(shelf.get('fr').tag).toBe('fr');
});

it('asks for a language once, and again only when it could not be loaded', async () => {
  const load = vi
    .fn<(tag: LocaleTag) => Promise<LocaleText>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockImplementation((tag) => Promise.resolve(speak(tag)));
  const shelf = createLocaleShelf(load);
  shelf.want('es');
  shelf.want('es');
  expect(load).toHaveBeenCalledOnce();
  await vi.waitFor(() => {
    shelf.want('es');
    expect(shelf.get('es').tag).toBe('es');
  });
  shelf.want('es');
  expect(load).toHaveBeenCalledTimes(2);
});

it('no longer tells who has left', async () => {
  const shelf = createLocaleShelf((tag) => Promise.resolve(speak(tag)));
  const onCome = vi.fn<() => void>();
  shelf.subscribe(onCome)();
  shelf.want('pt');
  await vi.waitFor(() => expect(shelf.get('pt').tag).toBe('pt'));
  expect(onCome).not.toHaveBeenCalled();
});
