import type {
  CheckedConnection,
  ConnectedBody,
  ConnectSessionView,
  CreateConnectSessionBody,
  ErrorBody,
  ErrorCode,
  FullConnection,
  Notice,
  ProgressEvent,
} from '@latchkey/protocol';
import type { Explanation } from '@latchkey/providers';

type Equals<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// A code is one of the catalogue's, and stays open on the wire, where providers add theirs.
true satisfies Equals<ErrorBody['error']['code'], string>;
'server_error' satisfies ErrorCode;
// @ts-expect-error: no such code
'something_went_wrong' satisfies ErrorCode;

// The wire speaks in snake case; what the provider explains has the same facts.
true satisfies Equals<NonNullable<ErrorBody['error']['swap']>, [string, string]>;
true satisfies Equals<Explanation['retryable'], boolean>;
true satisfies Equals<Notice['code'], 'region_corrected' | 'auth_method_basic' | 'no_refresh_token'>;

// A reader of the stream must tell progress from result before it reads either.
declare const event: ProgressEvent;
// @ts-expect-error: only progress has a step
event.step satisfies string;
if (event.type === 'progress') event.step satisfies 'environment' | 'credentials' | 'access' | 'saved';
else event.body satisfies ConnectedBody | ErrorBody;

declare const connection: FullConnection;
// @ts-expect-error: a connection never carries the secret
connection.credentials.client_secret satisfies unknown;

declare const checked: CheckedConnection;
// @ts-expect-error: a check answers without credentials
checked.credentials satisfies unknown;
true satisfies Equals<Omit<FullConnection, 'credentials'>, CheckedConnection>;

// A page must ask whether the session reconnects, and what it can fill in is never a secret.
declare const session: ConnectSessionView['data'];
// @ts-expect-error: most sessions reconnect nothing
session.reconnect.connection_id satisfies string;
// @ts-expect-error: there is no place for a secret
session.reconnect?.client_secret satisfies unknown;

({ end_user: { id: 'user-1' } }) satisfies CreateConnectSessionBody;
// @ts-expect-error: the wire does not speak camelCase
({ endUser: { id: 'user-1' } }) satisfies CreateConnectSessionBody;
