import { describe, expect, it } from 'vitest';
import { connectError } from './errors.ts';
import { hideSecrets, logError } from './log.ts';

function lineOf(error: Parameters<typeof logError>[1]): { level: string; fields: Readonly<Record<string, unknown>> } {
  const lines: { level: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>) => void lines.push({ level, fields });
  logError({ info: at('info'), warn: at('warn'), error: at('error') }, error, 'request-1');
  return lines[0]!;
}

describe('An error in the log', () => {
  it('is one of ours by code, status, message and remedy, with the ids to find it by', () => {
    expect(lineOf(connectError('unknown_connection', { correlationId: 'c-1' }))).toEqual({
      level: 'info',
      fields: {
        requestId: 'request-1',
        code: 'unknown_connection',
        status: 404,
        message: expect.any(String),
        remedy: expect.stringContaining('GET /connections'),
        correlationId: 'c-1',
      },
    });
  });

  it('tells of its cause what it is and where, and nothing that it says', () => {
    const cause = Object.assign(new TypeError('secret in the message'), {
      code: 'ERR_X',
      body: 'secret in the body',
      cause: new Error('secret'),
    });
    const { level, fields } = lineOf(connectError('server_error', { cause }));
    expect(level).toBe('error');
    expect(fields).toMatchObject({ cause: 'TypeError ERR_X', stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]) });
    expect(JSON.stringify(fields)).not.toContain('secret');
  });
});

describe('A line of the default logger', () => {
  it('holds nothing that stands under the name of a secret', () => {
    expect(hideSecrets({ status: 200, token: 'one', request: { path: '/', credentials: { clientSecret: 'two' } } })).toEqual({
      status: 200,
      token: '[redacted]',
      request: { path: '/', credentials: '[redacted]' },
    });
  });

  it('is not copied when there is nothing to hide', () => {
    const fields = { status: 200, request: { path: '/' }, nothing: null };
    expect(hideSecrets(fields)).toBe(fields);
  });
});
