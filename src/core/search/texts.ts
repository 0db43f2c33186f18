/** Texts one behind the other. */
export class Texts {
  readonly ends: number[] = [];
  private readonly chunks: string[] = [];
  private used = 0;

  add(text: string): void {
    this.chunks.push(text);
    this.used += text.length;
    this.ends.push(this.used);
  }

  units(): Uint16Array {
    const units = new Uint16Array(this.used);
    let at = 0;
    for (const chunk of this.chunks) {
      for (let index = 0; index < chunk.length; index++) units[at++] = chunk.charCodeAt(index);
    }
    return units;
  }
}
