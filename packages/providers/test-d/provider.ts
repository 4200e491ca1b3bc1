import { explainFailure, findProvider, listProviders, readField } from '@latchkey/providers';
import type {
  Explanation,
  Field,
  FieldReading,
  PastedValues,
  Provider,
  ProviderForm,
  ProviderInput,
  Sign,
  SignRule,
} from '@latchkey/providers';
import { findGuide } from '@latchkey/providers/guides';

type Equals<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// What may be missing says so.
findProvider('pingone-cc') satisfies Provider | undefined;
findGuide('pingone-cc') satisfies Provider['guide'] | undefined;
// @ts-expect-error: there may be no such provider
findProvider('pingone-cc').id satisfies string;
true satisfies Equals<PastedValues['client_id'], string | undefined>;

// A field's reading is a value or a problem, and one looks before one takes it.
declare const reading: FieldReading;
// @ts-expect-error: it may be a problem
reading.value satisfies string;
if ('problem' in reading) reading.problem satisfies string;
else reading.value satisfies string;

// Data stays as it is.
declare const form: ProviderForm;
// @ts-expect-error: regions are read-only
form.regions.push({ code: 'XX', name: 'Nowhere', topLevelDomain: 'example' });
declare const input: ProviderInput;
// @ts-expect-error: checked values are read-only
input['tld'] = 'example';

// A rule can name only signs that exist.
({ sign: 'timeout', when: { transport: 'timeout' } }) satisfies SignRule;
// @ts-expect-error: no such sign
({ sign: 'tired', when: {} }) satisfies SignRule;
// @ts-expect-error: no such sign
'tired' satisfies Sign;

// An explanation holds nothing of what was sent.
true satisfies Equals<Extract<keyof Explanation, 'secret' | 'values' | 'answers' | 'saw'>, never>;
declare const provider: Provider;
explainFailure(provider, [], ['timeout']) satisfies Explanation;
listProviders() satisfies readonly Provider[];

// A sign-in has a client of its own only where the end user brings one; scopes are read, never changed.
declare const signIn: Provider;
signIn.form.clientFields satisfies readonly Field[];
signIn.endpoints.authorization satisfies string | undefined;
// @ts-expect-error: nobody signs in everywhere
signIn.endpoints.authorization satisfies string;
// @ts-expect-error: scopes are read-only
signIn.defaultScopes.push('openid');
'refresh_token_missing' satisfies Sign;

// Any value may be read: the type of a request body is unknown.
declare const field: Field;
readField(field, form.regions, Symbol('anything')) satisfies FieldReading;
