import { describe, expect, it } from 'vitest';
import { buildCurl } from './build-curl.ts';

const request = {
  method: 'GET',
  url: "https://api.pingone.com/v1/environments?filter=name%20sw%20'a'",
  request_headers: [
    { name: 'authorization', value: '[redacted]' },
    { name: 'accept', value: 'application/json' },
    { name: 'x-custom', value: '[redacted]' },
    { name: 'host', value: 'api.pingone.com' },
  ],
};

describe('a logged request as a curl command', () => {
  it('can be pasted into a shell, whatever stands in the URL', () => {
    expect(buildCurl(request).split('\n')[0]).toBe(
      `curl -X GET 'https://api.pingone.com/v1/environments?filter=name%20sw%20'\\''a'\\''' \\`,
    );
  });

  it('has variables where a value was not kept', () => {
    const command = buildCurl(request);
    expect(command).toContain('-H "Authorization: Bearer $ACCESS_TOKEN"');
    expect(command).toContain('-H "x-custom: $X_CUSTOM"');
    expect(command).toContain("-H 'accept: application/json'");
    expect(command).not.toContain('host');
    expect(command).not.toContain('[redacted]');
  });
});
