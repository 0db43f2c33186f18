/** The way to the extension; the only caller of `acquireVsCodeApi`. In a plain browser it answers to the window instead. */
import type { PageSettings, PageStart, Show } from '../src/core/protocol';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const inBrowser: VsCodeApi = {
  postMessage: (message) => window.dispatchEvent(new CustomEvent('intent', { detail: message })),
  getState: () => undefined,
  setState: () => undefined,
};

const api: VsCodeApi = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : inBrowser;

/** What stood in the page when it was loaded. */
export const start: PageStart<unknown> = JSON.parse(document.getElementById('start')?.textContent || '{}');

/** What the extension shows in this page, now if it came with it, and whenever it does. */
export function onShow<V>(listener: (view: V, page: PageSettings) => void): void {
  if (start.show) listener(start.show.view as V, start.show.page);
  onMessage<Show<V>>('show', ({ view, page }) => listener(view, page));
}

export function onMessage<M extends { readonly type: string }>(type: M['type'], listener: (message: M) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<M>) => {
    if (data?.type === type) listener(data);
  });
}

/** A piece of the view that came by itself. Returns what ends the listening. */
export function onPiece<P extends { readonly type: string }>(type: P['type'], listener: (piece: P) => void): () => void {
  const listen = ({ data }: MessageEvent<P>) => {
    if (data?.type === type) listener(data);
  };
  window.addEventListener('message', listen);
  return () => window.removeEventListener('message', listen);
}

/** Says what the learner did. */
export function post<I extends { readonly type: string }>(intent: I): void {
  api.postMessage(intent);
}

/** What the page keeps over a restart of the window. */
export function keep(state: object): void {
  api.setState(state);
}

export function kept<S>(): Partial<S> {
  return (api.getState() as Partial<S> | undefined) ?? {};
}

const report = (message: string) => post({ type: 'failed', message });
window.addEventListener('error', (event) => report(event.error instanceof Error ? (event.error.stack ?? event.error.message) : event.message));
window.addEventListener('unhandledrejection', (event) =>
  report(event.reason instanceof Error ? (event.reason.stack ?? event.reason.message) : JSON.stringify(event.reason)),
);
