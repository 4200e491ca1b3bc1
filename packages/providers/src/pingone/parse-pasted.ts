import { dropInvisible, dropUrls, straightenDashes } from '../clean-text.ts';
import type { PastedValues, Region } from '../provider.ts';
import { parseUrl } from './parse-url.ts';
import { readClientPair } from './read-client-pair.ts';
import { readLabelled } from './read-labelled.ts';

/** Longest text that is looked at, in characters: more is no form's values. */
const MAX_LENGTH = 20_000;

/** A line that is switched off in a `.env` file or a script. A Markdown heading, which assigns nothing, is none. */
const COMMENT = /^[ \t]*(?:#|\/\/)[^\n]*[=:][^\n]*$/gm;

/** A URL, or a PingOne host without its scheme, at the start of a word or behind `=` or `:`. */
const ADDRESS = /(?:^|[=:])(https?:\/\/.+|[a-z-]{3,15}\.pingone\..+)/i;

/**
 * Recognises PingOne's values in whatever was pasted: a URL of the console, the issuer, an endpoint or the API; `KEY=value` lines; JSON;
 * YAML; a curl command; or lines such as `Client ID: …`.
 *
 * Never throws, and never returns a value that does not stand in the text. A lone value without a label is not recognised: it belongs to
 * the field into which it was pasted.
 */
export function parsePasted(text: string, regions: readonly Region[]): PastedValues {
  const source = straightenDashes(dropInvisible(text.slice(0, MAX_LENGTH)))
    .replace(/\r\n?/g, '\n')
    .replace(COMMENT, '');
  const urls = source.split(/[\s"'`“”„‘’«»<>()[\]{}|\\,;]+/).flatMap((word) => readAddress(word, regions));
  // What stands within a URL counts only if the host is PingOne's.
  const lines = dropUrls(source);
  const pair = readClientPair(source);
  const environmentId = findAgreed(urls, 'environmentId') ?? readLabelled(lines, 'environmentId', regions);
  const tld = findAgreed(urls, 'tld') ?? readLabelled(lines, 'tld', regions);
  const clientId = pair?.client_id ?? readLabelled(lines, 'client_id', regions) ?? findAgreed(urls, 'client_id');
  const clientSecret = pair?.client_secret ?? readLabelled(lines, 'client_secret', regions);
  const customDomain = (environmentId ?? tld) === undefined ? findAgreed(urls, 'customDomain') : undefined;
  return {
    ...(environmentId !== undefined && { environmentId }),
    ...(tld !== undefined && { tld }),
    ...(clientId !== undefined && { client_id: clientId }),
    ...(clientSecret !== undefined && { client_secret: clientSecret }),
    ...(customDomain !== undefined && { customDomain }),
  };
}

/** Finds what all URLs that tell it agree on: a list of environments names none in particular. */
function findAgreed(urls: readonly PastedValues[], name: string): string | undefined {
  const told = new Set(urls.flatMap((url) => url[name] ?? []));
  return told.size === 1 ? [...told][0] : undefined;
}

function readAddress(word: string, regions: readonly Region[]): PastedValues[] {
  // What ends the sentence in which it stands is no part of it.
  const address = ADDRESS.exec(word.replace(/[^\w/]{1,8}$/, ''))?.[1];
  return address === undefined ? [] : [parseUrl(/^https?:/i.test(address) ? address : `https://${address}`, regions)];
}
