import { interactionPolicy } from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';

const { Check, Prompt } = interactionPolicy;

/** Tells when a person is asked to sign on, and when to consent. */
// PingOne: "prompt=consent" changes nothing, and nobody is asked to consent unless the application is set up so, which here a scenario does.
export function createInteractionPolicy(clock: () => Date): interactionPolicy.Prompt[] {
  return [
    new Prompt(
      { name: 'login', requestable: true },
      new Check('no_session', 'Nobody has signed on', ({ oidc }) => oidc.session?.accountId === undefined),
      new Check('max_age', 'The sign-on is too old', (context) => isTooOld(context, clock())),
    ),
    new Prompt(
      { name: 'consent' },
      new Check('asked', 'Consent is required', ({ oidc }) => oidc.params?.['ask_consent'] !== undefined && !oidc.result?.consent),
    ),
  ];
}

function isTooOld({ oidc }: KoaContextWithOIDC, now: Date): boolean {
  const maxAge = oidc.params?.['max_age'];
  if (maxAge === undefined || oidc.result?.login) return false;
  return now.getTime() / 1000 - (oidc.session?.loginTs ?? 0) > Number(maxAge);
}
