import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { AuthMethod } from './environments.ts';
import type { SwitchValues } from './switches.ts';

/** How a client presented itself. */
export interface PresentedClient {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly authMethod?: AuthMethod;
}

/**
 * Reads which client asks, and how it proves itself.
 *
 * @see [RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-2.3.1) and [RFC 7523 §2.2](https://www.rfc-editor.org/rfc/rfc7523.html#section-2.2)
 */
export function readClientCredentials(
  authorization: string | undefined,
  form: URLSearchParams,
  basicCredentials: SwitchValues['basic_credentials'],
): PresentedClient {
  const basic = /^Basic +([A-Za-z0-9+/=_-]*)$/i.exec(authorization ?? '')?.[1];
  if (basic !== undefined) return readBasic(Buffer.from(basic, 'base64').toString('utf8'), basicCredentials);
  const assertion = form.get('client_assertion');
  if (assertion !== null) return readAssertion(assertion);
  const clientId = form.get('client_id');
  const clientSecret = form.get('client_secret');
  if (clientId === null) return {};
  return clientSecret === null ? { clientId, authMethod: 'NONE' } : { clientId, clientSecret, authMethod: 'CLIENT_SECRET_POST' };
}

function readBasic(pair: string, basicCredentials: SwitchValues['basic_credentials']): PresentedClient {
  const colon = pair.indexOf(':');
  if (colon < 0) return {};
  const decode = basicCredentials === 'url-decoded' ? decodeFormText : (text: string) => text;
  return { clientId: decode(pair.slice(0, colon)), clientSecret: decode(pair.slice(colon + 1)), authMethod: 'CLIENT_SECRET_BASIC' };
}

function decodeFormText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function readAssertion(assertion: string): PresentedClient {
  try {
    const { sub } = decodeJwt(assertion);
    const { alg = '' } = decodeProtectedHeader(assertion);
    return { ...(sub !== undefined && { clientId: sub }), authMethod: alg.startsWith('HS') ? 'CLIENT_SECRET_JWT' : 'PRIVATE_KEY_JWT' };
  } catch {
    return {};
  }
}
