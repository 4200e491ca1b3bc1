/** The window in which a person signs in. */
export interface SignInPopup {
  /** Also true once a `Cross-Origin-Opener-Policy` has cut the line to a window that is still open. */
  readonly isClosed: () => boolean;
  readonly goTo: (url: string) => void;
  readonly focus: () => void;
  readonly close: () => void;
}

/** What a sign-in needs of the browser. */
export interface SignInBrowser {
  /**
   * Opens a window that is empty but for a text. To be called in a click.
   *
   * @returns `undefined` when the browser does not let it open.
   */
  readonly openPopup: (text: string) => SignInPopup | undefined;
  /** The address of the page. */
  readonly pageUrl: () => string;
  /** Leaves the page. */
  readonly goTo: (url: string) => void;
  /** Whether the person is looking at this window. */
  readonly hasFocus: () => boolean;
  /** Calls back with each message to this window. @returns What ends that. */
  readonly onMessage: (heard: (origin: string, data: unknown) => void) => () => void;
  /** Calls back when the person comes back to this page. @returns What ends that. */
  readonly onReturn: (returned: () => void) => () => void;
  /** What the tab remembers: text by key. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const WIDTH = 520;
const HEIGHT = 720;

/** The browser itself. */
export const pageBrowser: SignInBrowser = {
  openPopup: (text) => {
    // It opens empty, and not at an address: a page with `Cross-Origin-Opener-Policy: same-origin` loses the line to whatever it has opened as soon
    // as that has an address, and could not lead it on.
    const popup = window.open('', '', describeFeatures(window));
    if (!popup || popup.closed) return undefined;
    showText(popup.document, text);
    return {
      isClosed: () => popup.closed,
      goTo: (url) => {
        popup.location.href = url;
      },
      focus: () => popup.focus(),
      close: () => popup.close(),
    };
  },
  pageUrl: () => location.href,
  goTo: (url) => location.assign(url),
  hasFocus: () => document.hasFocus(),
  onMessage: (heard) => listen(window, ['message'], (event) => event instanceof MessageEvent && heard(event.origin, event.data)),
  onReturn: (returned) => {
    const ends = [listen(window, ['focus', 'pageshow', 'online'], returned), listen(document, ['visibilitychange'], returned)];
    return () => ends.forEach((end) => end());
  },
  storage: {
    // A page may be forbidden to remember anything; then a reload forgets the attempt.
    getItem: (key) => attempt(() => sessionStorage.getItem(key)) ?? null,
    setItem: (key, value) => attempt(() => sessionStorage.setItem(key, value)),
    removeItem: (key) => attempt(() => sessionStorage.removeItem(key)),
  },
  now: () => performance.now(),
};

/** In the middle of the window that opens it. */
function describeFeatures({ screenX, screenY, outerWidth, outerHeight }: Window): string {
  const left = Math.max(0, Math.round(screenX + (outerWidth - WIDTH) / 2));
  const top = Math.max(0, Math.round(screenY + (outerHeight - HEIGHT) / 2));
  return `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`;
}

/** Says something in an empty window. Styles set by script are no inline styles to a Content-Security-Policy. */
function showText(page: Document, text: string): void {
  page.title = text;
  page.body.textContent = text;
  page.documentElement.style.cssText = 'color-scheme: light dark; font-family: system-ui; text-align: center; padding-block-start: 30vh';
}

function listen(target: EventTarget, types: readonly string[], heard: (event: Event) => void): () => void {
  for (const type of types) target.addEventListener(type, heard);
  return () => {
    for (const type of types) target.removeEventListener(type, heard);
  };
}

function attempt<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
