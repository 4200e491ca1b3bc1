import { ANSWER_WITHIN_MS, describeNoAnswer, type Finding } from './finding.ts';

const check = 'console';

/** How people sign in to the console, by the settings and what was kept. */
export interface ConsoleSources {
  readonly hasPassword: boolean;
  /** Whether the first start will make a password. */
  readonly makesPassword: boolean;
  readonly oidcIssuer: string | undefined;
  readonly fetch: typeof fetch;
}

/** Looks whether anybody can sign in to the console. */
export async function checkConsole({ hasPassword, makesPassword, oidcIssuer, fetch }: ConsoleSources): Promise<readonly Finding[]> {
  const byIssuer = oidcIssuer === undefined ? [] : [await checkIssuer(oidcIssuer, fetch)];
  if (hasPassword) return [{ check, state: 'ok', message: 'The administrator signs in by password.' }, ...byIssuer];
  if (byIssuer.length > 0) return byIssuer;
  if (makesPassword) return [{ check, state: 'ok', message: 'The first start makes the administrator’s password and prints it once.' }];
  const remedy = 'Set LATCHKEY_CONSOLE_PASSWORD, or LATCHKEY_OIDC_ISSUER and what belongs to it.';
  return [{ check, state: 'warning', message: 'Nobody can sign in to it.', remedy }];
}

async function checkIssuer(issuer: string, fetch: ConsoleSources['fetch']): Promise<Finding> {
  const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
  const remedy = 'See that LATCHKEY_OIDC_ISSUER is the issuer, letter for letter, and that this machine can reach it.';
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    await response.body?.cancel();
    if (response.status === 200) return { check, state: 'ok', message: `${issuer} describes itself, and signs people in.` };
    return { check, state: 'failed', message: `${url} answers with ${response.status}.`, remedy };
  } catch (error) {
    return { check, state: 'failed', message: `${issuer} cannot be reached (${describeNoAnswer(error)}).`, remedy };
  }
}
