import type { Preview } from '@storybook/react-vite';
import '../packages/connect-ui/src/styles.css';
import './preview.css';

const languages = [
  { value: 'en', title: 'English' },
  { value: 'de', title: 'Deutsch' },
  { value: 'fr', title: 'Français' },
  { value: 'es', title: 'Español' },
  { value: 'ja', title: '日本語' },
  { value: 'pt', title: 'Português' },
  { value: 'ar', title: 'العربية', right: 'from right to left' },
];

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error', options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } },
    options: {
      storySort: {
        order: [
          'Getting started',
          'Theming',
          'Headless use',
          'Events',
          'Connect',
          ['Start', 'Form', 'Guide', 'Failures', 'Result', 'Reconnect', 'Languages'],
        ],
      },
    },
  },
  globalTypes: {
    appearance: {
      description: 'Light, dark, or as the system has it',
      toolbar: { title: 'Appearance', icon: 'contrast', items: ['light', 'dark', 'auto'], dynamicTitle: true },
    },
    locale: {
      description: 'The language, and with it the direction',
      toolbar: { title: 'Language', icon: 'globe', items: languages, dynamicTitle: true },
    },
  },
  initialGlobals: { appearance: 'auto', locale: 'en' },
  decorators: [
    (Story, { globals }) => (
      <main
        className="host"
        data-appearance={String(globals['appearance'])}
        lang={String(globals['locale'])}
        dir={globals['locale'] === 'ar' ? 'rtl' : 'ltr'}
      >
        <Story />
      </main>
    ),
  ],
};

export default preview;
