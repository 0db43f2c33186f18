/**
 * The peer that reads a whole workspace of Markdown: the language service of VS Code, asked for all symbols. It reads notes as the editor's own
 * Markdown extension has them read: with HTML and with bare addresses as links, unless they have no scheme.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const event = () => ({ dispose() {} });

/**
 * @param {string} folder
 * @returns {Promise<{ wall: number, cpu: number }>} milliseconds it takes to know the symbols of every note
 */
export async function symbolsOf(folder) {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.linkify.set({ fuzzyLink: false });
  const documents = new Map();
  /** @param {import('vscode-uri').URI} uri */
  const open = async (uri) => {
    const known = documents.get(uri.fsPath);
    if (known) return known;
    const document = TextDocument.create(uri.toString(), 'markdown', 0, readFileSync(uri.fsPath).toString());
    documents.set(uri.fsPath, document);
    return document;
  };
  const workspace = /** @type {any} */ ({
    workspaceFolders: [URI.file(folder)],
    onDidChangeMarkdownDocument: event,
    onDidCreateMarkdownDocument: event,
    onDidDeleteMarkdownDocument: event,
    getAllMarkdownDocuments: () => Promise.all(walk(folder).map((path) => open(URI.file(path)))),
    hasMarkdownDocument: (/** @type {import('vscode-uri').URI} */ uri) => documents.has(uri.fsPath),
    openMarkdownDocument: open,
    stat: async (/** @type {import('vscode-uri').URI} */ uri) => ({ isDirectory: statSync(uri.fsPath).isDirectory() }),
    readDirectory: async () => [],
  });
  const service = createLanguageService({
    workspace,
    parser: {
      slugifier: /** @type {any} */ ((await import('vscode-markdown-languageservice')).githubSlugifier),
      tokenize: async (document) => markdown.parse(document.getText(), {}),
    },
    logger: { level: 0, log() {} },
  });
  const token = { isCancellationRequested: false, onCancellationRequested: event };
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const symbols = await service.getWorkspaceSymbols('', token);
  const wall = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (symbols.length === 0) throw new Error('The language service has found nothing.');
  return { wall, cpu: (user + system) / 1000 };
}

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}
