import type { GuidePart, GuideStep } from '../provider.ts';

export const clientIdStep = {
  id: 'client-id',
  title: 'Copy the Client ID',
  field: 'client_id',
  instructions: ['Open the **Overview** tab of the application.', 'Copy the **Client ID**.'],
  consolePath: ['Applications', 'Applications', 'Your application', 'Overview'],
  picture: 'client-id',
} as const satisfies GuideStep;

export const clientSecretStep = {
  id: 'client-secret',
  title: 'Copy the Client Secret',
  field: 'client_secret',
  instructions: [
    'Stay on the **Overview** tab.',
    'Press the copy button next to **Client Secret**. The dots that stand for the secret cannot be copied by hand.',
  ],
  consolePath: ['Applications', 'Applications', 'Your application', 'Overview'],
  picture: 'client-secret',
} as const satisfies GuideStep;

export const enableStep = {
  id: 'enable-application',
  title: 'Enable the application',
  instructions: ['Switch on the toggle at the top right of the application. A new application starts disabled.'],
  consolePath: ['Applications', 'Applications', 'Your application'],
  picture: 'enable-application',
} as const satisfies GuideStep;

export const authMethodStep = {
  id: 'auth-method',
  title: 'Check the authentication method',
  instructions: [
    'Open the **Configuration** tab and press the pencil.',
    'Under **Token Endpoint Authentication Method** choose **Client Secret Post** and press **Save**. **Client Secret Basic** works too.',
  ],
  consolePath: ['Applications', 'Applications', 'Your application', 'Configuration'],
  picture: 'auth-method',
} as const satisfies GuideStep;

export const environmentIdPart = {
  id: 'find-environment-id',
  title: 'Find the Environment ID',
  steps: [
    {
      id: 'environment-id',
      title: 'Copy the Environment ID',
      field: 'environmentId',
      instructions: [
        'In the admin console open **Settings → Environment Properties**.',
        'Copy the **Environment ID**. The organization ID next to it is another one.',
      ],
      consolePath: ['Settings', 'Environment Properties'],
      picture: 'environment-id',
    },
  ],
} as const satisfies GuidePart;

export const regionPart = {
  id: 'find-region',
  title: 'Find the region',
  steps: [
    {
      id: 'region',
      title: 'Read the region',
      field: 'tld',
      instructions: [
        'On the same page, **Environment Properties**, read the **Region**.',
        'It also stands at the end of the console’s address: **.com**, **.ca**, **.eu**, **.com.au**, **.sg** or **.asia**.',
      ],
      consolePath: ['Settings', 'Environment Properties'],
      picture: 'region',
    },
  ],
} as const satisfies GuidePart;
