import {
  createLatchkey,
  LatchkeyError,
  type Connection,
  type ConnectionFilter,
  type ConnectionSort,
  type ConnectionStatus,
  type ConnectionWithToken,
  type Latchkey,
  type OperationFilter,
  type OperationStatus,
  type OperationType,
} from '@latchkey/node';

type Equals<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// An unset environment variable is refused when it runs, so it may be given.
createLatchkey({ apiUrl: 'https://app.example.com/latchkey', secretKey: process.env['LATCHKEY_SECRET_KEY'] }) satisfies Latchkey;
// @ts-expect-error: where Latchkey is must be said
createLatchkey({ secretKey: 'latchkey_sk_x' });

declare const latchkey: Latchkey;
const key = { integrationId: 'pingone-cc', connectionId: 'c-1' };

true satisfies Equals<Connection['status'], 'active' | 'needs_reconnect' | 'disabled'>;
true satisfies Equals<Connection['createdAt'], Date>;
true satisfies Equals<Awaited<ReturnType<Latchkey['connections']['get']>>, ConnectionWithToken>;

declare const listed: Connection;
// @ts-expect-error: a list holds no token
listed.credentials satisfies unknown;
// @ts-expect-error: the client speaks clean names
listed.provider_config_key satisfies unknown;
// @ts-expect-error: a call says for which connection it is
void (latchkey.proxy.get('/v1/environments', {}) satisfies Promise<unknown>);
// @ts-expect-error: GET has no body
void (latchkey.proxy.get('/v1/environments', { ...key, body: {} }) satisfies Promise<unknown>);

void (latchkey.proxy.get('/v1/environments', key) satisfies Promise<unknown>);
void (latchkey.proxy.get<{ name: string }>('/v1/environments/e', key) satisfies Promise<{ name: string }>);
latchkey.proxy.paginate<{ id: string }>('/v1/environments/e/users', key) satisfies AsyncIterable<{ id: string }>;

declare const thrown: unknown;
if (thrown instanceof LatchkeyError) thrown.retryAfterSeconds satisfies number | undefined;

// What a signature mentions can be imported by its name.
true satisfies Equals<NonNullable<ConnectionFilter['sort']>, ConnectionSort>;
true satisfies Equals<Connection['status'], ConnectionStatus>;
true satisfies Equals<Extract<OperationFilter['type'], string>, OperationType>;
true satisfies Equals<Extract<OperationFilter['status'], string>, OperationStatus>;
