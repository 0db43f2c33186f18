/** There are no folders of this machine in a browser. */
export class InnerFolders {
  dispose(): void {}

  tellsOf(_path: string): boolean {
    return false;
  }

  async look(_path: string): Promise<boolean> {
    return false;
  }

  async enterWhatCame(_path: string, _outer: readonly string[], _isExcluded: (path: string) => boolean): Promise<void> {}

  leave(_path: string): void {}
}
