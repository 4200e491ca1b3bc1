import { ownFailure, type Failure } from './failure.ts';
import { isRecord, readRecords, readText } from './read-json.ts';

/** Reads the body of an answer that is no success. Whatever is not Latchkey's envelope is an answer of somebody else. */
export function readFailure(body: unknown): Failure {
  const error = isRecord(body) ? body['error'] : undefined;
  const code = isRecord(error) ? readText(error['code']) : undefined;
  if (!isRecord(error) || code === undefined) return ownFailure('server_answer_invalid');
  const field = readText(error['field']);
  const [problem, ...others] = readRecords(error['errors']);
  // A body that is refused for one value alone is a failure of that value's field.
  const named = field === undefined && others.length === 0 && Array.isArray(problem?.['path']) ? problem : undefined;
  const path: unknown = named?.['path'];
  const retryAfter = error['retry_after'];
  return {
    code: readText(named?.['code']) ?? code,
    message: readText(error['message']),
    remedy: readText(error['remedy']),
    field: field ?? (Array.isArray(path) ? readText(path.at(-1)) : undefined),
    guideStep: readText(error['guide_step']),
    swap: readPair(error['swap']),
    retryable: error['retryable'] === true,
    retryAfterSeconds: typeof retryAfter === 'number' ? retryAfter : undefined,
    correlationId: readText(error['correlation_id']),
    requestId: readText(error['request_id']),
  };
}

function readPair(value: unknown): readonly [string, string] | undefined {
  const [first, second, ...rest] = Array.isArray(value) ? value.map(readText) : [];
  return first !== undefined && second !== undefined && rest.length === 0 ? [first, second] : undefined;
}
