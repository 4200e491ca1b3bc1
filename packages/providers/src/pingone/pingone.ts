import type { Provider } from '../provider.ts';
import { api, hosts, readTokenFacts, signOnEndpoints } from './endpoints.ts';
import { parsePasted } from './parse-pasted.ts';
import { pingOneForm } from './pingone-form.ts';
import { defaultScopes, scopes, userAccessChecks } from './scopes.ts';
import { signOnFailures } from './sign-on-failures.ts';
import { signOnSigns } from './signs.ts';
import { webAppGuide } from './web-app-guide.ts';

/** PingOne through an OIDC Web App, in which people sign in: the authorization code grant (RFC 6749 §4.1). */
export const pingOne: Provider = {
  id: 'pingone',
  family: 'pingone',
  displayName: pingOneForm.displayName,
  grant: 'authorization_code',
  docsUrl: 'https://docs.pingidentity.com/pingone/applications/p1_applications_add_applications.html',
  form: { ...pingOneForm, parsePasted },
  hosts,
  endpoints: signOnEndpoints,
  api,
  // PingOne: a new OIDC Web App is set to Basic and the guide asks for Post; both work, and the one that did is remembered.
  authMethods: ['CLIENT_SECRET_POST', 'CLIENT_SECRET_BASIC'],
  signs: signOnSigns,
  failures: signOnFailures,
  accessChecks: userAccessChecks,
  guide: webAppGuide,
  roles: [],
  scopes,
  defaultScopes,
  // PingOne: a user's token reaches the user's own record, which tells nothing of the environment.
  readEnvironment: () => undefined,
  readTokenFacts,
};
