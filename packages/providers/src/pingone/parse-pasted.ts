import { cleanText, readUuid } from '../clean-text.ts';
import type { PastedValues } from '../provider.ts';
import { regions } from './regions.ts';

type PastedName = 'environmentId' | 'tld' | 'client_id' | 'client_secret';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Longest text that is looked at, in characters: more is no form's values. */
const MAX_LENGTH = 20_000;

/** Labels that consoles, `.env` files and JSON use, without punctuation and in lower case. */
const LABELS: Readonly<Record<string, PastedName>> = {
  environmentid: 'environmentId',
  envid: 'environmentId',
  environment: 'environmentId',
  topleveldomain: 'tld',
  tld: 'tld',
  region: 'tld',
  clientid: 'client_id',
  appid: 'client_id',
  applicationid: 'client_id',
  clientsecret: 'client_secret',
  secret: 'client_secret',
};

/**
 * Recognises PingOne's values in whatever was pasted: a URL of the console, the issuer, an endpoint or the API; `KEY=value` lines; JSON;
 * or lines such as `Client ID: …`.
 *
 * Never throws, and never returns a value that does not stand in the text. A lone value without a label is not recognised: it belongs to
 * the field into which it was pasted.
 */
export function parsePasted(text: string): PastedValues {
  const source = cleanText(text.slice(0, MAX_LENGTH));
  const found: Record<string, string> = {};
  for (const url of source.match(/https?:\/\/[^\s"'<>]+/gi) ?? []) Object.assign(found, { ...parseUrl(url), ...found });
  for (const [label, value] of readPairs(source)) {
    const name = findName(label);
    if (!name || found[name] !== undefined) continue;
    const checked = check(name, value);
    if (checked !== undefined) found[name] = checked;
  }
  return found;
}

function* readPairs(source: string): Generator<[string, string]> {
  // One pair a line, in any of: KEY=value · export KEY="value" · "key": "value", · Client ID: value · Client ID<tab>value
  for (const line of source.split(/[\r\n]+|,(?=\s*")/)) {
    const pair = /^[\s{]*(?:export\s+|set\s+)?["']?([A-Za-z][\w .-]{1,60}?)["']?\s*(?:[=:]|\t|\s{2,})\s*(.+?)[\s,;}]*$/.exec(line);
    if (pair?.[1] !== undefined && pair[2] !== undefined) yield [pair[1], pair[2]];
  }
  // The console's own layout: the label on one line, its value on the next.
  const lines = source
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next !== undefined && findName(next) === undefined) yield [line, next];
  }
}

function findName(label: string): PastedName | undefined {
  const key = label.toLowerCase().replace(/[^a-z]/g, '');
  const bare = key.replace(/^(?:pingone|ping|p1|worker|oidc)+/, '');
  return Object.hasOwn(LABELS, bare) ? LABELS[bare] : undefined;
}

function check(name: PastedName, raw: string): string | undefined {
  const value = cleanText(raw);
  if (name === 'client_secret') return /^[^\s"]{8,1024}$/.test(value) && !/^https?:/i.test(value) ? value : undefined;
  if (name !== 'tld') return readUuid(value);
  const wanted = value.toLowerCase().replace(/^\./, '');
  return regions.find((region) => [region.topLevelDomain, region.code.toLowerCase(), region.name.toLowerCase()].includes(wanted))
    ?.topLevelDomain;
}

// Security: the host is anchored on both sides, so that a look-alike such as auth.pingone.com.evil.example is no PingOne host.
const HOST = new RegExp(
  `^(?:auth|api|apps|console|orchestrate-api|scim-api)\\.pingone\\.(${regions
    .map((region) => region.topLevelDomain.replace('.', '\\.'))
    .toSorted((a, b) => b.length - a.length)
    .join('|')})$`,
  'i',
);

function parseUrl(text: string): PastedValues {
  const url = URL.parse(text);
  if (!url) return {};
  const tld = HOST.exec(url.hostname)?.[1]?.toLowerCase();
  if (tld === undefined)
    return /^\/as(?:\/|$)/.test(url.pathname) && !/(?:^|\.)pingone\./i.test(url.hostname) ? { customDomain: url.hostname } : {};
  const environmentId =
    readUuid(url.searchParams.get('env') ?? '') ?? readUuid(UUID.exec(url.pathname.replace(/^\/v1\/environments/, ''))?.[0] ?? '');
  const clientId = readUuid(url.searchParams.get('client_id') ?? '');
  return { tld, ...(environmentId !== undefined && { environmentId }), ...(clientId !== undefined && { client_id: clientId }) };
}
