import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { decodeNote } from '../../../src/core/noteText';
import { textOf } from '../../../src/loading/fileText';
import { findNotes, readBytes, readNotes } from '../../../src/loading/folder';

const folder = mkdtempSync(join(tmpdir(), 'baeum-folder-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}

test('files of any size are read whole, one after the other', () => {
  // around the first size of the buffer, and well beyond it
  for (const size of [0, 1, 2 ** 18 - 1, 2 ** 18, 2 ** 18 + 1, 1_500_000, 3]) {
    const bytes = Buffer.alloc(size, '가나다 abc ');
    const path = join(folder, written(`${size}.md`, bytes));
    // whatever the size was when the folder was looked through
    for (const known of [undefined, size, size - 1, size + 1]) assert.ok(readBytes(path, known)?.equals(bytes), `${size} bytes, known as ${known}`);
  }
  assert.equal(readBytes(join(folder, 'none.md')), undefined);
  assert.equal(readBytes(folder), undefined);
});

test('what has the name of a note and is no file is none, and keeps nobody waiting', { skip: process.platform === 'win32' }, () => {
  const odd = join(folder, 'odd');
  mkdirSync(join(odd, '폴더.md'), { recursive: true });
  execFileSync('mkfifo', [join(odd, '관.md')]);
  symlinkSync('관.md', join(odd, '관으로.md'));
  symlinkSync('돌고.md', join(odd, '돌고.md'));
  symlinkSync('폴더.md', join(odd, '폴더로.md'));
  symlinkSync('/dev/zero', join(odd, '끝없는.md'));
  writeFileSync(join(odd, '노트.md'), '# 노트');
  assert.deepEqual(
    [...(readNotes(odd)?.notes ?? [])].map(({ path, bytes }) => [path, bytes?.toString()]),
    [['노트.md', '# 노트']],
  );
  assert.deepEqual(
    findNotes(odd)?.map(({ path, size }) => [path, size]),
    [['노트.md', 8]],
  );
});

test('bytes say the same however they are read: as UTF-8, and as what is none', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
    fc.constantFrom('가나다', '\ufeff# 제목', '한글\0', '😀').map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    // 한글 in EUC-KR
    fc.constant(Buffer.from([0xc7, 0xd1, 0xb1, 0xdb])),
  );
  fc.assert(
    fc.property(texts, (bytes) => {
      const { text, problem } = textOf(folder, written('한.md', bytes)) ?? {};
      const wanted = decodeNote(bytes, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      assert.deepEqual({ text, problem }, { text: wanted.text, problem: wanted.problem });
    }),
    { numRuns: 300 },
  );
});

test('a text holds no NUL: bytes with one are none, UTF-16 has it replaced as Markdown does', () => {
  assert.equal(decodeNote(Buffer.from('가\0나')).problem?.code, 'note.binary');
  assert.equal(decodeNote(Buffer.from('\ufeff가\0나', 'utf16le')).text, '가\ufffd나');
  assert.equal(decodeNote(Buffer.from('\ufeff가\0나', 'utf16le').swap16()).text, '가\ufffd나');
});
