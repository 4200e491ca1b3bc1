import type { ReactElement } from 'react';
import { Box, CheckMark, ConsoleWindow, Tabs } from './console-drawing.tsx';

/** The type of application through which people sign in. */
export function CreateWebApp(): ReactElement {
  return (
    <ConsoleWindow title="Applications">
      <rect className="lk-p-mark" x="206" y="4" width="24" height="22" rx="6" />
      <path className="lk-p-tick" d="M218 10v10M213 15h10" />
      <text className="lk-p-dim" x="34" y="48">
        Application Type
      </text>
      <Box y={56} text="OIDC Web App" wanted />
      <Box y={85} text="Worker" />
      <Box y={114} text="Single-Page" />
    </ConsoleWindow>
  );
}

/** The grants that the application may use. */
export function RefreshToken(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Tabs open="Configuration" third="Resources" />
      <text className="lk-p-dim" x="34" y="74">
        Grant Type
      </text>
      <CheckMark y={97} />
      <text className="lk-p-text" x="52" y="97">
        Authorization Code
      </text>
      <rect className="lk-p-mark" x="28" y="108" width="204" height="26" rx="6" />
      <CheckMark y={125} />
      <text className="lk-p-text lk-p-bold" x="52" y="125">
        Refresh Token
      </text>
    </ConsoleWindow>
  );
}

/** The addresses to which a sign-in may come back. */
export function RedirectUri(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Tabs open="Configuration" third="Resources" />
      <text className="lk-p-dim" x="34" y="76">
        Redirect URIs
      </text>
      <Box y={86} text="https://…/oauth/callback" wanted />
      <text className="lk-p-accent lk-p-bold" x="34" y="132">
        + Add
      </text>
    </ConsoleWindow>
  );
}

/** What the application may ask people to allow. */
export function Scopes(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Tabs open="Resources" third="Resources" />
      <rect className="lk-p-mark" x="28" y="66" width="204" height="70" rx="6" />
      <CheckMark y={86} />
      <text className="lk-p-text" x="52" y="86">
        profile
      </text>
      <CheckMark y={106} />
      <text className="lk-p-text" x="52" y="106">
        email
      </text>
      <CheckMark y={126} />
      <text className="lk-p-text" x="52" y="126">
        p1:read:user
      </text>
    </ConsoleWindow>
  );
}
