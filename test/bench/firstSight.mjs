/** When something is first painted inside a webview, and when the key was pressed that asked for it: both by the clock of the editor's window. */

/**
 * @typedef {object} Sight something to wait for inside a webview
 * @property {string} name
 * @property {string} selector it is there when this is visible
 * @property {string} [titled] and, when given, the page's heading says this
 */

/**
 * @param {import('playwright-core').BrowserContext} context before any page is loaded
 * @param {readonly Sight[]} sights
 */
export async function watchSights(context, sights) {
  /** @type {Map<string, number>} names of sights and codes of keys; milliseconds of the browser's clock */
  const times = new Map();
  let isTold = () => {};
  await context.exposeBinding('benchTold', (_source, /** @type {string} */ name, /** @type {number} */ time) => {
    // a key pressed in a webview is told there first and then by the window
    if (!times.has(name)) times.set(name, time);
    isTold();
  });
  await context.addInitScript(watchWindow, sights);
  const until = async (/** @type {string} */ name) => {
    const end = performance.now() + 30_000;
    for (;;) {
      const time = times.get(name);
      if (time !== undefined) return time;
      if (performance.now() > end) throw new Error(`Nothing shows ${name}.`);
      await new Promise((resolve) => {
        isTold = () => resolve(undefined);
        setTimeout(resolve, 1000);
      });
    }
  };
  return {
    /** Whatever was seen is to be seen anew. */
    forget: () => times.clear(),
    /** @param {string} key @param {string} name @returns milliseconds from the key's press to the paint */
    between: async (key, name) => (await until(name)) - (await until(key)),
  };
}

/**
 * Runs in every window and is awake in the editor's own: one look a frame at what its webviews show, whosever they are.
 * @param {readonly Sight[]} sights
 */
function watchWindow(sights) {
  if (window !== top) return;
  const { benchTold } = /** @type {any} */ (window);
  const pressed = (/** @type {KeyboardEvent} */ event) =>
    benchTold(event.code, performance.timeOrigin + performance.now() - (event.view?.performance.now() ?? 0) + event.timeStamp);
  const isThere = (/** @type {Document} */ page, /** @type {Sight} */ { selector, titled }) => {
    if (titled !== undefined && page.querySelector('h1')?.textContent !== titled) return false;
    const found = page.querySelector(selector);
    if (!found?.checkVisibility({ visibilityProperty: true })) return false;
    const box = found.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  /** @type {Set<string>} */
  const seen = new Set();
  const look = () => {
    window.addEventListener('keydown', pressed, true);
    const inside = [...document.querySelectorAll('iframe.webview')].flatMap((frame) => {
      // the frame within is hidden, under another id, until the editor thinks it has loaded
      const shown = /** @type {HTMLIFrameElement} */ (frame).contentDocument?.querySelector('#active-frame');
      return /** @type {HTMLIFrameElement | null | undefined} */ (shown)?.contentDocument ?? [];
    });
    for (const page of inside) page.defaultView?.addEventListener('keydown', pressed, true);
    for (const sight of sights) {
      const { name } = sight;
      if (!inside.some((page) => isThere(page, sight))) seen.delete(name);
      else if (!seen.has(name)) {
        seen.add(name);
        // the frame's paint comes before its next task
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => benchTold(name, performance.timeOrigin + performance.now());
        port2.postMessage(undefined);
      }
    }
    requestAnimationFrame(look);
  };
  look();
}
