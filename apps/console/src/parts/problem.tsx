import type { ReactElement } from 'react';
import { toApiError } from '../api/api-error.ts';

/** What went wrong with what somebody just did, and what to do; nothing while all is well. */
export function Problem({ error }: { readonly error: unknown }): ReactElement | null {
  if (error === null || error === undefined) return null;
  const { message, remedy, errors } = toApiError(error);
  return (
    <p className="problem" role="alert">
      {errors[0]?.message ?? `${message} ${remedy ?? ''}`}
    </p>
  );
}
