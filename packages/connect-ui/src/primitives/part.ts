import type { PartName } from '../styling-contract.ts';

/** The attributes by which a part is styled. */
export function part(name: PartName): { readonly className: string; readonly 'data-part': PartName } {
  return { className: `lk-${name}`, 'data-part': name };
}
