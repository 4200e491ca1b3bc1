import { createContext, useContext, type ComponentPropsWithRef, type ReactNode, type Ref } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import type { ConnectField } from '../credential-form/connect-field.ts';
import type { PartName } from '../styling-contract.ts';
import type { IconName } from './icon-paths.ts';
import type { PartAttributes } from './styling.ts';

/** What a button takes: all that a `<button>` does. `data-part` tells which one it is, for example `submit`, `help` or `close`. */
export interface ButtonSlotProps extends ComponentPropsWithRef<'button'> {
  readonly 'data-part': PartName;
}

/** What an input takes: all that an `<input>` does. Its `ref` must reach the `<input>`, which is read and focused through it. */
export interface InputSlotProps extends ComponentPropsWithRef<'input'> {
  readonly 'data-part': PartName;
}

/** What a select takes: all that a `<select>` does, its options as children. Its `ref` must reach the `<select>`. */
export interface SelectSlotProps extends ComponentPropsWithRef<'select'> {
  readonly 'data-part': PartName;
}

/** What the layout of one field takes: pieces that are ready to be placed, each once. */
export interface FieldSlotProps extends PartAttributes {
  readonly field: ConnectField;
  /** The label, with the button that opens the step of the guide. */
  readonly label: ReactNode;
  readonly description: ReactNode;
  readonly control: ReactNode;
  /** The live regions of what is wrong, and of what is good to know; both are there while they are empty. */
  readonly messages: ReactNode;
  /** The place of the guide's step. */
  readonly help: ReactNode;
}

/** What a failure that concerns no single field takes. The element round it has the role `alert` and the focus. */
export interface AlertSlotProps extends PartAttributes {
  readonly explanation: Explanation;
  /** What stands below the words: how long to wait, the way into the guide, and the details. */
  readonly children: ReactNode;
}

/** What the head of the form, the picker and the proof takes. */
export interface HeaderSlotProps extends PartAttributes {
  readonly icon: IconName;
  readonly title: string;
  /** The id that the heading must have: it names what stands below. */
  readonly titleId: string;
  /** Where it is given, the heading takes the focus through it, and so needs a `tabIndex` of -1. */
  readonly titleRef?: Ref<HTMLHeadingElement> | undefined;
  readonly intro?: string;
}

/** What a drawing takes. It says nothing that no text says, so it is to be hidden from assistive technology. */
export interface IconSlotProps {
  readonly name: IconName;
}

type Slot<Props, Tag = never> = Tag | ((props: Props) => ReactNode);

/** The components that Latchkey draws with. A host may put its own in the place of any. */
export interface Slots {
  readonly Button: Slot<ButtonSlotProps, 'button'>;
  readonly Input: Slot<InputSlotProps, 'input'>;
  readonly Select: Slot<SelectSlotProps, 'select'>;
  readonly Field: Slot<FieldSlotProps>;
  readonly Alert: Slot<AlertSlotProps>;
  readonly Header: Slot<HeaderSlotProps>;
  readonly Icon: Slot<IconSlotProps>;
  /** Shows that something goes on; what it is, the text beside it says. */
  readonly Spinner: Slot<PartAttributes>;
}

/** The components of everything below. */
export const SlotsContext = createContext<Slots | undefined>(undefined);

/** The components to draw with. */
export function useSlots(): Slots {
  const slots = useContext(SlotsContext);
  if (!slots) throw new Error('This part of Latchkey must be drawn inside <Connect>.');
  return slots;
}
