import { useCallback, useMemo, useReducer, useRef } from 'react';
import type { Failure } from '../api/failure.ts';
import { unreachable } from '../api/unreachable.ts';
import { explain, type Explanation } from '../connect/explanation.ts';
import type { Host } from '../connect/use-host.ts';
import type { LocaleText } from '../messages/locale.ts';
import { initialFlow, reduceFlow, type FlowAction, type FlowState } from './flow.ts';

/** Moves the flow on for as long as the turn is this attempt's: there is one at a time. Its failure or its connection ends it. */
export type Turn = (action: FlowAction) => void;

/** The state of one integration's form, and what moves it on. */
export interface ConnectFlow {
  readonly state: FlowState;
  /** Begins an attempt; `undefined` while another one runs. */
  readonly begin: () => Turn | undefined;
  /** Tells the host why an attempt has failed. */
  readonly tell: (failure: Failure) => void;
  /** Tells of an attempt for which what sends it could not be loaded. */
  readonly fail: () => void;
  /** Tells that a field was changed, so that a failure of it no longer stands. */
  readonly edited: (field: string) => void;
  /** Begins anew. What a running attempt comes to is still told to the host, and changes nothing here. */
  readonly restart: () => void;
  /** The failure of the last attempt, while it stands. */
  readonly failure: Failure | undefined;
  /** The same in words. */
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
  const running = useRef<Turn>(undefined);

  const begin = (): Turn | undefined => {
    if (running.current) return undefined;
    const move = (action: FlowAction): void => {
      if (running.current !== move) return;
      if (action.type === 'failed' || action.type === 'connected') running.current = undefined;
      dispatch(action);
    };
    running.current = move;
    dispatch({ type: 'submitted' });
    return move;
  };
  const tell = (failure: Failure): void => {
    const explanation = explain(locale, failure, fields, provider);
    emit({ type: 'failed', code: explanation.code, field: explanation.field });
    failed(explanation);
  };
  const fail = (): void => {
    dispatch({ type: 'failed', failure: unreachable });
    tell(unreachable);
  };
  const edited = useCallback((field: string): void => dispatch({ type: 'edited', field }), []);
  const restart = useCallback((): void => {
    running.current = undefined;
    dispatch({ type: 'restarted' });
  }, []);

  const failure = state.name === 'editing' ? state.failure : undefined;
  const explanation = useMemo(() => failure && explain(locale, failure, fields, provider), [locale, failure, fields, provider]);
  return { state, begin, tell, fail, edited, restart, failure, explanation };
}
