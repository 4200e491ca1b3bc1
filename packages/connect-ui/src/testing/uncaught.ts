import { fn } from 'storybook/test';

/** Is told each error that nobody has caught, while a story hears them. */
export const uncaught = fn();

/** Hears them, as the page of a host does. For a story's `beforeEach`. */
export function hearUncaught(): () => void {
  const hear = (event: ErrorEvent): void => {
    event.preventDefault();
    uncaught(event.error);
  };
  uncaught.mockClear();
  addEventListener('error', hear);
  return () => removeEventListener('error', hear);
}
