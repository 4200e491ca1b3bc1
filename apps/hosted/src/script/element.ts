import type { Connection, ConnectProps, Explanation } from '@latchkey/connect-ui';
import { loadRuntime, type ScriptBase } from './runtime-part.ts';
import type { DrawnInline } from './runtime.tsx';

const ATTRIBUTES = ['api-url', 'session-token', 'integration', 'provider', 'locale', 'appearance'] as const;

/**
 * Defines `<latchkey-connect>`: the form, drawn in place.
 *
 * Attributes: `session-token`, `integration`, `provider`, `locale`, `appearance`, `api-url`. The property `sessionToken` takes a token or a function
 * that asks for one. Events: `latchkey-connect` (its `detail` is the connection), `latchkey-error` (the explanation).
 */
export function defineElement(base: ScriptBase): void {
  if (customElements.get('latchkey-connect')) return;

  class LatchkeyConnectElement extends HTMLElement {
    static readonly observedAttributes = ATTRIBUTES;
    #token: ConnectProps['sessionToken'] | undefined;
    #drawn: DrawnInline | undefined;
    #isThere = false;

    get sessionToken(): ConnectProps['sessionToken'] | undefined {
      return this.#token;
    }

    set sessionToken(token: ConnectProps['sessionToken'] | undefined) {
      this.#token = token;
      this.#draw();
    }

    connectedCallback(): void {
      this.#isThere = true;
      this.#draw();
    }

    disconnectedCallback(): void {
      this.#isThere = false;
      this.#drawn?.remove();
      this.#drawn = undefined;
    }

    attributeChangedCallback(): void {
      this.#draw();
    }

    #draw(): void {
      const props = this.#readProps();
      if (!this.#isThere || props === undefined) return;
      if (this.#drawn) {
        this.#drawn.update(props);
        return;
      }
      void this.#begin();
    }

    async #begin(): Promise<void> {
      const { drawInline } = await loadRuntime(base);
      const props = this.#readProps();
      if (this.#isThere && !this.#drawn && props) this.#drawn = drawInline(this, props);
    }

    #readProps(): ConnectProps | undefined {
      const read = (name: (typeof ATTRIBUTES)[number]): string | undefined => this.getAttribute(name) ?? undefined;
      const sessionToken = this.#token ?? read('session-token');
      if (sessionToken === undefined) return undefined;
      return {
        apiUrl: read('api-url') ?? base.apiUrl,
        sessionToken,
        integration: read('integration'),
        provider: read('provider'),
        locale: read('locale'),
        appearance: readAppearance(read('appearance')),
        onConnect: (connection: Connection) => this.#tell('latchkey-connect', connection),
        onError: (explanation: Explanation) => this.#tell('latchkey-error', explanation),
      };
    }

    #tell(name: string, detail: unknown): void {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }
  }

  customElements.define('latchkey-connect', LatchkeyConnectElement);
}

function readAppearance(text: string | undefined): ConnectProps['appearance'] {
  return text === 'light' || text === 'dark' ? text : 'auto';
}
