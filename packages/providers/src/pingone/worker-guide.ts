import type { GuidePart } from '../provider.ts';

const parts = [
  {
    id: 'create-worker-application',
    title: 'Create a Worker application',
    steps: [
      {
        id: 'create-worker',
        title: 'Add the application',
        instructions: [
          'Sign in to the PingOne admin console and open **Applications → Applications**.',
          'Press **+** next to **Applications**.',
          'Give it a name, choose **Worker** as **Application Type**, and press **Save**.',
        ],
        consolePath: ['Applications', 'Applications', '+'],
        picture: 'create-worker',
      },
      {
        id: 'client-id',
        title: 'Copy the Client ID',
        field: 'client_id',
        instructions: ['Open the **Overview** tab of the application.', 'Copy the **Client ID**.'],
        consolePath: ['Applications', 'Applications', 'Your application', 'Overview'],
        picture: 'client-id',
      },
      {
        id: 'client-secret',
        title: 'Copy the Client Secret',
        field: 'client_secret',
        instructions: [
          'Stay on the **Overview** tab.',
          'Press the copy button next to **Client Secret**. The dots that stand for the secret cannot be copied by hand.',
        ],
        consolePath: ['Applications', 'Applications', 'Your application', 'Overview'],
        picture: 'client-secret',
      },
      {
        id: 'enable-application',
        title: 'Enable the application',
        instructions: ['Switch on the toggle at the top right of the application. A new application starts disabled.'],
        consolePath: ['Applications', 'Applications', 'Your application'],
        picture: 'enable-application',
      },
      {
        id: 'auth-method',
        title: 'Check the authentication method',
        instructions: [
          'Open the **Configuration** tab and press the pencil.',
          'Under **Token Endpoint Authentication Method** choose **Client Secret Post** and press **Save**. **Client Secret Basic** works too.',
        ],
        consolePath: ['Applications', 'Applications', 'Your application', 'Configuration'],
        picture: 'auth-method',
      },
      {
        id: 'roles',
        title: 'Grant roles',
        instructions: [
          'Open the **Roles** tab and press **Grant Roles**.',
          'Choose the roles that the connection needs. **Identity Data Read Only** and **Configuration Read Only** are enough to read.',
        ],
        consolePath: ['Applications', 'Applications', 'Your application', 'Roles'],
        picture: 'roles',
      },
    ],
  },
  {
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
  },
  {
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
  },
  {
    id: 'enter-values',
    title: 'Enter the four values',
    steps: [
      {
        id: 'connect',
        title: 'Connect',
        instructions: ['Paste the four values into the form and press **Connect**.'],
        consolePath: [],
        picture: 'connect',
      },
    ],
  },
] as const satisfies readonly GuidePart[];

/** How to set up a worker application and find the four values, in the order in which PingOne's console shows them. */
export const workerGuide: readonly GuidePart[] = parts;

/** The type of {@link workerGuide}, down to the ids of its steps and the number of their instructions. */
export type WorkerGuide = typeof parts;
