import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** What stands over the title: the way back. */
  readonly crumb?: ReactNode;
  /** One sentence on what the page is for. */
  readonly about?: ReactNode;
  /** What can be done here, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page: it names the window, and its title takes the focus, so that a screen reader hears where it is. */
export function Page({ title, crumb, about, actions, children }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Latchkey`;
  }, [title]);
  // Once: a title that changes later, by what somebody saves on the page, takes the focus from nobody.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <header className="page-head">
        <div>
          {crumb && <p className="crumb">{crumb}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about && <p className="muted">{about}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
