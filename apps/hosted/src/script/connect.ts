/**
 * For pages without React: `<script src="https://…/connect.js">` gives `Latchkey.open({ sessionToken })` and the element `<latchkey-connect>`.
 *
 * It is small, and loads the form when that is needed, from where it came from itself.
 */

import { defineElement } from './element.ts';
import { openDialog } from './open-dialog.ts';
import { findBase } from './runtime-part.ts';

const base = findBase();

const api = {
  /** Opens the form in a dialog over the page. */
  open: (options: Parameters<typeof openDialog>[1]) => openDialog(base, options),
};

/** What the script adds to the page. */
export type LatchkeyScript = typeof api;

Object.assign(globalThis, { Latchkey: api });
defineElement(base);
