'use client';

// One part for all of signing in: pieces as small as these weigh more apart than together.
export { createAuthorizer } from './create-authorizer.ts';
export { SignInActions } from './sign-in-actions.tsx';
export { SignInFields } from './sign-in-fields.tsx';
export { SignInStatus } from './sign-in-status.tsx';
