/** Drawings that are kept: the learner's own, and what happens to one in a page it was not made for. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { drawingFile } from '../../src/core/drawing';
import { type Learner, sitDown } from '../support/learner';

const title = '내 그림';
const source = 'flowchart LR\n  A["긴 이름을 가진 대기열"] -->|보내기| B(("소비자"))\n';
const exotic = 'mindmap\n  root((가운데))\n    하나\n    둘\n';

let folder: string;
let learner: Learner;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baeum-drawings-'));
  await writeFile(join(folder, 'mine.md'), `# ${title}\n\n글\n\n\`\`\`mermaid\n${source}\`\`\`\n\n\`\`\`mermaid\n${exotic}\`\`\`\n`);
  learner = await sitDown({ settings: { 'baeum.noteFolders': [folder] } });
});
after(async () => {
  await learner?.leave();
  await rm(folder, { recursive: true, force: true });
});

const storage = () => join(learner.userDataDir, 'User', 'globalStorage', 'baeum.baeum', 'drawings');

/** Scripts a page has loaded that hold mermaid. */
const mermaidScripts = (lesson: Frame) =>
  lesson.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /mermaid[^/]*\.js/.test(name)).length);

async function drawn(count: number): Promise<Frame> {
  const lesson = await learner.openLesson(title);
  await lesson.waitForFunction((wanted) => document.querySelectorAll('figure.diagram svg').length === wanted, count);
  return lesson;
}

async function reopened(count: number): Promise<Frame> {
  await learner.page.keyboard.press('Control+KeyW');
  await learner.page.locator('iframe.webview').first().waitFor({ state: 'detached' });
  return drawn(count);
}

test("the learner's diagrams are drawn once, then kept", async () => {
  assert.ok((await mermaidScripts(await drawn(2))) > 0, 'mermaid drew them');
  const files = async () => (await readdir(storage()).catch(() => [])).sort();
  const wanted = [drawingFile(source), drawingFile(exotic)].sort();
  while ((await files()).join() !== wanted.join()) await learner.page.waitForTimeout(50);
  assert.equal(await mermaidScripts(await reopened(2)), 0);
});

test('what was kept is not trusted', async () => {
  const evil = (id: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" font-size="14"><style>body { display: none }</style><script>document.title = "hit"</script>` +
    `<rect id="${id}" width="90" height="40" fill="url(https://example.com/a)" style="position: fixed"/>` +
    `<foreignObject><img src="x"/></foreignObject><a href="https://example.com"><text x="9" y="9" class="page">글자</text></a></svg>`;
  await writeFile(join(storage(), drawingFile(source)), evil('root'));
  const lesson = await reopened(2);
  const svg = await lesson
    .locator('figure.diagram svg')
    .first()
    .evaluate((picture) => picture.innerHTML);
  assert.equal(svg, '<rect width="90" height="40"></rect><text x="9" y="9">글자</text>');
  assert.deepEqual(learner.consoleProblems, []);
});

for (const [what, file] of [
  ['cut short', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect'],
  ['no XML', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect></svg>'],
  ['with a handler', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect onclick="alert(1)"/></svg>'],
] as const) {
  test(`a drawing that is ${what} is drawn again`, async () => {
    const path = join(storage(), drawingFile(source));
    await writeFile(path, file);
    const lesson = await reopened(2);
    assert.match((await lesson.locator('figure.diagram svg').first().textContent()) ?? '', /소비자/);
    while (!(await readFile(path, 'utf8')).includes('소비자')) await learner.page.waitForTimeout(50);
    assert.deepEqual(learner.consoleProblems, []);
  });
}

test('in another font no label leaves its box', async () => {
  const lesson = await learner.openLesson('SQS');
  await lesson.locator('figure.diagram svg').first().waitFor();
  await lesson.addStyleTag({ content: 'body { font-family: "DejaVu Serif", "Noto Serif CJK KR" !important; letter-spacing: 0.12em }' });
  await learner.openLesson('S3');
  await learner.openLesson('SQS');
  await lesson.locator('figure.diagram svg').first().waitFor();
  const lines = await lesson.evaluate(() =>
    [...document.querySelectorAll<SVGTextContentElement>('figure.diagram svg [data-room]')].map((line) => ({
      text: line.textContent,
      width: line.getComputedTextLength(),
      room: Number(line.dataset.room),
      isPressed: line.hasAttribute('textLength'),
    })),
  );
  assert.ok(lines.length > 5);
  assert.ok(lines.some(({ isPressed }) => isPressed));
  assert.deepEqual(
    lines.filter(({ width, room }) => width > room + 0.5),
    [],
  );
  const spilling = await lesson.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('figure.diagram svg text')].flatMap((text) => {
      const label = text.getBoundingClientRect();
      const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
      const around = [...(text.ownerSVGElement?.querySelectorAll('rect') ?? [])]
        .map((box) => box.getBoundingClientRect())
        .filter((box) => box.width > 0 && box.left < middle.x && box.right > middle.x && box.top < middle.y && box.bottom > middle.y);
      const smallest = around.sort((a, b) => a.width - b.width)[0];
      return smallest && (label.left < smallest.left - 1 || label.right > smallest.right + 1) ? [text.textContent] : [];
    }),
  );
  assert.deepEqual(spilling, []);
});
