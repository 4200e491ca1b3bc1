import { describe, expect, it } from 'vitest';
import { createAnswerCheck, type GivenAnswer } from './check-answer.ts';

const check = createAnswerCheck();
const health: GivenAnswer = { method: 'GET', target: '/health?a=b', status: 200, mediaType: 'application/json', text: '{"status":"ok"}' };
const error = (code: string): string => JSON.stringify({ error: { code, message: 'It did not work.' } });
const proxyError = JSON.stringify({ error: { code: 'unknown_webhook', message: 'It did not work.', request_id: 'id' } });

describe('The check of answers', () => {
  it.each([
    ['the answer that is described', health],
    ['an error that is described', { ...health, status: 503, text: error('store_unavailable') }],
    ['that there is no route', { ...health, target: '/nowhere', status: 404, text: error('not_found') }],
    ['that a path cannot be read', { ...health, target: '/providers/%zz', status: 404, text: error('not_found') }],
    ['a preflight', { ...health, method: 'OPTIONS', status: 204, mediaType: undefined, text: '' }],
    ['what the provider answered', { ...health, target: '/proxy/v1/environments', status: 418, text: 'short and stout' }],
    ['an empty answer', { ...health, method: 'DELETE', target: '/connect/session', status: 204, mediaType: undefined, text: '' }],
  ])('lets pass %s', (_name, answer) => {
    expect(() => check(answer)).not.toThrow();
  });

  it.each([
    ['a status', { ...health, status: 202 }, 'does not tell of this status'],
    ['a media type', { ...health, mediaType: 'text/html' }, 'does not tell of the media type "text/html"'],
    ['a missing member', { ...health, text: '{}' }, "must have required property 'status'"],
    ['a member too many', { ...health, text: '{"status":"ok","secret":"x"}' }, 'must NOT have unevaluated properties'],
    ['another value', { ...health, text: '{"status":"fine"}' }, 'body/status must be equal to constant'],
    ['the code of another route', { ...health, status: 503, text: error('refresh_timeout') }, 'body/error/code must be equal to one of'],
    ['a body where there is none', { ...health, method: 'DELETE', target: '/connect/session', status: 204 }, 'tells of no body'],
    [
      'an error of the proxy',
      { ...health, target: '/proxy/v1/users', status: 400, text: proxyError },
      'body/error/code must be equal to one of',
    ],
    ['success where there is no route', { ...health, target: '/nowhere' }, 'does not tell of this status'],
  ])('refuses %s that the document does not know', (_name, answer, problem) => {
    expect(() => check(answer)).toThrow(problem);
  });
});
