import type { GuidePart } from '../provider.ts';
import { authMethodStep, clientIdStep, clientSecretStep, enableStep, environmentIdPart, regionPart } from './guide-basics.ts';

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
      clientIdStep,
      clientSecretStep,
      enableStep,
      authMethodStep,
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
  environmentIdPart,
  regionPart,
  {
    id: 'enter-values',
    title: 'Enter the four values',
    steps: [
      {
        id: 'connect',
        title: 'Connect',
        instructions: ['Paste the four values into the form and submit it.'],
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
