import { describe, expect, it } from 'vitest';
import { loadLocale } from '../messages/load-locale.ts';
import { explain } from './explanation.ts';

const fields = ['environmentId', 'client_secret'];
const english = await loadLocale('en');

describe('giving a failure its words', () => {
  it('uses the words of the language where it has some for the code', () => {
    expect(explain(english, { code: 'offline', retryable: true }, fields)).toMatchObject({ message: 'You are offline.', retryable: true });
    expect(explain(english, { code: 'connect_session_expired', message: 'for developers', retryable: false }, fields).message).toBe(
      'Your time to connect has run out.',
    );
  });

  it('uses the words of the server for a code that the language does not know', () => {
    const failure = { code: 'new_code', message: 'Something new.', remedy: 'Do this.', retryable: false };
    expect(explain(english, failure, fields)).toMatchObject({ code: 'new_code', message: 'Something new.', remedy: 'Do this.' });
  });

  it('never shows nothing', () => {
    const { message, remedy } = explain(english, { code: 'new_code', retryable: false }, fields);
    expect(message).not.toBe('');
    expect(remedy).not.toBe('');
  });

  it('does not mistake a property that every object has for words', () => {
    expect(explain(english, { code: 'constructor', message: 'm', remedy: 'r', retryable: false }, fields).message).toBe('m');
  });

  it('offers to swap two values only when both can be filled in', () => {
    const failure = { code: 'swapped_ids', swap: ['environmentId', 'client_secret'], retryable: false } as const;
    expect(explain(english, failure, fields).swap).toEqual(failure.swap);
    expect(explain(english, failure, ['client_secret']).swap).toBeUndefined();
  });

  it('concerns the whole form when the form has no such field', () => {
    expect(explain(english, { code: 'x', field: 'client_secret', retryable: false }, fields).field).toBe('client_secret');
    expect(explain(english, { code: 'x', field: 'integration_id', retryable: false }, fields).field).toBeUndefined();
  });
});
