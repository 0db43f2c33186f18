import { escapeHtml } from './escapeHtml';

export interface WebviewPage {
  /** Addresses the page may load, already in the form the webview wants. */
  readonly script: string;
  readonly styles: readonly string[];
  /** The webview's own source for the policy (`webview.cspSource`). */
  readonly cspSource: string;
  readonly nonce: string;
  readonly lang: string;
  readonly title: string;
  /** Becomes JSON in the element `#start`. */
  readonly start: object;
  /** What is to be seen before anything is loaded. */
  readonly first?: FirstSight;
}

export interface FirstSight {
  /** HTML that is safe as it stands. */
  readonly html: string;
  /** What it needs of the styles. */
  readonly css: string;
  /** Id of the element to begin at. */
  readonly scrollTo?: string;
}

/**
 * The page a view is drawn into, empty or with what is seen first. Scripts run by nonce alone. Styles allow
 * `'unsafe-inline'`: mermaid and the UI toolkit set style elements and attributes of their own.
 */
export function webviewHtml({ script, styles, cspSource, nonce, lang, title, start, first }: WebviewPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource}`,
  ].join('; ');
  const links = styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
${first ? `<style>${first.css}</style>` : links}
</head>
<body>
<div id="root">${first?.html ?? ''}</div>
<script type="application/json" id="start">${json(start)}</script>
${first ? `<script nonce="${nonce}">${lateLoading(script, styles, first.scrollTo)}</script>` : `<script type="module" nonce="${nonce}" src="${script}"></script>`}
</body>
</html>`;
}

/** The editor hides a page until all it names is loaded: what is named later, it does not wait for. The first paint comes before. */
function lateLoading(script: string, styles: readonly string[], scrollTo: string | undefined): string {
  return `
const { nonce } = document.currentScript;
const add = (name, attributes) => document.head.append(Object.assign(document.createElement(name), attributes));
addEventListener('load', () => {
  document.getElementById(${json(scrollTo ?? '')})?.scrollIntoView();
  requestAnimationFrame(() => setTimeout(() => {
    for (const href of ${json(styles)}) add('link', { rel: 'stylesheet', href });
    add('script', { type: 'module', nonce, src: ${json(script)} });
  }));
});
`;
}

/** In an element of script nothing ends the text but `</script`, and `<!--` changes what does. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
