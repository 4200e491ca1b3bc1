import type { Preview } from '@storybook/react-vite';
import '../packages/connect-ui/src/styles.css';
import './preview.css';

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error', options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } },
  },
  globalTypes: {
    appearance: {
      description: 'Light, dark, or as the system has it',
      toolbar: { title: 'Appearance', icon: 'contrast', items: ['light', 'dark', 'auto'], dynamicTitle: true },
    },
  },
  initialGlobals: { appearance: 'auto' },
  decorators: [
    (Story, { globals }) => (
      <main className="host" data-appearance={String(globals['appearance'])}>
        <Story />
      </main>
    ),
  ],
};

export default preview;
