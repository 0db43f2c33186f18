import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pictureNamed } from '../../src/core/pictureNames';

describe('a picture is found', () => {
  const paths = ['깊이/첨부/그림.png', '첨부/그림.png', `첨부/${'나무'.normalize('NFD')}.JPG`, '첨부/다른 그림.png', 'a/b/구조.svg', 'b/구조.svg'];
  const cases: readonly (readonly [why: string, written: string, found: string | undefined])[] = [
    ['by its name, nearest to the root', '그림.png', '첨부/그림.png'],
    ['by the folders that are written', '깊이/첨부/그림.png', '깊이/첨부/그림.png'],
    ['as a path of the pack, or from the note', '/첨부/그림.png', '첨부/그림.png'],
    ['also out of the folder of the note', '../../첨부/그림.png', '첨부/그림.png'],
    ['in any case, in NFC or NFD', '나무.jpg', `첨부/${'나무'.normalize('NFD')}.JPG`],
    ['by the whole of its name', '림.png', undefined],
    ['by its name where the folders are others now', '옛 폴더/다른 그림.png', '첨부/다른 그림.png'],
    ['and the first of those as near', '구조.svg', 'b/구조.svg'],
    ['or not', '없는 그림.png', undefined],
  ];
  for (const [why, written, found] of cases) test(why, () => assert.equal(pictureNamed(paths, written), found));
});
