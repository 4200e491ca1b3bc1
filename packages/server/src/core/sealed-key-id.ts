/** How much of a sealed value holds the name of its key: a multiple of four, so that it decodes by itself. */
const HEAD_LENGTH = 300;

/**
 * Reads which key sealed a value, without checking the value.
 *
 * @param sealed A compact JWE, or how it begins.
 * @returns Empty for what is no sealed value.
 * @see [RFC 7516 §4.1.6](https://www.rfc-editor.org/rfc/rfc7516.html#section-4.1.6)
 */
export function readSealedKeyId(sealed: string): string {
  const [header = ''] = sealed.slice(0, HEAD_LENGTH).split('.');
  return /"kid":"([\w-]+)"/.exec(Buffer.from(header, 'base64url').toString('utf8'))?.[1] ?? '';
}
