import type { CreateConnectionBody } from '@latchkey/protocol';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import type { Connection } from '../api/connection.ts';
import type { Failure } from '../api/failure.ts';
import { failureOf } from '../api/failure-of.ts';
import { explain, type Explanation } from '../connect/explanation.ts';
import type { Host } from '../connect/use-host.ts';
import type { LocaleText } from '../messages/locale.ts';
import { initialFlow, reduceFlow, type FlowAction, type FlowState } from './flow.ts';

/** Moves the flow on, for as long as the attempt is the one that runs. */
export type Move = (action: FlowAction) => void;

/** The state of one integration's form, and what moves it on. */
export interface ConnectFlow {
  readonly state: FlowState;
  /** Sends the values. While an attempt runs, another call does nothing. */
  readonly submit: (body: CreateConnectionBody) => void;
  /** Runs an attempt of another kind to its end, which may never come. */
  readonly run: (make: (move: Move) => Promise<Connection>) => void;
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
 * Runs the attempts to connect.
 *
 * @param fields Names of the form's fields.
 * @param provider The id of the form's provider, whose words failures are told in.
 */
export function useConnectFlow(
  { api, emit, connected, failed }: Host,
  locale: LocaleText,
  fields: readonly string[],
  provider: string | undefined,
): ConnectFlow {
  const [state, dispatch] = useReducer(reduceFlow, initialFlow);
  const running = useRef<symbol>(undefined);
  const known = useRef<string[]>([]);

  const tell = (failure: Failure): void => {
    const explanation = explain(locale, failure, fields, provider);
    emit({ type: 'failed', code: explanation.code, field: explanation.field });
    failed(explanation);
  };

  async function attempt(make: (move: Move) => Promise<Connection>): Promise<void> {
    const mine = Symbol('attempt');
    running.current = mine;
    const isRunning = (): boolean => running.current === mine;
    const move: Move = (action) => {
      if (isRunning()) dispatch(action);
    };
    const end = (): void => {
      if (isRunning()) running.current = undefined;
    };
    let connection: Connection;
    try {
      connection = await make(move);
    } catch (thrown) {
      const failure = failureOf(thrown);
      move({ type: 'failed', failure });
      end();
      tell(failure);
      return;
    }
    known.current.push(connection.connectionId);
    move({ type: 'connected', connection });
    end();
    emit({ type: 'connected', integrationId: connection.integrationId, connectionId: connection.connectionId });
    connected(connection);
  }

  const run = (make: (move: Move) => Promise<Connection>): void => {
    // A state would be a render late for the second of two quick clicks.
    if (running.current) return;
    dispatch({ type: 'submitted' });
    void attempt(make);
  };
  // Security: the body holds the secret. It goes through no cache, and nothing keeps it once it is answered.
  const submit = (body: CreateConnectionBody): void =>
    run(async (move) => {
      emit({ type: 'submitted', integrationId: body.integration_id });
      const { connect } = await api.load();
      return connect(body, known.current, (report) => {
        move({ type: 'progressed', report });
        emit({ type: 'progressed', step: report.step, state: report.state });
      });
    });
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
  return { state, submit, run, fail, edited, restart, explanation };
}
