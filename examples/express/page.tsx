import { Connect } from '@latchkey/connect-ui';
import '@latchkey/connect-ui/styles.css';

const getSessionToken = async () => (await (await fetch('/connect-session', { method: 'POST' })).json()).token;

export function PingOneSettings() {
  return (
    <Connect
      apiUrl="/latchkey"
      sessionToken={getSessionToken}
      integration="pingone-cc"
      onConnect={({ connectionId }) => console.log('connected', connectionId)}
    />
  );
}
