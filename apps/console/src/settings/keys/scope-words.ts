import type { KeyScope } from '@latchkey/protocol';

/** What each scope permits. */
export const SCOPE_WORDS: Readonly<Record<KeyScope, string>> = {
  'integrations:read': 'List providers and integrations',
  'integrations:read_credentials': 'See the OAuth clients of integrations, secrets included',
  'integrations:write': 'Make, change and delete integrations',
  'connections:read': 'List connections, and see all of one but its credentials',
  'connections:read_credentials': 'Get access tokens',
  'connections:read_secrets': 'Get the client secrets that customers gave',
  'connections:write': 'Import, change, check and delete connections',
  'sessions:write': 'Let customers connect: start sessions and make share links',
  proxy: 'Call the provider’s API through a connection',
  'logs:read': 'Read the request logs',
  'webhooks:read': 'See webhooks',
  'webhooks:write': 'Make, change and delete webhooks',
  'keys:read': 'See which secret keys there are',
  'keys:write': 'Make and revoke secret keys',
  'audit:read': 'See who did what',
  'settings:read': 'See how the server is set up',
};
