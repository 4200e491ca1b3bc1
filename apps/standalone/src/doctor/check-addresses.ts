import { ANSWER_WITHIN_MS, describeNoAnswer, type Finding } from './finding.ts';

/** What it takes to look at the public URL. */
export interface AddressSources {
  readonly publicUrl: string;
  readonly fetch: typeof fetch;
}

/** Says what the redirect URI is, and whether browsers elsewhere can be sent there. */
export function checkRedirectUri(publicUrl: string): Finding {
  const check = 'redirect URI';
  const message = `${publicUrl}/oauth/callback`;
  if (publicUrl.startsWith('https:')) return { check, state: 'ok', message };
  const remedy = 'Set LATCHKEY_PUBLIC_URL to the https URL that leads to this process, before customers connect.';
  return { check, state: 'warning', message: `${message} leads to browsers on this machine only.`, remedy };
}

/** Looks whether what answers at the public URL is Latchkey. */
export async function checkPublicUrl({ publicUrl, fetch }: AddressSources): Promise<Finding> {
  const check = 'public URL';
  const remedy =
    'Start Latchkey, and see that name, certificate and reverse proxy lead to it. From inside some networks the way round is closed.';
  try {
    const response = await fetch(`${publicUrl}/health`, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const isOurs = response.headers.has('x-request-id') && (await response.text()).includes('"status":"ok"');
    if (response.status === 200 && isOurs) return { check, state: 'ok', message: `${publicUrl} answers.` };
    return { check, state: 'warning', message: `${publicUrl}/health answers with ${response.status}, and not as Latchkey does.`, remedy };
  } catch (error) {
    return { check, state: 'warning', message: `${publicUrl} cannot be reached from here (${describeNoAnswer(error)}).`, remedy };
  }
}
