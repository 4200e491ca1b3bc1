import type { ErrorCode } from '@latchkey/protocol';
import { listProviders, problemTexts } from '@latchkey/providers';
import { errorCatalogue } from '../error-catalogue.ts';
import type { Route } from './route.ts';

/** What any route may answer, because any of them asks the store. */
const always: readonly ErrorCode[] = ['store_unavailable', 'store_full', 'encryption_key_missing', 'sealed_value_invalid', 'server_error'];

const byCaller: Readonly<Record<Route['caller'], readonly ErrorCode[]>> = {
  anyone: [],
  backend: [
    'missing_auth_header',
    'malformed_auth_header',
    'unknown_account',
    'forbidden',
    'origin_not_allowed',
    'too_many_request',
    'console_session_ended',
    'csrf_token_invalid',
  ],
  console: ['not_found', 'console_session_ended', 'csrf_token_invalid', 'origin_not_allowed'],
  browser: [
    'missing_auth_header',
    'malformed_auth_header',
    'invalid_connect_session_token_format',
    'unknown_connect_session_token',
    'connect_session_expired',
    'origin_not_allowed',
    'too_many_request',
  ],
};

const ofBodies: readonly ErrorCode[] = ['invalid_json', 'invalid_content_type', 'body_too_large'];

/** Something that a route may answer in place of its success. */
export interface RouteError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** Lists what a route may answer in place of its success: its own errors, those of its caller and its input, and what a provider explains. */
export function listRouteErrors(route: Pick<Route, 'caller' | 'method' | 'query' | 'body' | 'errors' | 'explains'>): readonly RouteError[] {
  const codes = new Set<ErrorCode>([
    ...(route.query === undefined ? [] : (['invalid_query_params'] as const)),
    ...(route.body === undefined ? [] : (['invalid_body'] as const)),
    ...(route.method === 'POST' || route.method === 'PATCH' ? ofBodies : []),
    ...route.errors,
    ...byCaller[route.caller],
    ...always,
  ]);
  const own = [...codes].map((code) => ({ code, status: errorCatalogue[code].status, message: errorCatalogue[code].message }));
  return [...own, ...route.explains.flatMap((kind) => explained[kind]())];
}

const explained: Readonly<Record<Route['explains'][number], () => readonly RouteError[]>> = {
  failures: () => listProviders().flatMap(({ failures }) => failures),
  fields: () => Object.entries(problemTexts).map(([code, { message }]) => ({ code, message, status: 400 })),
};
