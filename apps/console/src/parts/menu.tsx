import { useId, useRef, type ReactElement } from 'react';
import { Icon } from './icon.tsx';

interface MenuItem {
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** Buttons that are folded away. The browser's own popover: Escape and a press beside it close it. */
export function Menu({ label, items }: MenuProps): ReactElement {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className="menu">
      <button type="button" className="button" popoverTarget={id}>
        {label}
        <Icon name="chevron" />
      </button>
      <div ref={list} id={id} popover="auto" className="menu-list">
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            className={item.isDangerous ? 'danger' : undefined}
            onClick={() => {
              list.current?.hidePopover();
              item.onSelect();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
}
