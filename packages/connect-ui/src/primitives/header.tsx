import type { ReactElement, Ref } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { usePart } from './styling.ts';

interface HeaderProps {
  readonly icon: IconName;
  readonly title: string;
  readonly titleId: string;
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly intro?: string;
}

/** The title of what is shown, with its mark and a sentence. */
export function Header({ icon, title, titleId, titleRef, intro }: HeaderProps): ReactElement {
  const part = usePart();
  return (
    <header {...part('header')}>
      <span {...part('mark')}>
        <Icon name={icon} />
      </span>
      <h2 {...part('title')} id={titleId} tabIndex={titleRef ? -1 : undefined} ref={titleRef}>
        {title}
      </h2>
      {intro !== undefined && <p {...part('intro')}>{intro}</p>}
    </header>
  );
}
