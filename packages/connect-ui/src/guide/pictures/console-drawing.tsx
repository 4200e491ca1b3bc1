import type { ReactElement, ReactNode } from 'react';

/** Width and height of every drawing, in its own units: small enough that its words stay legible in 280 pixels. */
const WIDTH = 240;
const HEIGHT = 148;

/** A window of the console. Words in it are the console's own, so they are not translated. */
export function ConsoleWindow({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <rect className="lk-p-face" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="8" />
      <path className="lk-p-soft" d={`M.5 8.5a8 8 0 0 1 8-8H22v${HEIGHT - 1}H8.5a8 8 0 0 1-8-8Z`} />
      <path className="lk-p-line" d={`M22 .5v${HEIGHT - 1}M22 30h217.5`} />
      <path className="lk-p-bar" d="M7 16h8M7 42h8M7 56h8M7 70h8" />
      <text className="lk-p-text lk-p-bold" x="34" y="20">
        {title}
      </text>
      {children}
    </svg>
  );
}

interface RowProps {
  readonly y: number;
  readonly label: string;
  readonly value: string;
  /** Whether it is what the step is about. */
  readonly wanted?: boolean;
}

/** A label with its value, and the button that copies it when that is what the step is about. */
export function Row({ y, label, value, wanted = false }: RowProps): ReactElement {
  return (
    <>
      {wanted && <rect className="lk-p-mark" x="28" y={y - 3} width="204" height="38" rx="6" />}
      <text className="lk-p-dim" x="36" y={y + 10}>
        {label}
      </text>
      <text className={wanted ? 'lk-p-text' : 'lk-p-dim'} x="36" y={y + 26}>
        {value}
      </text>
      {wanted && <CopyMark x={212} y={y + 10} />}
    </>
  );
}

interface TabsProps {
  readonly open: 'Overview' | 'Configuration' | 'Roles' | 'Resources';
  /** The tab that only some types of applications have. */
  readonly third?: 'Roles' | 'Resources';
}

/** The tabs of an application, one of them open. */
export function Tabs({ open, third = 'Roles' }: TabsProps): ReactElement {
  // Room for the widest fonts that systems fall back to; narrower ones stand in the middle of it.
  const tabs = [
    { name: 'Overview', x: 56, width: 52 },
    { name: 'Configuration', x: 130, width: 80 },
    { name: third, x: 204, width: third === 'Roles' ? 38 : 60 },
  ];
  return (
    <>
      {tabs.map(({ name, x, width }) => (
        <g key={name}>
          <text className={name === open ? 'lk-p-tab lk-p-accent' : 'lk-p-tab lk-p-dim'} x={x} y="46">
            {name}
          </text>
          {name === open && <path className="lk-p-underline" d={`M${x - width / 2} 54h${width}`} />}
        </g>
      ))}
      <path className="lk-p-line" d="M22 55h217.5" />
    </>
  );
}

/** A select or a button of the console with its words. */
export function Box({ y, text, wanted = false }: { readonly y: number; readonly text: string; readonly wanted?: boolean }): ReactElement {
  return (
    <>
      <rect className={wanted ? 'lk-p-mark' : 'lk-p-soft'} x="34" y={y} width="192" height="24" rx="5" />
      <text className={wanted ? 'lk-p-text lk-p-bold' : 'lk-p-dim'} x="44" y={y + 16}>
        {text}
      </text>
    </>
  );
}

/** The toggle that enables an application. */
export function Toggle(): ReactElement {
  return (
    <>
      <rect className="lk-p-mark" x="190" y="3" width="44" height="24" rx="7" />
      <rect className="lk-p-fill" x="198" y="8" width="28" height="14" rx="7" />
      <circle className="lk-p-knob" cx="219" cy="15" r="5" />
    </>
  );
}

/** A check mark before a line. */
export function CheckMark({ y }: { readonly y: number }): ReactElement {
  return <path className="lk-p-tick" d={`M36 ${y - 4}l3 3 6-7`} />;
}

function CopyMark({ x, y }: { readonly x: number; readonly y: number }): ReactElement {
  return <path className="lk-p-tick" d={`M${x} ${y + 4}v-6a2 2 0 0 1 2-2h6M${x + 4} ${y}h7v9h-7Z`} />;
}
