import type { ClientMetadata } from 'oidc-provider';
import type { Application, AuthMethod } from './environments.ts';

/** What a method is behind the door, to which Basic comes as Post. A client without a secret is not known there. */
export const METHODS_BEHIND: ReadonlyMap<AuthMethod, 'client_secret_post' | 'client_secret_jwt'> = new Map([
  ['CLIENT_SECRET_BASIC', 'client_secret_post'],
  ['CLIENT_SECRET_POST', 'client_secret_post'],
  ['CLIENT_SECRET_JWT', 'client_secret_jwt'],
]);

/** Describes an application as the provider behind the door is to know it. */
export function describeClient(application: Application): ClientMetadata[] {
  const { clientId, clientSecret, grantTypes, redirectUris } = application;
  const method = METHODS_BEHIND.get(application.authMethod);
  if (method === undefined) return [];
  return [
    {
      client_id: clientId,
      client_secret: clientSecret,
      token_endpoint_auth_method: method,
      grant_types: [...grantTypes],
      redirect_uris: [...redirectUris],
      response_types: redirectUris.length > 0 ? ['code'] : [],
      application_type: redirectUris.length > 0 ? 'native' : 'web',
    },
  ];
}
