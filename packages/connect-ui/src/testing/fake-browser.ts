import type { SignInBrowser, SignInPopup } from '../authorization/sign-in-browser.ts';

/** A window that was opened. */
export interface FakePopup {
  /** Where it was led, oldest first. */
  readonly visited: readonly string[];
  readonly isClosed: () => boolean;
  /** The person, or the provider's page, closes it. */
  readonly close: () => void;
  /** How often it was brought to the front. */
  readonly focused: number;
}

/** A browser in which windows open at will, and a person who uses it. */
export interface FakeBrowser extends SignInBrowser {
  readonly popups: readonly FakePopup[];
  /** Where the page itself was led. */
  readonly visited: readonly string[];
  /** From now on no window opens. */
  readonly block: (isBlocked: boolean) => void;
  /** From now on every window looks closed once it was led anywhere, as a `Cross-Origin-Opener-Policy` does. */
  readonly sever: () => void;
  /** Whether the person looks at the page; as after a window was closed. */
  readonly look: (isLooking: boolean) => void;
  /** Another window sends a message. */
  readonly post: (origin: string, data: unknown) => void;
  /** How many listeners there are. */
  readonly listening: () => number;
  /** Makes it as it was in the beginning, but for what the tab remembers. */
  readonly reset: (remembered?: Readonly<Record<string, string>>) => void;
}

/** Makes a browser that does nothing by itself. */
export function createFakeBrowser(): FakeBrowser {
  const popups: (FakePopup & { focused: number })[] = [];
  const visited: string[] = [];
  const heard = new Set<(origin: string, data: unknown) => void>();
  const returned = new Set<() => void>();
  const stored = new Map<string, string>();
  let isBlocked = false;
  let isSevered = false;
  let isLooking = true;

  function openPopup(): SignInPopup | undefined {
    if (isBlocked) return undefined;
    let isClosed = false;
    const places: string[] = [];
    const popup = {
      visited: places,
      focused: 0,
      isClosed: () => isClosed || (isSevered && places.length > 0),
      close: () => {
        isClosed = true;
      },
    };
    popups.push(popup);
    return {
      ...popup,
      goTo: (url) => void places.push(url),
      focus: () => {
        popup.focused += 1;
      },
    };
  }

  return {
    popups,
    visited,
    openPopup,
    pageUrl: () => 'https://app.example/settings?tab=integrations#/connect?token=s&x',
    goTo: (url) => void visited.push(url),
    hasFocus: () => isLooking,
    onMessage: (callback) => listen(heard, callback),
    onReturn: (callback) => listen(returned, callback),
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    now: () => performance.now(),
    block: (blocked) => {
      isBlocked = blocked;
    },
    sever: () => {
      isSevered = true;
    },
    look: (looking) => {
      isLooking = looking;
      if (looking) for (const callback of returned) callback();
    },
    post: (origin, data) => {
      for (const callback of heard) callback(origin, data);
    },
    listening: () => heard.size + returned.size,
    reset: (remembered = {}) => {
      popups.length = 0;
      visited.length = 0;
      isBlocked = false;
      isSevered = false;
      isLooking = true;
      stored.clear();
      for (const [key, value] of Object.entries(remembered)) stored.set(key, value);
    },
  };
}

function listen<Callback>(listeners: Set<Callback>, callback: Callback): () => void {
  listeners.add(callback);
  return () => void listeners.delete(callback);
}
