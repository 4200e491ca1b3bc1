import { useState, type ReactElement } from 'react';
import { SettingsPage } from '../settings-page.tsx';
import { Preview } from './preview.tsx';
import { ServerFacts } from './server-facts.tsx';
import { ThemeEditor } from './theme-editor.tsx';
import { usualTheme } from './theme.ts';

/** How the form looks to customers, and where it may stand. */
export function LookPage(): ReactElement {
  const [theme, setTheme] = useState(usualTheme);
  return (
    <SettingsPage title="Connect UI" about="How the form looks in your app, and where it may stand.">
      <div className="columns even">
        <div className="stack">
          <ServerFacts />
          <ThemeEditor theme={theme} onChange={setTheme} />
        </div>
        <Preview theme={theme} />
      </div>
    </SettingsPage>
  );
}
