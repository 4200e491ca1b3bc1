import type { SessionToken } from '../api/authorized-fetch.ts';
import type { Connection } from '../api/connection.ts';
import type { LocaleTag } from '../messages/resolve-locale.ts';
import type { Slots } from '../primitives/slots.ts';
import type { Styling } from '../primitives/styling.ts';
import type { ConnectEvent } from './connect-event.ts';
import type { Explanation } from './explanation.ts';

/** What {@link useConnect} takes, and every component too. */
export interface ConnectOptions {
  /** Where the host has mounted Latchkey's router, for example `/latchkey`. */
  readonly apiUrl: string;
  /**
   * A connect session's token, or a function that asks the host's backend for one; the function is asked again when the session has expired.
   *
   * While a text is empty, nothing is asked of the server; when it changes, what the session is for is asked anew.
   */
  readonly sessionToken: SessionToken;
  /**
   * The integration to connect. It may be left out in a session that reconnects, which names its own: then nothing else is shown before.
   *
   * @default The session's only integration; a picker when it allows several.
   */
  readonly integration?: string | undefined;
  /**
   * The provider of {@link ConnectOptions.integration}, for example `pingone-cc`, so that the form is there without waiting for the server.
   * What the session says takes its place.
   *
   * @default The integration's id, when that is a provider's.
   */
  readonly provider?: string | undefined;
  /** The connection was made. */
  readonly onConnect?: ((connection: Connection) => void) | undefined;
  /** An attempt, or the start, failed; the person reads the same words. */
  readonly onError?: ((explanation: Explanation) => void) | undefined;
  /** What happens inside, for the host's own analytics. */
  readonly onEvent?: ((event: ConnectEvent) => void) | undefined;
  /**
   * The language: a BCP 47 tag, of which the nearest language of `locales` is taken, or `auto` for the one that the browser prefers.
   *
   * It is loaded when the component is shown; until then, on a server, and when it cannot be loaded, the component speaks English.
   *
   * @default 'en'
   */
  readonly locale?: LocaleTag | 'auto' | (string & Record<never, never>) | undefined;
  /**
   * Sends the requests, for example to add a header.
   *
   * @default globalThis.fetch
   */
  readonly fetch?: typeof fetch | undefined;
}

/** What {@link Connect} takes. */
export interface ConnectProps extends ConnectOptions, Styling {
  /**
   * The person wants to leave: they pressed **Close**, or **Done** once it is connected. Nothing is taken away by that; it is for the host to
   * do so.
   *
   * Without it `<Connect>` has neither button. A dialog closes by itself and calls it then, however the person closed it.
   */
  readonly onClose?: (() => void) | undefined;
  /**
   * Light or dark; `auto` follows the system.
   *
   * @default 'auto'
   */
  readonly appearance?: 'light' | 'dark' | 'auto' | undefined;
  /** Components of the host's own, in the place of Latchkey's. Give the same object at every render. */
  readonly components?: Partial<Slots> | undefined;
}
