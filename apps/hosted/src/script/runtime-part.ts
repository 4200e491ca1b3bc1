import type * as Runtime from './runtime.tsx';

/** Where the script came from, and so where the API is. */
export interface ScriptBase {
  /** The API's URL, without a slash at its end. */
  readonly apiUrl: string;
  readonly stylesheet: string;
  /** What draws the form: a file of its own, so that the script itself stays a plain one. */
  readonly runtime: string;
}

/** Finds it out: only while the script runs for the first time does the browser tell. */
export function findBase(): ScriptBase {
  const source = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;
  const urlOf = (file: string): string => new URL(file, source).href;
  return {
    apiUrl: urlOf('.').replace(/\/$/, ''),
    stylesheet: urlOf('connect-assets/runtime.css'),
    runtime: urlOf('connect-assets/runtime.js'),
  };
}

/** Loads what draws the form, and its stylesheet, once. */
export async function loadRuntime({ stylesheet, runtime }: ScriptBase): Promise<typeof Runtime> {
  const [loaded] = await Promise.all([import(/* @vite-ignore */ runtime), linkStylesheet(stylesheet)]);
  return loaded;
}

/** A page without the stylesheet still works, so nobody waits for ever. */
function linkStylesheet(href: string): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(href)}"], link[data-latchkey]`)) return Promise.resolve();
  return new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.dataset['latchkey'] = '';
    link.addEventListener('load', () => done(), { once: true });
    link.addEventListener('error', () => done(), { once: true });
    document.head.append(link);
  });
}
