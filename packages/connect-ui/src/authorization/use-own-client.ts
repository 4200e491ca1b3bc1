import type { ProviderForm } from '@latchkey/providers';
import { useMemo, useState } from 'react';
import type { Explanation } from '../connect/explanation.ts';

/** An OAuth client of the end user's own, in place of the integration's. */
export interface OwnClient {
  /** Whether there is no other, so that it must be given. */
  readonly required: boolean;
  /** Whether its fields are among the form's. */
  readonly used: boolean;
  /** Takes its fields in or out, where it is not required. */
  readonly use: (used: boolean) => void;
}

interface UsedOwnClient {
  /** `undefined` where the form asks everybody for the client anyway. */
  readonly client: OwnClient | undefined;
  /** The form with the fields that are asked for. */
  readonly asked: ProviderForm | undefined;
}

/** The form with all fields that it may ask for. */
export function withClientFields(form: ProviderForm): ProviderForm {
  return { ...form, fields: [...form.fields, ...form.clientFields] };
}

/**
 * Decides whether the form asks for an OAuth client: when there must be one, when the person wants it, or when an attempt has failed for it.
 *
 * @param explanation What the last attempt failed for.
 */
export function useOwnClient(form: ProviderForm | undefined, required: boolean, explanation: Explanation | undefined): UsedOwnClient {
  const [wanted, setWanted] = useState(false);
  const [seen, setSeen] = useState<Explanation>();
  if (explanation !== seen) {
    setSeen(explanation);
    // Set while rendering, so that the field is there when the focus is to move to it.
    if (form?.clientFields.some(({ name }) => name === explanation?.field)) setWanted(true);
  }
  const used = required || wanted;
  return {
    client: form && form.clientFields.length > 0 ? { required, used, use: setWanted } : undefined,
    asked: useMemo(() => (form && used ? withClientFields(form) : form), [form, used]),
  };
}
