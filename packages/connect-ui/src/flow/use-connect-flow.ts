import type { CreateConnectionBody } from '@latchkey/protocol';
import { useMutation, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { failureOf, type Failure } from '../api/failure.ts';
import { explain, type Explanation } from '../connect/explanation.ts';
import type { Host } from '../connect/use-host.ts';
import type { LocaleText } from '../messages/locale.ts';
import { initialFlow, reduceFlow, type FlowState } from './flow.ts';

/** The state of one integration's form, and what moves it on. */
export interface ConnectFlow {
  readonly state: FlowState;
  /** Sends the values. While an attempt runs, another call does nothing. */
  readonly submit: (body: CreateConnectionBody) => void;
  /** Tells of an attempt that failed before anything could be sent. */
  readonly fail: (failure: Failure) => void;
  /** Tells that a field was changed, so that a failure of it no longer stands. */
  readonly edited: (field: string) => void;
  /** Begins anew. What a running attempt comes to is still told to the host, and changes nothing here. */
  readonly restart: () => void;
  /** The failure of the last attempt, in words. */
  readonly explanation: Explanation | undefined;
}

/** One attempt to connect. */
interface Attempt {
  readonly body: CreateConnectionBody;
}

/**
 * Runs the attempts to connect.
 *
 * @param fields Names of the form's fields.
 */
export function useConnectFlow(host: Host, queryClient: QueryClient, locale: LocaleText, fields: readonly string[]): ConnectFlow {
  const [state, dispatch] = useReducer(reduceFlow, initialFlow);
  const running = useRef<Attempt>(undefined);
  const known = useRef<string[]>([]);
  const isRunning = (attempt: Attempt): boolean => running.current === attempt;

  const tell = (failure: Failure): void => {
    const explanation = explain(locale, failure, fields);
    host.emit({ type: 'failed', code: explanation.code, field: explanation.field });
    host.failed(explanation);
  };

  const { mutate, reset } = useMutation(
    {
      mutationFn: (attempt: Attempt) =>
        host.api.connect(attempt.body, known.current, (report) => {
          if (isRunning(attempt)) dispatch({ type: 'progressed', report });
          host.emit({ type: 'progressed', step: report.step, state: report.state });
        }),
      onSuccess: (connection, attempt) => {
        known.current.push(connection.connectionId);
        if (isRunning(attempt)) dispatch({ type: 'connected', connection });
        host.emit({ type: 'connected', integrationId: connection.integrationId, connectionId: connection.connectionId });
        host.connected(connection);
      },
      onError: (thrown, attempt) => {
        const failure = failureOf(thrown);
        if (isRunning(attempt)) dispatch({ type: 'failed', failure });
        tell(failure);
      },
      // Security: the mutation's variables hold the secret. Nothing observes it after this, and its cache time is nought, so it is dropped.
      onSettled: (_connection, _error, attempt) => {
        if (!isRunning(attempt)) return;
        running.current = undefined;
        reset();
      },
    },
    queryClient,
  );

  const submit = useCallback(
    (body: CreateConnectionBody): void => {
      // A state would be a render late for the second of two quick clicks.
      if (running.current) return;
      running.current = { body };
      dispatch({ type: 'submitted' });
      host.emit({ type: 'submitted', integrationId: body.integration_id });
      mutate(running.current);
    },
    [host, mutate],
  );
  const fail = (failure: Failure): void => {
    dispatch({ type: 'submitted' });
    dispatch({ type: 'failed', failure });
    tell(failure);
  };
  const edited = useCallback((field: string): void => dispatch({ type: 'edited', field }), []);
  const restart = useCallback((): void => {
    running.current = undefined;
    reset();
    dispatch({ type: 'restarted' });
  }, [reset]);

  const failure = state.name === 'editing' ? state.failure : undefined;
  const explanation = useMemo(() => failure && explain(locale, failure, fields), [locale, failure, fields]);
  return { state, submit, fail, edited, restart, explanation };
}
