import type { ReactElement } from 'react';
import type { IconName } from './icon-paths.ts';
import { useSlots } from './slots.ts';

/** A small drawing in the colour of the text around it. Never says anything that no text says. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  const { Icon: Drawing } = useSlots();
  return <Drawing name={name} />;
}
