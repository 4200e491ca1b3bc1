import { createContext, useContext, useMemo } from 'react';
import type { PartName } from '../styling-contract.ts';

/** How a host has the component look beside its variables. */
export interface Styling {
  /** Classes that a part has besides Latchkey's own, by the part's name in {@link stylingContract}. */
  readonly classNames?: { readonly [Part in PartName]?: string } | undefined;
  /**
   * Leaves out Latchkey's own classes, so that `styles.css` touches nothing. `data-part` and the other `data-*` attributes stay.
   *
   * @default false
   */
  readonly unstyled?: boolean | undefined;
}

/** The attributes by which a part is styled. */
export interface PartAttributes {
  readonly className: string | undefined;
  readonly 'data-part': PartName;
}

/** Makes the attributes of a part. */
export function stylePart({ classNames, unstyled = false }: Styling, name: PartName): PartAttributes {
  const classes = [unstyled ? [] : `lk-${name}`, classNames?.[name] ?? []].flat();
  return { className: classes.length > 0 ? classes.join(' ') : undefined, 'data-part': name };
}

/** The styling of everything below. */
export const StylingContext = createContext<Styling>({});

/** Makes the attributes of parts as the host wants them. */
export function usePart(): (name: PartName) => PartAttributes {
  const styling = useContext(StylingContext);
  return useMemo(() => (name) => stylePart(styling, name), [styling]);
}
