/** There are no folders of this machine in a browser. */
export class InnerFolders {
  dispose(): void {}

  tellsOf(_path: string): boolean {
    return false;
  }

  async look(_path: string): Promise<boolean> {
    return false;
  }

  async enter(_path: string): Promise<void> {}

  leave(_path: string): void {}
}
