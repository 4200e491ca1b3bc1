import { INTEGRATION_ID, OAUTH_SCOPE, SECRET_KEY_PREFIX } from '@latchkey/protocol';
import { findProvider, listProviders } from '@latchkey/providers';
import * as z from 'zod/mini';
import { APP_REMEDY, appOption, CONSOLE_REMEDY, consoleOption } from './check-console-options.ts';
import { systemClock } from './clock.ts';
import { ConnectError } from './errors.ts';
import { createLogger } from './log.ts';
import type { ConnectOptions } from './options.ts';
import { OptionsError, type OptionProblem } from './options-error.ts';
import { isSecureUrl } from './secure-url.ts';
import { ENCRYPTION_KEY_PREFIX, parseEncryptionKeys } from './vault/encryption-key.ts';

/** The options with every default filled in. */
export type CheckedOptions = Required<Omit<ConnectOptions, 'console'>> & {
  readonly console: ConnectOptions['console'];
  readonly encryptionKeys: readonly string[];
  readonly secretKeys: readonly string[];
  readonly publicOrigin: string;
};

const makeKey = (prefix: string): string => `node -e "console.log('${prefix}' + require('crypto').randomBytes(32).toString('base64url'))"`;

/** What to do about each option, whatever is wrong with it. */
const REMEDIES: Readonly<Record<keyof ConnectOptions, string>> = {
  publicUrl:
    'Give the URL under which browsers reach the router, for example "https://app.example.com/latchkey". Only loopback may use http.',
  encryptionKeys: `Make a key with: ${makeKey(ENCRYPTION_KEY_PREFIX)}`,
  secretKeys: `Make a key with: ${makeKey(SECRET_KEY_PREFIX)}`,
  database: 'Give a path such as "file:./latchkey.db", or ":memory:".',
  allowedOrigins: 'List exact origins, for example "https://app.example.com": scheme, host and port, with no path and no "*".',
  integrations: `Give a list, for example [{ id: 'pingone-cc', provider: 'pingone-cc' }], each with an id of its own. Providers are: ${listProviders()
    .map(({ id }) => id)
    .join(', ')}.`,
  providerHosts:
    'Give the hosts "auth", "api" and "console" of a family at least, each an https URL (http on loopback) that holds "{tld}", or leave the option out to use the real hosts.',
  connectSessionLifetimeSeconds: 'Give a whole number of seconds from 60 to 86400, or leave it out for 1800.',
  shareLinkLifetimeSeconds: 'Give a whole number of seconds from 300 to 2592000, or leave it out for 604800.',
  requestTimeoutMs: 'Give a whole number of milliseconds from 100 to 60000, or leave it out for 10000.',
  roleGrantWaitMs: 'Give a whole number of milliseconds from 0 to 30000, or leave it out for 4000.',
  refreshIdleConnections: 'Give true or false, or leave it out for true.',
  logRetentionDays: 'Give a whole number of days from 0, which means that nothing is logged, to 365, or leave it out for 15.',
  logMaxOperations: 'Give a whole number from 1000 to 100000000, or leave it out for 1000000.',
  webhookTargets: 'Give "public" or "any", or leave it out for "public".',
  console: CONSOLE_REMEDY,
  hostedPage: 'Give true when the hosted page is served at "/link" below "publicUrl", or leave it out for false.',
  app: APP_REMEDY,
  fetch: 'Give a function like the global fetch, or leave it out.',
  clock: 'Give an object with the methods now() and sleep(ms), or leave it out.',
  logger: 'Give a pino logger, or any object with the methods info, warn and error, or leave it out.',
};

const isFunction = (value: unknown): boolean => typeof value === 'function';
const hasMethods = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => isFunction(Reflect.get(value, name)));
const wholeNumber = (lowest: number, highest: number) =>
  z
    .int({ error: 'It is no whole number.' })
    .check(z.minimum(lowest, { error: `It is less than ${lowest}.` }), z.maximum(highest, { error: `It is more than ${highest}.` }));

const publicUrl = z
  .string({ error: 'It is missing, or no text.' })
  .check(z.refine((text) => isSecureUrl(text), { error: 'It is not an absolute https URL without a query.' }));

const secretKey = z.string({ error: 'It is empty or no text; is its environment variable set?' }).check(
  z.regex(new RegExp(`^${SECRET_KEY_PREFIX}[A-Za-z0-9_-]{32,128}$`), {
    error: `It does not start with "${SECRET_KEY_PREFIX}", or fewer than 32 random characters follow.`,
  }),
);

const integration = z
  .strictObject({
    id: z.string().check(z.regex(INTEGRATION_ID, { error: 'Use up to 64 letters, digits, ".", "_" and "-".' })),
    provider: z.string().check(z.refine((id) => findProvider(id) !== undefined, { error: 'There is no such provider.' })),
    displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
    clientId: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
    clientSecret: z.optional(z.string().check(z.minLength(1), z.maxLength(1024))),
    scopes: z.optional(z.array(z.string().check(z.regex(OAUTH_SCOPE, { error: 'A scope is printable ASCII without spaces and quotes.' })))),
  })
  .check(
    z.refine(({ clientId, clientSecret }) => (clientId === undefined) === (clientSecret === undefined), {
      error: 'Give "clientId" and "clientSecret" both, or neither.',
    }),
    z.refine(({ provider, clientId, scopes }) => (clientId ?? scopes) === undefined || isSignedInTo(provider), {
      error: 'End users of this provider give an OAuth client of their own, so it takes no client and no scopes.',
    }),
  );

