import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buildPlatformBody, formatPlatformJson } from './error-bodies.ts';
import type { Moment, Scenario, ScenarioEffect } from './scenario.ts';
import { STEPS } from './scenario.ts';

const RETRY_AFTER_SECONDS = 3;
const CHUNK = 'a'.repeat(64 * 1024);
/** Enough for 11 MB. */
const LARGE_CHUNKS = 176;

/** Scenarios in which PingOne, or something on the way to it, fails. */
export const outageScenarios: readonly Scenario[] = [
  {
    id: 'provider_rate_limited',
    title: 'Too many requests',
    does: `Answers 429 with Retry-After in seconds, or 503 with Retry-After as a date, ${RETRY_AFTER_SECONDS} seconds ahead.`,
    steps: STEPS,
    effects: {
      'too-many-429': fail(
        429,
        'REQUEST_LIMITED',
        'The request could not be completed. The rate limit was exceeded.',
        () => `${RETRY_AFTER_SECONDS}`,
      ),
      'busy-503': fail(503, 'SERVICE_UNAVAILABLE', 'The request could not be completed. The service is busy.', writeRetryDate),
    },
  },
  {
    id: 'provider_timeout',
    title: 'No answer in time',
    does: 'Takes the request and never answers, or sends the headers and half of the body and then nothing.',
    steps: STEPS,
    effects: {
      'no-answer': { answer: () => undefined },
      'half-an-answer': {
        answer: (response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write('{"access_token":"');
        },
      },
    },
  },
  {
    id: 'provider_unreachable',
    title: 'Connection cut',
    does: 'Closes the connection without an answer.',
    steps: STEPS,
    effects: { reset: { answer: (response) => void response.socket?.destroy() } },
  },
  {
    id: 'provider_unavailable',
    title: 'PingOne is down',
    does: 'Answers 500, 502 or 503.',
    steps: STEPS,
    effects: {
      'status-503': fail(503, 'SERVICE_UNAVAILABLE', 'The request could not be completed. The service is not available.', writeRetryDate),
      'status-500': fail(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred.'),
      'status-502': { answer: (response) => sendHtml(response, 502, 'Bad Gateway') },
    },
  },
  {
    id: 'provider_answer_invalid',
    title: 'Not an answer of PingOne',
    does: 'Answers with a page of HTML (200 or 502), with JSON that lacks what was asked for, or with broken JSON.',
    steps: STEPS,
    effects: {
      'html-200': { answer: (response) => sendHtml(response, 200, 'Sign in to the guest network') },
      'html-502': { answer: (response) => sendHtml(response, 502, 'Bad Gateway') },
      'empty-object': { answer: (response) => send(response, 200, 'application/json', '{}') },
      'broken-json': { answer: (response) => send(response, 200, 'application/json', '{"access_token":') },
    },
  },
  {
    id: 'provider_answer_too_large',
    title: 'Far too large an answer',
    does: 'Streams 11 MB of JSON, or JSON without end.',
    steps: STEPS,
    effects: {
      large: { answer: (response) => streamText(response, LARGE_CHUNKS) },
      endless: { answer: (response) => streamText(response, Number.POSITIVE_INFINITY) },
    },
  },
];

function fail(status: number, code: string, message: string, retryAfter?: (moment: Moment) => string): ScenarioEffect {
  return {
    answer: (response, correlationId, moment) => {
      if (retryAfter) response.setHeader('retry-after', retryAfter(moment));
      const body = buildPlatformBody({ status, code, message }, correlationId);
      send(response, status, 'application/json;charset=UTF-8', formatPlatformJson(body));
    },
  };
}

// PingOne: a 503 tells when to come back as an HTTP date, a 429 as a number of seconds.
function writeRetryDate({ now }: Moment): string {
  return new Date(now.getTime() + RETRY_AFTER_SECONDS * 1000).toUTCString();
}

function sendHtml(response: ServerResponse, status: number, title: string): void {
  send(response, status, 'text/html', `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`);
}

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) }).end(body);
}

function streamText(response: ServerResponse, chunks: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  // The reader is expected to hang up, so an error here is no news.
  pipeline(Readable.from(writeLargeJson(chunks)), response).catch(() => undefined);
}

function* writeLargeJson(chunks: number): Generator<string> {
  yield '{"access_token":"';
  for (let sent = 0; sent < chunks; sent += 1) yield CHUNK;
  yield '"}';
}
