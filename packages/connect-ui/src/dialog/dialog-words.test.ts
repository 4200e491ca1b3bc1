import { expect, it } from 'vitest';
import { loadLocale } from '../messages/load-locale.ts';
import { locales } from '../messages/resolve-locale.ts';
import { dialogWords } from './dialog-words.ts';

it.each(locales)('speaks %s as the form does', async (tag) => {
  const { text, errors } = await loadLocale(tag);
  expect(dialogWords[tag]).toEqual({
    connect: text['form.connect'],
    close: text['form.close'],
    loading: text['form.loading'],
    unreachable: errors.server_unreachable.message,
    retry: text['failure.retry'],
  });
});
