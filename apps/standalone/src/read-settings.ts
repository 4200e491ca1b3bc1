import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { CONFIG_VARIABLE, settings, type Setting, type SettingKind, type SettingName } from './settings.ts';
import { SettingsError } from './settings-error.ts';

type ValueOf<Kind extends SettingKind> = {
  text: string;
  url: string;
  list: readonly string[];
  integer: number;
  port: number;
  json: unknown;
}[Kind];

/** What was given; what was not is absent. */
export type Settings = { readonly [Row in (typeof settings)[number] as Row['name']]?: ValueOf<Row['kind']> };

/** The settings, and what should be looked at although nothing is wrong with them. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly warnings: readonly string[];
}

/** Where settings come from. */
export interface SettingSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The configuration file, when one was named. */
  readonly file: string | undefined;
}

/** Stands for text that is no JSON, to be refused. */
const NOT_JSON = Symbol('not JSON');

const schemas: { readonly [Kind in SettingKind]: z.ZodMiniType } = {
  text: z.string().check(z.minLength(1)),
  url: z.url({ protocol: /^https?$/ }),
  list: z.array(z.string().check(z.minLength(1))),
  integer: z.int().check(z.minimum(0)),
  port: z.int().check(z.minimum(0), z.maximum(65_535)),
  json: z.unknown().check(z.refine((value) => value !== NOT_JSON)),
};

const EXPECTED: Readonly<Record<SettingKind, string>> = {
  text: 'text that is not empty',
  url: 'an http or https URL',
  list: 'a list (in a variable: separated by commas)',
  integer: 'a whole number, 0 or more',
  port: 'a whole number from 0 to 65535',
  json: 'JSON',
};

// Compat: Kubernetes gives pods variables about each Service. One that is called "latchkey" gets these names, LATCHKEY_PORT among them.
const OF_KUBERNETES = /^LATCHKEY_(?:SERVICE_|PORT_\d)/;
const PORT_OF_KUBERNETES =
  'LATCHKEY_PORT is an address and no port: Kubernetes sets it for a Service that is called "latchkey". Set LATCHKEY_PORT yourself, or enableServiceLinks: false in the pod, or call the Service otherwise.';

/**
 * Reads the settings: a variable wins over its `_FILE`, and both over the configuration file.
 *
 * @throws {SettingsError} With every problem at once: names that the configuration file should not have, unreadable files, values of the wrong kind.
 */
export function readSettings({ environment, file }: SettingSources): ReadSettings {
  const problems: string[] = [];
  const given = new Map<SettingName, unknown>();
  const fromFile = file === undefined ? {} : readConfigurationFile(file, problems);
  for (const name of Object.keys(fromFile)) {
    if (!settings.some((setting) => setting.name === name))
      problems.push(`The configuration file has the unknown setting "${name.slice(0, 64)}".`);
  }
  for (const setting of settings) {
    const value = readVariable(setting, environment, problems) ?? fromFile[setting.name];
    if (value === undefined) continue;
    const read = schemas[setting.kind].safeParse(value);
    if (read.success) given.set(setting.name, read.data);
    else problems.push(describeProblem(setting, value));
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return { settings: Object.fromEntries(given), warnings: warnOfUnknownVariables(environment) };
}

function describeProblem({ variable, name, kind, about }: Setting, value: unknown): string {
  if (kind === 'port' && String(value).startsWith('tcp://')) return PORT_OF_KUBERNETES;
  return `${variable} (${name}) must be ${EXPECTED[kind]}. ${about}`;
}

function readVariable({ variable, name, kind, secret }: Setting, environment: SettingSources['environment'], problems: string[]): unknown {
  const text = environment[variable] || readNamedFile(secret && `${variable}_FILE`, environment, problems);
  if (text) return parseText(kind, text);
  // Compat: what most platforms call the database that comes with an app.
  return name === 'databaseUrl' ? environment['DATABASE_URL'] || undefined : undefined;
}

function readNamedFile(variable: string | undefined, environment: SettingSources['environment'], problems: string[]): string | undefined {
  const path = variable === undefined ? undefined : environment[variable];
  if (path === undefined || path === '') return undefined;
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text === '') problems.push(`${variable} names a file that is empty.`);
    return text;
  } catch {
    problems.push(`${variable} names a file that cannot be read. See that it is there, and that this process may read it.`);
    return undefined;
  }
}

/** Turns text into what the kind takes. What does not fit stays text, to be refused. */
function parseText(kind: SettingKind, text: string): unknown {
  if (kind === 'list') return splitList(text);
  if (kind === 'integer' || kind === 'port') return /^-?\d+$/.test(text) ? Number(text) : text;
  return kind === 'json' ? parseJson(text) : text;
}

/** Between commas or on lines of their own. */
function splitList(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function readConfigurationFile(path: string, problems: string[]): Readonly<Record<string, unknown>> {
  const object = z.record(z.string(), z.unknown());
  try {
    return object.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    problems.push(`The configuration file ${path} cannot be read, or is no JSON object.`);
    return {};
  }
}

/** A variable with a typing error is a setting that silently does nothing, so whoever starts the process is told. */
function warnOfUnknownVariables(environment: SettingSources['environment']): readonly string[] {
  const known = new Set([
    CONFIG_VARIABLE,
    ...settings.flatMap(({ variable, ...setting }) => ('secret' in setting ? [variable, `${variable}_FILE`] : [variable])),
  ]);
  return Object.keys(environment)
    .filter((name) => name.startsWith('LATCHKEY_') && !known.has(name) && !OF_KUBERNETES.test(name))
    .map((name) => `${name} is set, but Latchkey knows no such variable. See docs/standalone.md for all that there are.`);
}
