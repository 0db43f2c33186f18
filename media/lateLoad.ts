/**
 * The UI toolkit takes the colours of the theme when the page has loaded. A script that is asked for later, as a lesson's, does not see
 * that any more: there the toolkit is told at once. To be imported before it.
 */
if (document.readyState === 'complete') {
  const add = window.addEventListener.bind(window);
  window.addEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions) => {
    if (type === 'load' && typeof listener === 'function') setTimeout(() => listener(new Event('load')));
    else add(type, listener, options);
  };
}
