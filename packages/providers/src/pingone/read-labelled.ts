import { readUuid } from '../clean-text.ts';
import type { Region } from '../provider.ts';
import { findRegion } from '../read-field.ts';

/** The fields that a label can name. */
export type LabelledName = 'environmentId' | 'tld' | 'client_id' | 'client_secret';

// Every repetition in these patterns is bounded, so the work grows with the length of the text and no faster, whatever stands in it.
// Between a label and its UUID may stand what layouts put there: `=`, `": "`, a tab, a line break, the braces of a nested object.
const UUID = String.raw`\W{0,24}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![\w-])`;
const BETWEEN = String.raw`(["'\x60*]{0,3}[^\S\n]{0,8}(?:=>|[=:|]|\t)?(?:\*\*)?\s{0,24}["'\x60]?)`;

/** How each field is labelled, and what its value looks like. */
export const labelPatterns: Readonly<Record<LabelledName, RegExp>> = {
  environmentId: new RegExp(`env(?:ironments?)?(?:[^a-z0-9]{0,24}id)?${UUID}`, 'gi'),
  client_id: new RegExp(`(?:client|app|application)[^a-z0-9]{0,24}id${UUID}`, 'gi'),
  client_secret: new RegExp(
    `(?:client[\\s_.-]?secret|(?<![\\w.-])(?:(?:pingone|p1|worker)[_.-])?secret)(?=[\\s"'\\x60*=:|])${BETWEEN}([^\\s"'\\x60]{3,1024})`,
    'gi',
  ),
  tld: new RegExp(`(?:region(?:[\\s_-]?code)?|tld|top[\\s_-]?level[\\s_-]?domain)${BETWEEN}([a-z.][^"'\\x60\\r\\n,;|]{1,60})`, 'gi'),
};

/**
 * Finds the value that stands behind a label of a field: `CLIENT_ID=…`, `"clientId": "…"`, `Client ID: …`, or the label on one line and its
 * value on the next. Where several stand, one whose label names PingOne goes before the others, and then the first.
 */
export function readLabelled(source: string, name: LabelledName, regions: readonly Region[]): string | undefined {
  const found = [...source.matchAll(labelPatterns[name])].flatMap((match) => {
    const before = source.slice(Math.max(0, match.index - 40), match.index);
    const value = name === 'tld' ? readRegion(match, regions) : read[name](match, before, source);
    return value === undefined ? [] : [{ value, isPingOne: /(?:ping|p1|worker)[\w.-]{0,20}$/i.test(before) }];
  });
  return (found.find(({ isPingOne }) => isPingOne) ?? found[0])?.value;
}

type Read = (match: RegExpExecArray, before: string, source: string) => string | undefined;

const read: Readonly<Record<Exclude<LabelledName, 'tld'>, Read>> = {
  environmentId: ([, uuid = '']) => readUuid(uuid),
  client_id: ([, uuid = '']) => readUuid(uuid),
  client_secret: readSecret,
};

function readRegion([, , text = '']: RegExpExecArray, regions: readonly Region[]): string | undefined {
  return (findRegion(regions, text) ?? findRegion(regions, text.split(/\s/, 1)[0] ?? ''))?.topLevelDomain;
}

function readSecret(match: RegExpExecArray, before: string, source: string): string | undefined {
  const [whole, between = '', word = ''] = match;
  // PingOne: the answer that holds a rotated secret holds the previous one too.
  if (/previous\W{0,30}$/i.test(before)) return undefined;
  const quote = /["'`]$/.exec(between)?.[0];
  if (quote !== undefined && source[match.index + whole.length] !== quote) return undefined;
  const value = quote === undefined ? readFormValue(word, source) : word;
  if (/^(?:https?:|[<${]|(?:null|none|undefined)$)/i.test(value)) return undefined;
  // A word that merely follows the label is a secret only if it looks like one: `Client Secret Post` names a method.
  const isAssigned = /[=:|\t]|[^\S\n]{2}/.test(between) && !between.includes('\n');
  return isAssigned || (/^(?=.*\d)\S{16,}$/.test(value) && !/^[\w.-]{1,40}[=:]/.test(value)) ? value : undefined;
}

/** Ends a value where the next one of a form body begins, and takes away what separates it from the next on its line. */
function readFormValue(word: string, source: string): string {
  const value = word.replace(/&\w{1,40}=.*$/, '').replace(/[,;]$/, '');
  const isEncoded = source.includes('grant_type=') && !source.includes('--data-urlencode');
  if (!isEncoded) return value;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
