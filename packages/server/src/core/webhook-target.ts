/** Which targets webhooks may have: `public` needs `https` and an address of the public internet; `any` allows all. */
export type WebhookTargets = 'public' | 'any';

/** Address blocks of IPv4 that are no public address. @see [IANA's registry](https://www.iana.org/assignments/iana-ipv4-special-registry) */
const SPECIAL_IPV4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Azure's machines find their platform there, though the address is a public one.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * The same within 2000::/3, which is all that is public of IPv6: with it mapped, translated and local addresses are out already.
 *
 * @see [IANA's registry](https://www.iana.org/assignments/iana-ipv6-special-registry)
 */
const SPECIAL_IPV6: readonly (readonly [network: readonly number[], prefix: number])[] = [
  // Protocol assignments, Teredo among them, which holds an IPv4 address.
  [[0x2001, 0x0000], 23],
  [[0x2001, 0x0db8], 32],
  // 6to4, which holds an IPv4 address.
  [[0x2002], 16],
  [[0x2620, 0x004f, 0x8000], 48],
  [[0x3fff, 0x0000], 20],
];

/**
 * Tells whether an address is one of the public internet: neither private, local, shared, multicast, nor for documentation; nor one that holds
 * another one. Cloud providers' metadata services are at local addresses.
 *
 * @param address As the resolver and `URL` write it: dotted, or IPv6 without brackets.
 */
export function isPublicAddress(address: string): boolean {
  const ipv4 = readIpv4(address);
  if (ipv4 !== undefined) return !SPECIAL_IPV4.some(([network, prefix]) => isWithin(ipv4, readIpv4(network) ?? [], prefix, 8));
  const ipv6 = readIpv6(address);
  if (ipv6 === undefined || !isWithin(ipv6, [0x2000], 3, 16)) return false;
  return !SPECIAL_IPV6.some(([network, prefix]) => isWithin(ipv6, network, prefix, 16));
}

/**
 * Tells why a URL cannot be a webhook's, as far as the URL alone tells; what its name resolves to is checked at each connection.
 *
 * @returns `undefined` when nothing is wrong with it.
 */
export function findTargetProblem(text: string, targets: WebhookTargets): string | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return 'This is no absolute https URL.';
  if (url.username !== '' || url.password !== '') return 'This holds a user or a password, which nothing would send.';
  if (url.hash !== '') return 'This holds a fragment, which nothing would send.';
  if (targets === 'any') return undefined;
  if (url.protocol !== 'https:') return 'This is not https.';
  const host = url.hostname.replace(/\.$/, '');
  const isLiteral = host.startsWith('[') || readIpv4(host) !== undefined;
  const isLocal = isLiteral ? !isPublicAddress(host.replace(/^\[|\]$/g, '')) : host === 'localhost' || host.endsWith('.localhost');
  return isLocal ? 'This leads to an address that is not of the public internet.' : undefined;
}

function isWithin(groups: readonly number[], network: readonly number[], prefix: number, groupBits: number): boolean {
  return groups.every((group, index) => {
    const bits = Math.min(Math.max(prefix - index * groupBits, 0), groupBits);
    const mask = (2 ** groupBits - 1) & ~(2 ** (groupBits - bits) - 1);
    return (group & mask) === ((network[index] ?? 0) & mask);
  });
}

function readIpv4(text: string): readonly number[] | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** Reads eight groups. What has a zone, or anything else that is not an address alone, is none. */
function readIpv6(text: string): readonly number[] | undefined {
  // The parser of URLs knows every spelling, an IPv4 address at the end included, and writes one.
  const host = /^[\da-f:.]+$/i.test(text) ? URL.parse(`http://[${text}]/`)?.hostname : undefined;
  if (host === undefined) return undefined;
  const [head = '', tail] = host.slice(1, -1).split('::');
  const first = readGroups(head);
  const last = readGroups(tail ?? '');
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}

function readGroups(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
