import type { StorybookConfig } from '@storybook/react-vite';
import { defaultClientConditions } from 'vite';

const config: StorybookConfig = {
  framework: { name: '@storybook/react-vite', options: { strictMode: true } },
  stories: ['./pages/*.mdx', '../packages/connect-ui/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The condition picks the packages' sources, so that nothing need be built before; setting any replaces Vite's own.
  viteFinal: (vite) => ({ ...vite, resolve: { ...vite.resolve, conditions: ['@latchkey/source', ...defaultClientConditions] } }),
};

export default config;
