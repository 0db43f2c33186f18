import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hasTopic, inWorkspace, load, set, until, untilTopics } from './window';

/** Written past the editor, as a terminal does: of what is in a folder that came, its watcher on Linux tells nothing. */
describe('folders that came with a folder', () => {
  const top = () => inWorkspace('notes/새 폴더').fsPath;
  const inner = () => inWorkspace('notes/새 폴더/속/더 속').fsPath;
  /** Where folders come from with all that is in them. */
  const other = () => inWorkspace('다른 폴더').fsPath;
  const isGone = (title: string) => untilTopics((topics) => !hasTopic(title)(topics));

  afterEach(async () => {
    rmSync(top(), { recursive: true, force: true });
    await untilTopics((topics) => !topics.some(({ note }) => note.path.startsWith('새 폴더/')));
  });

  it('are watched', async () => {
    mkdirSync(inner(), { recursive: true });
    writeFileSync(`${inner()}/하나.md`, '# 속의 하나\n');
    await untilTopics(hasTopic('속의 하나'));
    writeFileSync(`${inner()}/하나.md`, '# 속의 하나, 바뀐 것\n');
    await untilTopics(hasTopic('속의 하나, 바뀐 것'));
    writeFileSync(`${inner()}/둘.md`, '# 속의 둘\n');
    await untilTopics(hasTopic('속의 둘'));
    rmSync(`${inner()}/하나.md`);
    await isGone('속의 하나, 바뀐 것');
  });

  it('are watched before there is a note in them, and so is what comes in them', async () => {
    mkdirSync(`${other()}/속/더 속`, { recursive: true });
    writeFileSync(`${other()}/겉.md`, '# 겉의 것\n');
    renameSync(other(), top());
    await untilTopics(hasTopic('겉의 것'));
    mkdirSync(`${inner()}/가/나`, { recursive: true });
    writeFileSync(`${inner()}/가/나/셋.md`, '# 속의 셋\n');
    await untilTopics(hasTopic('속의 셋'));
    writeFileSync(`${inner()}/가/나/셋.md`, '# 속의 셋, 바뀐 것\n');
    await untilTopics(hasTopic('속의 셋, 바뀐 것'));
  });

  it('are watched again when others take their place', async () => {
    mkdirSync(inner(), { recursive: true });
    writeFileSync(`${inner()}/하나.md`, '# 속의 하나\n');
    await untilTopics(hasTopic('속의 하나'));
    mkdirSync(`${other()}/더 속`, { recursive: true });
    writeFileSync(`${other()}/더 속/하나.md`, '# 다른 하나\n');
    rmSync(`${top()}/속`, { recursive: true });
    renameSync(other(), `${top()}/속`);
    await untilTopics(hasTopic('다른 하나'));
    writeFileSync(`${inner()}/하나.md`, '# 다른 하나, 바뀐 것\n');
    await untilTopics(hasTopic('다른 하나, 바뀐 것'));
    rmSync(top(), { recursive: true });
    await isGone('다른 하나, 바뀐 것');
  });
});

describe('a folder with a dot in its name', () => {
  it('may come and go', async () => {
    const [away, there] = [inWorkspace('1.2 장').fsPath, inWorkspace('notes/1.2 장').fsPath];
    mkdirSync(away);
    writeFileSync(`${away}/장.md`, '# 점이 든 장\n');
    renameSync(away, there);
    await untilTopics(hasTopic('점이 든 장'));
    rmSync(there, { recursive: true });
    await untilTopics((topics) => !hasTopic('점이 든 장')(topics));
  });
});

describe('a folder of notes within other folders', () => {
  const outer = () => inWorkspace('바깥').fsPath;
  const notes = () => inWorkspace('바깥/안/노트').fsPath;

  after(async () => {
    rmSync(outer(), { recursive: true, force: true });
    await set('baeum.noteFolders', ['notes']);
    const { study } = await load();
    await until(
      (listener) => study.onDidChange(listener),
      async () => !(await study.library()).packs.some(({ id }) => id === 'folder:노트'),
    );
  });

  it('may come and go with them', async () => {
    await set('baeum.noteFolders', ['notes', '바깥/안/노트']);
    mkdirSync(notes(), { recursive: true });
    writeFileSync(`${notes()}/안.md`, '# 안의 것\n');
    await untilTopics(hasTopic('안의 것'));
    writeFileSync(`${notes()}/안.md`, '# 안의 것, 바뀐 것\n');
    await untilTopics(hasTopic('안의 것, 바뀐 것'));
    const away = inWorkspace('바깥이었던 것').fsPath;
    renameSync(outer(), away);
    await untilTopics((topics) => !hasTopic('안의 것, 바뀐 것')(topics));
    renameSync(away, outer());
    await untilTopics(hasTopic('안의 것, 바뀐 것'));
    rmSync(outer(), { recursive: true });
    await untilTopics((topics) => !hasTopic('안의 것, 바뀐 것')(topics));
  });
});
