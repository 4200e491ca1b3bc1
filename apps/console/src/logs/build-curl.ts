import { REDACTED, type OperationMessageBody } from '@latchkey/protocol';

/** Headers that curl sends by itself, or that belong to one exchange only. */
const LEFT_OUT = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'user-agent', 'transfer-encoding']);

/** Writes a logged request as a curl command. What is not kept is a shell variable to be filled in: no secret was logged, so none is here. */
export function buildCurl({
  method,
  url,
  request_headers: headers,
}: Pick<OperationMessageBody, 'method' | 'url' | 'request_headers'>): string {
  const lines = headers
    // A browser says what it is about in `Sec-` headers, which no other client may send.
    .filter(({ name }) => !/^sec-/i.test(name) && !LEFT_OUT.has(name.toLowerCase()))
    .map(({ name, value }) => {
      if (name.toLowerCase() === 'authorization') return `-H "Authorization: Bearer $ACCESS_TOKEN"`;
      return value === REDACTED ? `-H "${name}: $${nameVariable(name)}"` : `-H ${quote(`${name}: ${value}`)}`;
    });
  return [`curl -X ${method} ${quote(url)}`, ...lines].join(' \\\n  ');
}

function nameVariable(header: string): string {
  return header.toUpperCase().replace(/\W/g, '_');
}

/** Quotes for a POSIX shell: nothing in single quotes means anything. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
