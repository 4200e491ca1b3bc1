import type { Provider } from '../provider.ts';
import { api, endpoints, hosts, readEnvironment, readTokenFacts } from './endpoints.ts';
import { parsePasted } from './parse-pasted.ts';
import { pingOneClientCredentialsForm } from './pingone-cc-form.ts';
import { accessChecks, roles } from './roles.ts';
import { workerSigns } from './signs.ts';
import { workerFailures } from './worker-failures.ts';
import { workerGuide } from './worker-guide.ts';

/** PingOne through a worker application: the client credentials grant (RFC 6749 §4.4). */
export const pingOneClientCredentials: Provider = {
  id: 'pingone-cc',
  family: 'pingone',
  displayName: pingOneClientCredentialsForm.displayName,
  grant: 'client_credentials',
  docsUrl: 'https://docs.pingidentity.com/pingone/applications/p1_applications_add_applications.html',
  form: { ...pingOneClientCredentialsForm, parsePasted },
  hosts,
  endpoints,
  api,
  // PingOne: a new Worker application is set to Basic and the guide asks for Post; both work, and the one that did is remembered.
  authMethods: ['CLIENT_SECRET_POST', 'CLIENT_SECRET_BASIC'],
  signs: workerSigns,
  failures: workerFailures,
  accessChecks,
  guide: workerGuide,
  roles,
  scopes: [],
  defaultScopes: [],
  readEnvironment,
  readTokenFacts,
};
