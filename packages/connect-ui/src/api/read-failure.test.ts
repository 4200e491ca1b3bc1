import { describe, expect, it } from 'vitest';
import { readFailure } from './read-failure.ts';

describe('reading the answer to a refused request', () => {
  it('reads every part of the envelope', () => {
    const error = {
      code: 'swapped_ids',
      message: 'm',
      remedy: 'r',
      field: 'environmentId',
      guide_step: 'environment-id',
      swap: ['environmentId', 'client_id'],
      retryable: true,
      retry_after: 7,
      correlation_id: 'c',
      request_id: 'q',
    };
    expect(readFailure({ error })).toEqual({
      code: 'swapped_ids',
      message: 'm',
      remedy: 'r',
      field: 'environmentId',
      guideStep: 'environment-id',
      swap: ['environmentId', 'client_id'],
      retryable: true,
      retryAfterSeconds: 7,
      correlationId: 'c',
      requestId: 'q',
    });
  });

  it.each([undefined, null, 'Bad Gateway', [], {}, { error: 'no' }, { error: { message: 'no code' } }])(
    'takes %j for the answer of somebody else',
    (body) => {
      expect(readFailure(body).code).toBe('server_answer_invalid');
    },
  );

  it('puts the only problem of a body on its field', () => {
    const errors = [{ code: 'client_id_invalid', message: 'x', path: ['credentials', 'client_id'] }];
    expect(readFailure({ error: { code: 'invalid_body', message: 'm', errors } })).toMatchObject({
      code: 'client_id_invalid',
      field: 'client_id',
    });
  });

  it('puts several problems on no field', () => {
    const problem = { code: 'x', message: 'x', path: ['credentials', 'client_id'] };
    const failure = readFailure({ error: { code: 'invalid_body', message: 'm', errors: [problem, problem] } });
    expect(failure).toMatchObject({ code: 'invalid_body', field: undefined });
  });
});
