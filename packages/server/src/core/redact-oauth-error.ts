import { REDACTED } from '@latchkey/protocol';
import type { OperationMessage } from './operation.ts';
import type { RawHeaders } from './proxy-headers.ts';
import { hideLongWords, isPlainText } from './redact-text.ts';

const MAX_DESCRIPTION_LENGTH = 300;

/** Shorter values, such as the name of a grant, say nothing. */
const SHORTEST_SECRET = 4;

/** Parameters of a token request that are no secret, so that a description may name them. */
const OPEN_PARAMETERS: ReadonlySet<string> = new Set(['grant_type', 'scope', 'redirect_uri', 'client_id']);

/**
 * Reads from the answer of a token endpoint the code of its refusal, and what it says about it.
 *
 * Security: an endpoint may repeat in its description what it was sent. One that does is not kept at all, and of any other no word that could be a key.
 *
 * @see [RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2)
 */
export function redactOAuthError(
  { form, answer }: { readonly form: string; readonly answer: string },
  requestHeaders: RawHeaders,
): OperationMessage['oauthError'] {
  const json = parse(answer);
  const error = readText(json, 'error') ?? readText(json, 'code');
  if (error === undefined) return undefined;
  const sent = listSent(form, requestHeaders);
  const description = readText(json, 'error_description') ?? readText(json, 'message');
  return {
    error: /^[\w.-]{1,64}$/.test(error) && isPlainText(error) && !repeats(error, sent) ? error : REDACTED,
    description: description && redactDescription(description, sent),
  };
}

function redactDescription(description: string, sent: readonly string[]): string {
  if (repeats(description, sent)) return REDACTED;
  const words = hideLongWords(description.slice(0, MAX_DESCRIPTION_LENGTH), REDACTED);
  return description.length > MAX_DESCRIPTION_LENGTH ? `${words}…` : words;
}

function repeats(text: string, sent: readonly string[]): boolean {
  return sent.some((value) => text.includes(value));
}

/** Lists the secrets of a token request: values of its form, and what its `Authorization` header holds, encoded and decoded. */
function listSent(form: string, headers: RawHeaders): readonly string[] {
  const values = [...new URLSearchParams(form)].flatMap(([name, value]) =>
    OPEN_PARAMETERS.has(name) ? [] : [value, encodeURIComponent(value)],
  );
  for (const [index, text] of headers.entries()) {
    if (index % 2 === 0 || headers[index - 1]?.toLowerCase() !== 'authorization') continue;
    const credential = text.replace(/^\w+ +/, '');
    const decoded = Buffer.from(credential, 'base64').toString('utf8');
    const secret = decoded.slice(decoded.indexOf(':') + 1);
    values.push(credential, secret, decodeForm(secret));
  }
  return values.filter((value) => value.length >= SHORTEST_SECRET);
}

function decodeForm(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readText(json: unknown, name: string): string | undefined {
  const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
