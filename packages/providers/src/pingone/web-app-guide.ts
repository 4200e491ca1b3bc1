import type { GuidePart } from '../provider.ts';
import { authMethodStep, clientIdStep, clientSecretStep, enableStep, environmentIdPart, regionPart } from './guide-basics.ts';

const parts = [
  {
    id: 'create-web-application',
    title: 'Create an OIDC Web App',
    steps: [
      {
        id: 'create-web-app',
        title: 'Add the application',
        instructions: [
          'Sign in to the PingOne admin console and open **Applications → Applications**.',
          'Press **+** next to **Applications**.',
          'Give it a name, choose **OIDC Web App** as **Application Type**, and press **Save**.',
        ],
        consolePath: ['Applications', 'Applications', '+'],
        picture: 'create-web-app',
      },
      {
        id: 'refresh-token',
        title: 'Allow refresh tokens',
        instructions: [
          'Open the **Configuration** tab and press the pencil.',
          'Tick **Refresh Token**, and leave **Authorization Code** ticked. The connection then stays without another sign-in.',
        ],
        consolePath: ['Applications', 'Applications', 'Your application', 'Configuration'],
        picture: 'refresh-token',
      },
      {
        id: 'redirect-uri',
        title: 'Add the redirect URI',
        instructions: [
          'Stay on the **Configuration** tab.',
          'Add this address to **Redirect URIs**, letter by letter, and press **Save**.',
        ],
        consolePath: ['Applications', 'Applications', 'Your application', 'Configuration'],
        picture: 'redirect-uri',
      },
      authMethodStep,
      {
        id: 'scopes',
        title: 'Select the scopes',
        instructions: ['Open the **Resources** tab and press the pencil.', 'Select these scopes and press **Save**.'],
        consolePath: ['Applications', 'Applications', 'Your application', 'Resources'],
        picture: 'scopes',
      },
      enableStep,
      clientIdStep,
      clientSecretStep,
    ],
  },
  environmentIdPart,
  regionPart,
  {
    id: 'sign-in-to-pingone',
    title: 'Sign in',
    steps: [
      {
        id: 'sign-in',
        title: 'Sign in to PingOne',
        instructions: ['Paste the environment ID into the form and submit it.', 'Sign in to PingOne in the window that opens.'],
        consolePath: [],
        picture: 'sign-in',
      },
    ],
  },
] as const satisfies readonly GuidePart[];

/** How to set up an OIDC Web App, find its values and sign in, in the order in which PingOne's console shows them. */
export const webAppGuide: readonly GuidePart[] = parts;

/** The type of {@link webAppGuide}, down to the ids of its steps and the number of their instructions. */
export type WebAppGuide = typeof parts;
