import { describe, expect, it } from 'vitest';
import { readProviderAnswer } from './read-provider-answer.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const id = '3f0c2f6e-5a3b-4e43-9c86-6b6c0f0b1a11';
const read = (status: number, body: string, headers: Record<string, string> = {}) =>
  readProviderAnswer('token', { status, headers: new Headers(headers), body }, now);

describe('An answer of a provider', () => {
  it('is read in the shape of OAuth', () => {
    expect(read(401, `{"error":"invalid_client","error_description":"Denied (Correlation ID: ${id})"}`)).toEqual({
      step: 'token',
      status: 401,
      error: 'invalid_client',
      description: `Denied (Correlation ID: ${id})`,
      correlationId: id,
    });
  });

  it('is read in the shape of a platform', () => {
    expect(read(403, `{"id":"${id}","code":"ACCESS_FAILED","message":"No.","details":[{"code":"INSUFFICIENT_PERMISSIONS"}]}`)).toEqual({
      step: 'token',
      status: 403,
      error: 'ACCESS_FAILED',
      description: 'No.',
      detail: 'INSUFFICIENT_PERMISSIONS',
      correlationId: id,
    });
  });

  it('has the correlation ID of its header, if that looks like one', () => {
    expect(read(500, '{}', { 'correlation-id': id }).correlationId).toBe(id);
    expect(read(500, '{}', { 'correlation-id': '<b>x</b>' }).correlationId).toBeUndefined();
  });

  it('tells how long to wait', () => {
    expect(read(429, '{}', { 'retry-after': '7' }).retryAfterSeconds).toBe(7);
  });

  it.each(['<html>', '', '[]', '"text"', 'null', '{"a":'])('is invalid with the body %j', (body) => {
    expect(read(200, body).transport).toBe('invalid');
  });

  it.each([301, 302, 307, 308])('is invalid with the redirect %d', (status) => {
    expect(read(status, '{}').transport).toBe('invalid');
  });

  it('survives members of the wrong type', () => {
    expect(read(400, '{"error":1,"error_description":{},"details":"x","id":5}')).toEqual({ step: 'token', status: 400 });
  });
});
