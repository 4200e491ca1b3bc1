/** How long it takes until a stream that was refused is opened again, in milliseconds. */
const RETRY_MS = 3000;

interface EventStreamHandlers {
  readonly onOpen: () => void;
  readonly onBroken: () => void;
  /** Told when something else was answered than a stream, besides that it is broken. */
  readonly onRefused: () => void;
  /** Told the data of each event, by its name. */
  readonly events: Readonly<Record<string, (data: string) => void>>;
}

/**
 * Reads server-sent events until it is closed. A browser opens a stream that broke off again by itself, but none for which something else was
 * answered, such as by a proxy in front of a server that is just being started: that one is opened again here.
 *
 * @returns What closes it.
 */
export function openEventStream(url: string, { onOpen, onBroken, onRefused, events }: EventStreamHandlers): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(url);
    source.addEventListener('open', onOpen);
    source.addEventListener('error', () => {
      onBroken();
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = setTimeout(open, RETRY_MS);
    });
    for (const [name, tell] of Object.entries(events)) source.addEventListener(name, ({ data }: MessageEvent<string>) => tell(data));
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