const schema = z.strictObject({
  publicUrl,
  encryptionKeys: z.array(z.optional(z.string({ error: 'It is no text.' })), { error: 'It is missing, or no list.' }),
  secretKeys: z._default(z.array(secretKey, { error: 'It is no list.' }), []),
  database: z._default(z.string().check(z.minLength(1, { error: 'It is empty.' })), 'file:./latchkey.db'),
  allowedOrigins: z.optional(
    z.array(z.string().check(z.refine((text) => isOrigin(text), { error: 'It is not an exact origin.' })), { error: 'It is no list.' }),
  ),
  integrations: z._default(
    z
      .array(integration, { error: 'It is no list.' })
      .check(z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: 'Two integrations have the same id.' })),
    [],
  ),
  providerHosts: z._default(
    z.record(z.string(), z.record(z.string(), z.string())).check(
      z.refine((hosts) => Object.entries(hosts).every(([family, own]) => areHostsOf(family, own)), {
        error: 'A family or host name is unknown, one is missing, or one is not a URL that holds "{tld}".',
      }),
    ),
    {},
  ),
  connectSessionLifetimeSeconds: z._default(wholeNumber(60, 86_400), 1800),
  shareLinkLifetimeSeconds: z._default(wholeNumber(300, 2_592_000), 604_800),
  requestTimeoutMs: z._default(wholeNumber(100, 60_000), 10_000),
  roleGrantWaitMs: z._default(wholeNumber(0, 30_000), 4000),
  logRetentionDays: z._default(wholeNumber(0, 365), 15),
  logMaxOperations: z._default(wholeNumber(1000, 100_000_000), 1_000_000),
  refreshIdleConnections: z._default(z.boolean({ error: 'It is neither true nor false.' }), true),
  webhookTargets: z._default(z.enum(['public', 'any'], { error: 'It is neither "public" nor "any".' }), 'public'),
  console: z.optional(consoleOption),
  hostedPage: z._default(z.boolean({ error: 'It is neither true nor false.' }), false),
  app: z._default(appOption, { name: 'Latchkey' }),
  fetch: z.optional(z.custom<typeof fetch>(isFunction, { error: 'It is no function.' })),
  clock: z._default(
    z.custom<NonNullable<ConnectOptions['clock']>>((value) => hasMethods(value, ['now', 'sleep']), { error: 'A method is missing.' }),
    systemClock,
  ),
  logger: z.optional(
    z.custom<NonNullable<ConnectOptions['logger']>>((value) => hasMethods(value, ['info', 'warn', 'error']), {
      error: 'A method is missing.',
    }),
  ),
});

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {OptionsError} `invalid_option`, with every problem and its remedy. Values are never repeated: most of them are secret.
 */
export function checkOptions(options: ConnectOptions): CheckedOptions {
  const result = schema.safeParse(options);
  const problems = [...(result.success ? [] : result.error.issues.flatMap(describeIssue)), ...findKeyProblems(options)];
  if (!result.success || problems.length > 0) throw new OptionsError(problems);
  const { data } = result;
  const { origin } = new URL(data.publicUrl);
  return {
    ...data,
    encryptionKeys: data.encryptionKeys.filter((key) => key !== undefined),
    publicOrigin: origin,
    allowedOrigins: [...new Set([...(data.allowedOrigins ?? [origin]), ...(data.hostedPage ? [origin] : [])])],
    integrations: data.integrations,
    console: data.console,
    // Looked up at each call, so that a host that replaces the global `fetch` later is heeded.
    fetch: data.fetch ?? ((...request) => globalThis.fetch(...request)),
    logger: data.logger ?? createLogger(),
  };
}

function describeIssue(issue: z.core.$ZodIssue): readonly OptionProblem[] {
  const [option, ...place] = issue.path;
  if (issue.code === 'unrecognized_keys') {
    const remedy = option === undefined ? `Options are: ${Object.keys(REMEDIES).join(', ')}.` : remedyOf(option);
    return issue.keys.map((key) => ({ option: formatPlace([...issue.path, key]), message: 'There is no such option.', remedy }));
  }
  if (option === undefined)
    return [{ option: 'options', message: 'They are missing, or no object.', remedy: 'Call createConnect({ … }).' }];
  return [{ option: formatPlace([option, ...place]), message: issue.message, remedy: remedyOf(option) }];
}

function remedyOf(option: PropertyKey): string {
  return new Map<PropertyKey, string>(Object.entries(REMEDIES)).get(option) ?? '';
}

function formatPlace(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');
}

/** The vault knows what a key must be; it is asked here, so that its problem stands among the others. */
function findKeyProblems(options: ConnectOptions | undefined): readonly OptionProblem[] {
  const keys = options?.encryptionKeys;
  if (!Array.isArray(keys)) return [];
  try {
    parseEncryptionKeys(keys);
    return [];
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return [{ option: 'encryptionKeys', message: error.message, remedy: REMEDIES.encryptionKeys }];
  }
}

function isSignedInTo(provider: string): boolean {
  return findProvider(provider)?.grant !== 'client_credentials';
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && url.origin === text && !text.includes('*');
}

function areHostsOf(family: string, hosts: Readonly<Record<string, string>>): boolean {
  const provider = listProviders().find((candidate) => candidate.family === family);
  if (provider === undefined) return false;
  const needed = Object.keys(provider.hosts).filter((name) => Object.values(provider.endpoints).some((url) => url.includes(`{${name}}`)));
  return [...new Set([...needed, ...Object.keys(hosts)])].every((name) => {
    const template = Object.hasOwn(provider.hosts, name) ? hosts[name] : undefined;
    return (
      template !== undefined && template.includes('{tld}') && !template.endsWith('/') && isSecureUrl(template.replaceAll('{tld}', 'com'))
    );
  });
}
