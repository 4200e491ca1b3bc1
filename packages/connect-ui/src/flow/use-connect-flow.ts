import { useCallback, useMemo, useReducer, useRef, type RefObject } from 'react';
import type { Failure } from '../api/failure.ts';
import { explain, type Explanation } from '../connect/explanation.ts';
import type { Host } from '../connect/use-host.ts';
import type { LocaleText } from '../messages/locale.ts';
import { initialFlow, reduceFlow, type FlowAction, type FlowState } from './flow.ts';

/** One attempt's turn: there is one at a time. */
export interface Turn {
  /** Moves the flow on, for as long as the turn is this attempt's. */
  readonly move: (action: FlowAction) => void;
  /** Ends it. */
  readonly end: () => void;
}

/** The state of one integration's form, and what moves it on. */
export interface ConnectFlow {
  readonly state: FlowState;
  /** Begins an attempt; `undefined` while another one runs. */
  readonly begin: () => Turn | undefined;
  /** Ids of the connections that were made. */
  readonly known: RefObject<string[]>;
  /** Tells the host why an attempt has failed. */
  readonly tell: (failure: Failure) => void;
  /** Tells of an attempt that failed before anything could be sent. */
  readonly fail: (failure: Failure) => void;
  /** Tells that a field was changed, so that a failure of it no longer stands. */
  readonly edited: (field: string) => void;
  /** Begins anew. What a running attempt comes to is still told to the host, and changes nothing here. */
  readonly restart: () => void;
  /** The failure of the last attempt, in words. */
  readonly explanation: Explanation | undefined;
}

/**
 * Keeps the state of the attempts to connect.
 *
 * @param fields Names of the form's fields.
 * @param provider The id of the form's provider, whose words failures are told in.
 */
export function useConnectFlow(
  { emit, failed }: Host,
  locale: LocaleText,
  fields: readonly string[],
  provider: string | undefined,
): ConnectFlow {
  const [state, dispatch] = useReducer(reduceFlow, initialFlow);
  // A state would be a render late for the second of two quick clicks.
  const running = useRef<symbol>(undefined);
  const known = useRef<string[]>([]);

  const begin = (): Turn | undefined => {
    if (running.current) return undefined;
    const mine = Symbol('attempt');
    running.current = mine;
    dispatch({ type: 'submitted' });
    const ifRunning = (act: () => void): void => {
      if (running.current === mine) act();
    };
    return {
      move: (action) => ifRunning(() => dispatch(action)),
      end: () =>
        ifRunning(() => {
          running.current = undefined;
        }),
    };
  };
  const tell = (failure: Failure): void => {
    const explanation = explain(locale, failure, fields, provider);
    emit({ type: 'failed', code: explanation.code, field: explanation.field });
    failed(explanation);
  };
  const fail = (failure: Failure): void => {
    dispatch({ type: 'submitted' });
    dispatch({ type: 'failed', failure });
    tell(failure);
  };
  const edited = useCallback((field: string): void => dispatch({ type: 'edited', field }), []);
  const restart = useCallback((): void => {
    running.current = undefined;
    dispatch({ type: 'restarted' });
  }, []);

  const failure = state.name === 'editing' ? state.failure : undefined;
  const explanation = useMemo(() => failure && explain(locale, failure, fields, provider), [locale, failure, fields, provider]);
  return { state, begin, known, tell, fail, edited, restart, explanation };
}
