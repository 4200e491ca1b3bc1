import { cleanText, readUuid } from './clean-text.ts';
import type { Field, Region } from './provider.ts';

/** Longest secret that is taken, in characters. PingOne's own are 64 long. */
const MAX_SECRET_LENGTH = 1024;

/** A secret that a page shows as dots, copied as it stands. */
const MASKED = /^[•●∙·⋅*＊.…]{3,}$/u;

/** A field's value, cleaned and checked, or the code of what is wrong with it. */
export type FieldReading = { readonly value: string } | { readonly problem: string };

/**
 * Cleans and checks what was typed into one field.
 *
 * @param raw Anything: a request body may hold what it likes.
 */
export function readField(field: Field, regions: readonly Region[], raw: unknown): FieldReading {
  const { missing, invalid, masked } = field.problems;
  if (raw === undefined || raw === null) return { problem: missing };
  if (typeof raw !== 'string') return { problem: invalid };
  const text = cleanText(raw);
  if (text === '') return { problem: missing };
  if (field.kind === 'secret') {
    if (masked && MASKED.test(text)) return { problem: masked };
    const secret = joinPieces(field, text) ?? text;
    return secret.length > MAX_SECRET_LENGTH || /[\r\n\0\p{Surrogate}]/u.test(secret) ? { problem: invalid } : { value: secret };
  }
  const value = field.kind === 'uuid' ? readUuid(text) : findRegion(regions, text)?.topLevelDomain;
  return value === undefined ? { problem: invalid } : { value };
}

/**
 * Puts a value together that white space has broken, as when it is copied across two lines: only where it is then as long as the provider
 * makes them, because a space may belong to another one.
 *
 * @returns `undefined` where there is nothing to put together.
 */
export function joinPieces({ usualLength }: Field, text: string): string | undefined {
  const clean = cleanText(text);
  const whole = clean.replace(/\s+/g, '');
  return whole !== clean && whole.length === usualLength ? whole : undefined;
}

/** Finds the code of what looks wrong with a value that is taken nevertheless: for example a secret that seems to be cut off. */
export function findWarning(field: Field, value: string): string | undefined {
  if (/\s/.test(value)) return field.problems.spaced;
  return field.usualLength !== undefined && value.length < field.usualLength ? field.problems.short : undefined;
}

/**
 * Finds a region by its top-level domain, with or without the dot in front, or by its code, its name or one of its aliases. Letter case and
 * punctuation do not matter, and neither does a remark in brackets or after a dash: `Europe (EU)`.
 *
 * The top-level domain is looked for first: `ca` and the code `CA` mean the same region.
 */
export function findRegion(regions: readonly Region[], text: string): Region | undefined {
  const find = (wanted: string): Region | undefined =>
    regions.find((region) => region.topLevelDomain === wanted.trim().replace(/^\./, '').toLowerCase()) ??
    regions.find((region) => [region.code, region.name, ...(region.aliases ?? [])].some((name) => letters(name) === letters(wanted)));
  return find(text) ?? find(text.split(/[(–—]/, 1)[0] ?? '');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/\P{L}/gu, '');
}
