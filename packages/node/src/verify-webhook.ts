import { LatchkeyError } from './errors.ts';
import { parseJson } from './read-failure.ts';
import { readWebhookEvent, type WebhookEvent } from './webhook-event.ts';

/** Headers of a request, as `fetch`, Node.js or a framework gives them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** @see {@link verifyWebhook} */
export interface VerifyOptions {
  /** How far the moment of sending may be from now, in seconds, so that nobody sends an old event again. @default 300 */
  readonly toleranceSeconds?: number | undefined;
  /** @default the clock of the machine */
  readonly now?: (() => Date) | undefined;
}

const PREFIX = 'whsec_';

/** How many signatures are tried. */
const MOST_SIGNATURES = 10;

const SIGNATURE = /^v1,([A-Za-z0-9+/]{43}=)$/;

/**
 * Makes sure that a request to your webhook is Latchkey's, and reads the event in it.
 *
 * @param rawBody The body as it came, before anything parsed it: the signature is over each of its bytes.
 * @param secret What making the webhook answered, `whsec_…`. While it is being replaced, either one is good.
 * @throws {LatchkeyError} `invalid_webhook` when it is not genuine, or too old: answer 400 and do nothing; `invalid_option` when the secret is no secret;
 *   `invalid_argument` when the body was parsed before
 * @see [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md)
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | undefined,
  { toleranceSeconds = 300, now = () => new Date() }: VerifyOptions = {},
): Promise<WebhookEvent> {
  const key = await importSecret(secret);
  const id = readHeader(headers, 'webhook-id');
  const sentAt = readHeader(headers, 'webhook-timestamp');
  const signatures = readHeader(headers, 'webhook-signature')
    .split(' ')
    .flatMap((signature) => SIGNATURE.exec(signature)?.[1] ?? [])
    // Security: each costs a pass over the body, and anybody may send as many as a header holds. Latchkey sends three at most.
    .slice(0, MOST_SIGNATURES);

  const body = readBytes(rawBody);
  const signed = join(new TextEncoder().encode(`${id}.${sentAt}.`), body);
  // Security: compared by the platform, in constant time; the moment counts only once it is known to be Latchkey's.
  const matches = await Promise.all(signatures.map((signature) => crypto.subtle.verify('HMAC', key, decode(signature), signed)));
  if (!matches.includes(true)) {
    throw invalid('No signature is right: the body was changed on its way, or somebody else sent it, or the secret is another webhook’s.');
  }
  const seconds = /^\d{1,12}$/.test(sentAt) ? Number(sentAt) : Number.NaN;
  if (!(Math.abs(now().getTime() / 1000 - seconds) <= toleranceSeconds)) throw invalid('It was sent too long ago, or the clocks differ.');

  const event = readWebhookEvent(id, parseJson(new TextDecoder().decode(body)));
  if (event === undefined) throw invalid('It is signed, but it is no event of Latchkey’s.');
  return event;
}

async function importSecret(secret: string | undefined): Promise<CryptoKey> {
  const base64 = secret?.startsWith(PREFIX) === true ? secret.slice(PREFIX.length) : '';
  if (!/^[A-Za-z0-9+/]{16,}={0,2}$/.test(base64) || base64.length % 4 !== 0) {
    const remedy = 'Give the secret that making the webhook answered, whole. Is its environment variable set?';
    throw new LatchkeyError('invalid_option', `The secret of the webhook is missing, or does not begin with "${PREFIX}".`, {
      remedy,
      field: 'secret',
    });
  }
  return crypto.subtle.importKey('raw', decode(base64), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

/** Express and others put what they parsed where the bytes were, which plain JavaScript passes on unseen. */
function readBytes(rawBody: unknown): Uint8Array {
  if (typeof rawBody === 'string') return new TextEncoder().encode(rawBody);
  if (rawBody instanceof Uint8Array) return rawBody;
  if (rawBody === undefined) throw invalid('It has no body, or one of a content type that the route does not read.');
  throw new LatchkeyError('invalid_argument', 'The body of the webhook’s request was parsed before, and the signature is over its bytes.', {
    remedy: 'Give the body as it came: in Express, express.raw({ type: "application/json" }) on this route, before any express.json().',
    field: 'rawBody',
  });
}

function readHeader(headers: WebhookHeaders, name: string): string {
  const given = headers instanceof Headers ? headers.get(name) : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const value = typeof given === 'string' ? given : given?.[0];
  if (value === undefined || value === '') throw invalid(`The header "${name}" is missing.`);
  return value;
}

function join(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(head.length + tail.length);
  joined.set(head);
  joined.set(tail, head.length);
  return joined;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function invalid(problem: string): LatchkeyError {
  return new LatchkeyError('invalid_webhook', `The request is not taken for Latchkey’s. ${problem}`, {
    remedy:
      'Answer 400 and do nothing. If it should be genuine, check that the body is given as it came, and that the secret is this webhook’s.',
  });
}
