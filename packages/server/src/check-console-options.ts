import * as z from 'zod/mini';
import { isPasswordHash } from './console/password.ts';
import { isSecureUrl } from './secure-url.ts';

export const CONSOLE_REMEDY =
  'Give { passwordHash }, made by hashPassword(), or { oidc: { issuer, clientId, clientSecret, adminGroup, viewerGroup } }, or both; or leave it out, and nobody signs in.';
export const APP_REMEDY = 'Give { name, logoUrl }, the logo an https URL or a path such as "/logo.svg", or leave it out.';

const shortText = z
  .string({ error: 'It is missing, or no text.' })
  .check(z.minLength(1, { error: 'It is empty.' }), z.maxLength(255, { error: 'It is longer than 255 characters.' }));

const oidc = z
  .strictObject({
    issuer: shortText.check(
      z.refine((text) => isSecureUrl(text), { error: 'It is not an absolute https URL without a query; only loopback may use http.' }),
    ),
    clientId: shortText,
    clientSecret: z
      .string({ error: 'It is missing, or no text; is its environment variable set?' })
      .check(z.minLength(1, { error: 'It is empty.' }), z.maxLength(1024, { error: 'It is longer than 1024 characters.' })),
    label: z.optional(shortText),
    adminGroup: z.optional(shortText),
    viewerGroup: z.optional(shortText),
    groupsClaim: z.optional(shortText),
  })
  .check(
    z.refine(({ adminGroup, viewerGroup }) => adminGroup !== undefined || viewerGroup !== undefined, {
      error: 'Neither "adminGroup" nor "viewerGroup" is given, so nobody could sign in.',
    }),
  );

/** The option `console`. */
export const consoleOption = z
  .strictObject({
    passwordHash: z.optional(
      z.string({ error: 'It is no text.' }).check(z.refine(isPasswordHash, { error: 'It is not what hashPassword() makes.' })),
    ),
    oidc: z.optional(oidc),
  })
  .check(
    z.refine(({ passwordHash, oidc }) => passwordHash !== undefined || oidc !== undefined, {
      error: 'It names no way to sign in.',
    }),
  );

/** The option `app`. */
export const appOption = z.strictObject({
  name: shortText,
  logoUrl: z.optional(
    z
      .string({ error: 'It is no text.' })
      .check(z.refine(isLogoUrl, { error: 'It is neither an https URL nor a path on the same origin.' })),
  ),
});

function isLogoUrl(text: string): boolean {
  if (text.length > 2048) return false;
  // A path that begins like a host name would lead to that host.
  return /^\/(?![/\\])[^\\]*$/.test(text) || URL.parse(text)?.protocol === 'https:';
}
