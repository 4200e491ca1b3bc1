import type { Clock } from '../clock.ts';
import type { OutboundRequest, Received, Send } from '../oauth/send.ts';
import type { RequestLog } from './request-log.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Makes a `Send` that records what it sends into the operation that it is called in. */
export function recordSends(send: Send, { requestLog, clock }: { readonly requestLog: RequestLog; readonly clock: Clock }): Send {
  return async (request, timeoutMs) => {
    const operation = requestLog.current();
    if (operation === undefined) return send(request, timeoutMs);
    const startedAt = clock.now();
    const received = await send(request, timeoutMs);
    operation.record({
      method: request.method,
      url: request.url,
      startedAt,
      endedAt: clock.now(),
      requestHeaders: Object.entries(request.headers).flat(),
      requestBytes: Buffer.byteLength(request.body ?? ''),
      ...describeAnswer(request, received),
    });
    return received;
  };
}

function describeAnswer({ headers, body: form }: OutboundRequest, received: Received) {
  if ('transport' in received) return { failure: received.transport };
  const { status, body } = received;
  // Only token requests are forms.
  const isOAuth = form !== undefined && new Headers(headers).get('content-type')?.startsWith(FORM) === true;
  return {
    status,
    responseHeaders: [...received.headers].flat(),
    responseBytes: Buffer.byteLength(body),
    ...(isOAuth && { oauth: { form, answer: body } }),
  };
}
