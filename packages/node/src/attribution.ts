import type { CreateConnectSessionBody } from '@latchkey/protocol';
import type { EndUser, Organization } from './connection.ts';

/** Whose a connection is, and what it is tagged with. */
export interface Attribution {
  readonly endUser?: EndUser | undefined;
  readonly organization?: Organization | undefined;
  /** Up to ten. Keys start with a letter, and are kept in lower case. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** Writes it in the words of the wire. What is `undefined` is left out by JSON. */
export function buildAttribution({ endUser, organization, tags }: Attribution): {
  [Name in 'end_user' | 'organization' | 'tags']: CreateConnectSessionBody[Name] | undefined;
} {
  return {
    end_user: endUser && { id: endUser.id, email: endUser.email, display_name: endUser.displayName, tags: endUser.tags },
    organization: organization && { id: organization.id, display_name: organization.displayName },
    tags,
  };
}
