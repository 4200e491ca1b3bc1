/**
 * What a search finds connections by: texts from where a word of them begins.
 *
 * A word begins at a letter or digit before which there is none, and at each character of a script that is written without spaces. What begins like
 * a UUID is one word: otherwise each would be five. A text without a word is found by its first sign.
 */

import type { EndUser, Organization } from '../core/connect-session.ts';
import { foldCase } from '../core/fold-case.ts';
import { lowerTags } from '../core/lower-tags.ts';

/** Stands before each word, so that a text is found where one begins and nowhere else. */
const WORD_START = '\u0001';

const WORDS = /(?<![\p{L}\p{M}\p{N}])(?:[\dA-F]{8}-[\dA-F-]*|[\p{L}\p{N}])|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;

/** Stands before a sign, so that no tag's term begins like it. */
const SIGN_START = '\u0002';

const SIGNS = /[^\p{L}\p{M}\p{N}\s]/gu;

/** How much of a text leads to it, in UTF-16 units: enough for few connections to share it, and the rest is compared in the text itself. */
const TERM_LENGTH = 32;
const TAG_TERM_LENGTH = 100;

/** What of a connection is searched, and its tags: JSON, as in its row. */
export interface SearchedColumns {
  readonly connection_id: string;
  readonly end_user: string | null;
  readonly organization: string | null;
  readonly environment: string | null;
  readonly tags: string;
}

/** What is kept of a connection to find it by. */
export interface SearchEntry {
  /** What a search looks through, in one case, words marked. */
  readonly text: string;
  /** Those by which it is found, as JSON: its own, and those of {@link listOwnerTags}. */
  readonly tags: string;
}

/** Builds what is kept of a connection. */
export function buildSearchEntry({ connection_id, end_user, organization, environment, tags }: SearchedColumns): SearchEntry {
  const user: Partial<EndUser> = end_user === null ? {} : JSON.parse(end_user);
  const company: Partial<Organization> = organization === null ? {} : JSON.parse(organization);
  const place: { readonly id?: string; readonly name?: string } = environment === null ? {} : JSON.parse(environment);
  const values = [connection_id, user.id, user.displayName, user.email, place.name, place.id];
  // A line break keeps the end of one value and the beginning of the next from being found as one text.
  const text = values.flatMap((value) => (value === undefined ? [] : [markWords(value)])).join('\n');
  return { text, tags: JSON.stringify({ ...listOwnerTags(user, company), ...JSON.parse(tags) }) };
}

/** Lists what stands for an end user and their organization where somebody asks by tags: they need not be given twice. */
// Compat: clients of this wire know people by these names.
function listOwnerTags(user: Partial<EndUser>, organization: Partial<Organization>): Readonly<Record<string, string | undefined>> {
  return {
    end_user_id: user.id,
    end_user_email: user.email,
    end_user_display_name: user.displayName,
    organization_id: organization.id,
    organization_display_name: organization.displayName,
    ...(user.tags && lowerTags(user.tags)),
  };
}

/** Brings a text to the form in which it is within the text of a {@link SearchEntry}, if it is found there. */
export function markWords(text: string): string {
  return foldCase(text).replaceAll(WORDS, `${WORD_START}$&`);
}

/** Lists what an index leads to a connection by, each once. */
export function listTerms({ text, tags }: SearchEntry): readonly string[] {
  const terms = new Set<string>();
  for (const value of text.split('\n')) {
    for (let start = value.indexOf(WORD_START); start !== -1; start = value.indexOf(WORD_START, start + 1)) {
      terms.add(cutTerm(value.slice(start)));
    }
  }
  for (const term of listSignTerms(text)) terms.add(term);
  const entries: Readonly<Record<string, string>> = JSON.parse(tags);
  for (const [name, value] of Object.entries(entries)) terms.add(buildTagTerm(name, value));
  return [...terms];
}

/** Lists the terms of the signs in a text whose words are marked, each as often as it stands there. */
export function listSignTerms(marked: string): readonly string[] {
  return (marked.replaceAll(WORD_START, '').match(SIGNS) ?? []).map((sign) => `${SIGN_START}${sign}`);
}

/** Builds how the terms of those connections begin among which a text is found; `undefined` when no word begins in it and it has no sign. */
export function buildSearchTerm(text: string): string | undefined {
  const marked = markWords(text);
  const start = marked.indexOf(WORD_START);
  return start === -1 ? listSignTerms(marked)[0] : cutTerm(marked.slice(start));
}

/** Builds the term of a tag. It begins as none of a text does. */
export function buildTagTerm(name: string, value: string): string {
  return cut(`#${name}=${value}`, TAG_TERM_LENGTH);
}

function cutTerm(marked: string): string {
  return cut(marked.replaceAll(WORD_START, ''), TERM_LENGTH);
}

/** Cuts a text off, but not within a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
