import type { ReactElement } from 'react';
import { CreateWebApp, RedirectUri, RefreshToken, Scopes } from './web-app-pictures.tsx';
import { Box, CheckMark, ConsoleWindow, Row, Tabs, Toggle } from './console-drawing.tsx';

const pictures: Readonly<Record<string, () => ReactElement>> = {
  'create-worker': CreateWorker,
  'client-id': ClientId,
  'client-secret': ClientSecret,
  'enable-application': EnableApplication,
  'auth-method': AuthMethod,
  roles: GrantRoles,
  'environment-id': EnvironmentId,
  region: Region,
  'create-web-app': CreateWebApp,
  'refresh-token': RefreshToken,
  'redirect-uri': RedirectUri,
  scopes: Scopes,
};

/** Draws what a step of a guide names; it shows nothing that the step does not say in words. */
export function drawPicture(name: string): ReactElement | undefined {
  return Object.hasOwn(pictures, name) ? pictures[name]?.() : undefined;
}

function CreateWorker(): ReactElement {
  return (
    <ConsoleWindow title="Applications">
      <rect className="lk-p-mark" x="206" y="4" width="24" height="22" rx="6" />
      <path className="lk-p-tick" d="M218 10v10M213 15h10" />
      <text className="lk-p-dim" x="34" y="48">
        Application Type
      </text>
      <Box y={56} text="Worker" wanted />
      <Box y={85} text="OIDC Web App" />
      <Box y={114} text="Single-Page" />
    </ConsoleWindow>
  );
}

function ClientId(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Tabs open="Overview" />
      <Row y={64} label="Client ID" value="2f5c1d0e-8a8b-4c1f…" wanted />
      <Row y={106} label="Client Secret" value="••••••••••••" />
    </ConsoleWindow>
  );
}

function ClientSecret(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Tabs open="Overview" />
      <Row y={62} label="Client ID" value="2f5c1d0e-8a8b-4c1f…" />
      <Row y={105} label="Client Secret" value="••••••••••••" wanted />
    </ConsoleWindow>
  );
}

function EnableApplication(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Toggle />
      <Tabs open="Overview" />
      <Row y={62} label="Client ID" value="2f5c1d0e-8a8b-4c1f…" />
      <Row y={102} label="Client Secret" value="••••••••••••" />
    </ConsoleWindow>
  );
}

function AuthMethod(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Tabs open="Configuration" />
      <text className="lk-p-dim" x="34" y="76">
        Token Endpoint
      </text>
      <text className="lk-p-dim" x="34" y="90">
        Authentication Method
      </text>
      <Box y={102} text="Client Secret Post" wanted />
    </ConsoleWindow>
  );
}

function GrantRoles(): ReactElement {
  return (
    <ConsoleWindow title="Your application">
      <Tabs open="Roles" />
      <Box y={64} text="Grant Roles" wanted />
      <CheckMark y={112} />
      <text className="lk-p-text" x="52" y="112">
        Identity Data Read Only
      </text>
      <CheckMark y={133} />
      <text className="lk-p-text" x="52" y="133">
        Configuration Read Only
      </text>
    </ConsoleWindow>
  );
}

function EnvironmentId(): ReactElement {
  return (
    <ConsoleWindow title="Environment Properties">
      <Row y={44} label="Environment ID" value="f2aba07d-270c-42ba…" wanted />
      <Row y={94} label="Organization ID" value="another one" />
    </ConsoleWindow>
  );
}

function Region(): ReactElement {
  return (
    <ConsoleWindow title="Environment Properties">
      <Row y={40} label="Environment ID" value="f2aba07d-270c-42ba…" />
      <rect className="lk-p-mark" x="28" y="92" width="204" height="40" rx="6" />
      <text className="lk-p-dim" x="34" y="106">
        Region
      </text>
      <text className="lk-p-text lk-p-bold" x="34" y="123">
        European Union
      </text>
      <text className="lk-p-accent lk-p-bold" x="206" y="123">
        .eu
      </text>
    </ConsoleWindow>
  );
}
