export interface WebviewPage {
  /** Addresses the page may load, already in the form the webview wants. */
  readonly script: string;
  readonly styles: readonly string[];
  /** The webview's own source for the policy (`webview.cspSource`). */
  readonly cspSource: string;
  readonly nonce: string;
  readonly lang: string;
  readonly title: string;
}

/**
 * The empty page a view is drawn into. Scripts run by nonce alone. Styles allow `'unsafe-inline'`: mermaid and the UI
 * toolkit set style elements and attributes of their own.
 */
export function webviewHtml({ script, styles, cspSource, nonce, lang, title }: WebviewPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
</head>
<body>
<div id="root"></div>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
