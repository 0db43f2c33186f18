import type { PackLoader } from '../loading/packLoader';

/** There are no folders of this machine in a browser: notes come through the editor, one by one. */
export function packLoader(): PackLoader | undefined {
  return undefined;
}
