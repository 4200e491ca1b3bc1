import { connectError } from '../errors.ts';
import type { KnownIntegration } from './deps.ts';

/** Makes sure that an integration is connected with a typed credential. @throws {ConnectError} `invalid_body` where somebody signs in */
export function refuseSignIn({ definition }: KnownIntegration): void {
  if (definition.grant === 'client_credentials') return;
  throw connectError('invalid_body', {
    message: 'This integration is connected by signing in, not with a typed credential.',
    remedy: 'Begin with POST /connect/authorizations.',
  });
}
