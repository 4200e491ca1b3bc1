import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import { iconPaths } from './icon-paths.ts';
import type { AlertSlotProps, FieldSlotProps, HeaderSlotProps, IconSlotProps, Slots } from './slots.ts';
import { usePart, type PartAttributes } from './styling.ts';

/** What Latchkey draws with where the host has nothing of its own. */
export const defaultSlots: Slots = {
  Button: 'button',
  Input: 'input',
  Select: 'select',
  Field: FieldLayout,
  Alert: AlertBox,
  Header: HeaderBlock,
  Icon: LineDrawing,
  Spinner: TurningRing,
};

function FieldLayout({ field, label, description, control, messages, help, ...attributes }: FieldSlotProps): ReactElement {
  return (
    <div {...attributes} data-invalid={field.invalid || undefined}>
      {label}
      {description}
      {control}
      {messages}
      {help}
    </div>
  );
}

function AlertBox({ explanation, children, ...attributes }: AlertSlotProps): ReactElement {
  const part = usePart();
  return (
    <div {...attributes} data-tone="danger">
      <Icon name="alert" />
      <div>
        <p>
          <strong>{explanation.message}</strong>
        </p>
        <p {...part('remedy')}>{explanation.remedy}</p>
        {children}
      </div>
    </div>
  );
}

function HeaderBlock({ icon, title, titleId, titleRef, intro, ...attributes }: HeaderSlotProps): ReactElement {
  const part = usePart();
  return (
    <header {...attributes}>
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

function LineDrawing({ name }: IconSlotProps): ReactElement {
  return (
    <svg {...usePart()('icon')} viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}

function TurningRing(attributes: PartAttributes): ReactElement {
  return <span {...attributes} aria-hidden="true" />;
}
