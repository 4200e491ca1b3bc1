import { useCallback, useEffect, useRef, useState } from 'react';
import { findRefusal, openLink } from './open-link.ts';
import type { Arrival } from './ticket.ts';
import type { NoticeName } from './words.ts';

/** What the form is shown with, or why there is none. */
export type Opening = { readonly token: string; readonly integration: string | undefined } | { readonly notice: NoticeName };

/** What came of opening the link. */
export interface OpeningControl {
  /** `undefined` while it is being opened. */
  readonly opening: Opening | undefined;
  readonly retry: () => void;
  /** Gives the form a token: the one of this opening, and later new ones, as long as the link gives any. */
  readonly getToken: () => Promise<string>;
  /** To be told what the form failed with: a link that is used or withdrawn meanwhile takes the form's place. */
  readonly refuse: (code: string) => void;
}

/** Opens what somebody came with, which stays the same. */
export function useOpening(apiUrl: string, arrival: Arrival): OpeningControl {
  const [opening, setOpening] = useState<Opening>();
  const given = useRef<string>(undefined);

  const open = useCallback(async (): Promise<Opening> => {
    if (arrival === 'returned' || arrival === 'incomplete') return { notice: arrival };
    if (arrival.kind === 'session') return { token: arrival.token, integration: arrival.integration };
    const answer = await openLink(apiUrl, arrival.token);
    return typeof answer === 'string' ? { notice: answer } : { token: answer.session_token, integration: answer.integration_id };
  }, [apiUrl, arrival]);

  const retry = useCallback(() => {
    setOpening(undefined);
    void open().then(setOpening);
  }, [open]);

  useEffect(() => {
    let isGone = false;
    const begin = async (): Promise<void> => {
      const next = await open();
      if (!isGone) setOpening(next);
    };
    void begin();
    return () => {
      isGone = true;
    };
  }, [open]);

  const isOffline = opening !== undefined && 'notice' in opening && opening.notice === 'offline';
  useEffect(() => {
    if (!isOffline) return undefined;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [isOffline, retry]);

  const getToken = useCallback(async (): Promise<string> => {
    if (opening && 'token' in opening && given.current !== opening.token) {
      given.current = opening.token;
      return opening.token;
    }
    const next = await open();
    if ('token' in next) return next.token;
    setOpening(next);
    throw new Error('The link gives no session any more.');
  }, [opening, open]);

  const refuse = useCallback((code: string) => {
    const notice = code.startsWith('link_') ? findRefusal(code) : undefined;
    if (notice !== undefined) setOpening({ notice });
  }, []);

  return { opening, retry, getToken, refuse };
}
