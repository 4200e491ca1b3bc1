import { describe, expect, test } from 'vitest';
import { findTargetProblem, isPublicAddress } from './webhook-target.ts';

describe('An address', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '168.63.129.15',
    '168.63.129.17',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82f::200e',
    '2001:4860:4860::8888',
    '2003::1',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ['this network', '0.0.0.0'],
    ['private', '10.0.0.1'],
    ['private', '10.255.255.255'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by carriers', '100.64.0.1'],
    ['shared by carriers', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.0.3'],
    ['a metadata service', '169.254.169.254'],
    ['a metadata service', '100.100.100.200'],
    ['a metadata service', '168.63.129.16'],
    ['for protocols', '192.0.0.192'],
    ['for documentation', '192.0.2.1'],
    ['for documentation', '198.51.100.7'],
    ['for documentation', '203.0.113.9'],
    ['for benchmarks', '198.19.0.1'],
    ['a relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.250'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4, mapped', '::ffff:127.0.0.1'],
    ['IPv4, mapped', '::ffff:7f00:1'],
    ['IPv4, mapped', '::ffff:8.8.8.8'],
    ['IPv4, in the old way', '::127.0.0.1'],
    ['IPv4, translated', '64:ff9b::a9fe:a9fe'],
    ['IPv4, translated locally', '64:ff9b:1::a00:1'],
    ['IPv4, in 6to4', '2002:7f00:1::'],
    ['IPv4, in Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['local', 'fe80::1'],
    ['local with a zone', 'fe80::1%eth0'],
    ['local to a site', 'fec0::1'],
    ['private', 'fc00::1'],
    ['a metadata service', 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['for documentation', '2001:db8::1'],
    ['for documentation', '3fff::1'],
    ['discard-only', '100::1'],
    ['segment routing', '5f00::1'],
    ['no address', 'example.com'],
    ['no address', '1.2.3'],
    ['no address', '256.1.1.1'],
    ['no address', ''],
  ])('that is %s is not public: %s', (_kind, address) => expect(isPublicAddress(address)).toBe(false));
});

describe('A target', () => {
  test.each([
    'https://hooks.example.com/a?key=b',
    'https://hooks.example.com:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]:444/',
    'https://localhost.example.com/',
    'https://127.0.0.1.example.com/',
  ])('%s may be public', (url) => expect(findTargetProblem(url, 'public')).toBeUndefined());

  test.each([
    ['no absolute https URL', '/hooks'],
    ['no absolute https URL', 'hooks.example.com'],
    ['no absolute https URL', 'ftp://hooks.example.com'],
    ['no absolute https URL', 'file:///etc/passwd'],
    ['not https', 'http://hooks.example.com'],
    ['user or a password', 'https://user:password@hooks.example.com'],
    ['user or a password', 'https://hooks.example.com@10.0.0.1/'],
    ['fragment', 'https://hooks.example.com/#x'],
    ['not of the public internet', 'https://localhost/'],
    ['not of the public internet', 'https://LOCALHOST./'],
    ['not of the public internet', 'https://app.localhost/'],
    ['not of the public internet', 'https://127.0.0.1/'],
    ['not of the public internet', 'https://127.1/'],
    ['not of the public internet', 'https://2130706433/'],
    ['not of the public internet', 'https://0x7f.0.0.1/'],
    ['not of the public internet', 'https://0177.0.0.1/'],
    ['not of the public internet', 'https://１２７.0.0.1/'],
    ['not of the public internet', 'https://169.254.169.254/latest/meta-data'],
    ['not of the public internet', 'https://[::1]/'],
    ['not of the public internet', 'https://[::ffff:10.0.0.1]/'],
    ['not of the public internet', 'https://[0:0:0:0:0:ffff:a9fe:a9fe]/'],
  ])('is refused, because it is %s: %s', (problem, url) => expect(findTargetProblem(url, 'public')).toContain(problem));

  test('may be anywhere when anywhere is allowed, as long as it is a URL that can be called', () => {
    expect(findTargetProblem('http://127.0.0.1:3000/hooks', 'any')).toBeUndefined();
    expect(findTargetProblem('ftp://127.0.0.1/', 'any')).toBeDefined();
    expect(findTargetProblem('http://user@127.0.0.1/', 'any')).toBeDefined();
  });
});
