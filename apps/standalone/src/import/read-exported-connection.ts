import type { ImportConnectionBody } from '@latchkey/protocol';
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

/** What may be `null` or missing. */
const maybe = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? undefined),
  );

/** The same for text, which may be empty too. */
const maybeText = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value || undefined),
);

const ownClient = z.object({ client_id: maybeText, client_secret: maybeText });

const credentials = z.discriminatedUnion('type', [
  z.object({ type: z.literal('OAUTH2_CC'), client_id: text, client_secret: text }),
  z.object({
    type: z.literal('OAUTH2'),
    access_token: maybeText,
    refresh_token: maybeText,
    expires_at: maybeText,
    config_override: maybe(ownClient),
  }),
]);

const tags = maybe(z.record(z.string(), z.string()));
const organization = z.object({ id: text, display_name: maybeText });
const endUser = z.object({ id: text, display_name: maybeText, email: maybeText, tags, organization: maybe(organization) });

/** As `GET /connections/{id}` answers. Members that are not needed are let pass. */
const exported = z.object({
  connection_id: text,
  provider_config_key: text,
  // What else stands there was for the form, or for the provider's template.
  connection_config: z.object({ tld: maybeText, environmentId: maybeText }),
  credentials,
  end_user: maybe(endUser),
  tags,
  metadata: maybe(z.record(z.string(), z.unknown())),
});

type Exported = z.infer<typeof exported>;

/** An exported connection, as it is imported; or why it cannot be. */
export type ExportedConnection = { readonly body: Order } | { readonly connectionId: string; readonly problem: string };

/** What is imported, under its old id. */
export type Order = ImportConnectionBody & { readonly connection_id: string };

/**
 * Reads one connection of an export.
 *
 * @param place Its place in the export, to be named when it has no id.
 * @param rename New ids of integrations, by their old ones.
 */
export function readExportedConnection(value: unknown, place: number, rename: ReadonlyMap<string, string>): ExportedConnection {
  const read = exported.safeParse(value);
  if (!read.success) return { connectionId: readId(value) ?? `#${place}`, problem: describeProblem(read.error) };
  const { provider_config_key: key, credentials, end_user, ...rest } = read.data;
  return {
    body: {
      ...rest,
      provider_config_key: rename.get(key) ?? key,
      credentials: mapCredentials(credentials),
      ...mapOwner(end_user),
    },
  };
}

function mapCredentials(given: Exported['credentials']): ImportConnectionBody['credentials'] {
  if (given.type === 'OAUTH2_CC') return given;
  const { client_id, client_secret } = given.config_override ?? {};
  const isWhole = client_id !== undefined && client_secret !== undefined;
  return { ...given, config_override: isWhole ? { client_id, client_secret } : undefined };
}

/** On this wire the organization stands beside the end user. */
function mapOwner(endUser: Exported['end_user']): Pick<ImportConnectionBody, 'end_user' | 'organization'> {
  if (endUser === undefined) return {};
  const { organization, ...end_user } = endUser;
  return { end_user, organization };
}

function readId(value: unknown): string | undefined {
  return z.object({ connection_id: text }).safeParse(value).data?.connection_id;
}

/** Says where it does not fit. Security: never what stands there. */
function describeProblem({ issues }: z.core.$ZodError): string {
  const places = [...new Set(issues.map(({ path }) => path.join('.') || 'the whole'))];
  if (places.some((place) => place.startsWith('credentials'))) {
    return 'Its credentials are missing or of another kind: export with a key that may read credentials, and with refresh_token=true.';
  }
  return `It is not what "GET /connections/{id}" answers, at: ${places.join(', ')}.`;
}
