/**
 * The same work, never two at a time. Who asks while it runs gets one more run after it, shared with all who ask until that begins: what
 * was looked at first is never shown last.
 */
export function oneByOne(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      const run = work();
      running = run.catch(() => undefined);
      return run;
    });
    return next;
  };
}
