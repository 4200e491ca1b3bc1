import { createContext } from 'react';
import type { SignInBrowser } from './sign-in-browser.ts';

/** What a sign-in takes for the browser; the browser itself, but where stories put another in its place. */
export const SignInBrowserContext = createContext<SignInBrowser | undefined>(undefined);
