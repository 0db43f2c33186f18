import { withParticle } from './korean';
import type { Message } from './model';

export type Args = Readonly<Record<string, string | number>>;
/** Turns an English text into the learner's language. `{name}` is replaced; `{name|을/를}` adds the particle that fits the value. */
export type Translate = (text: string, args?: Args) => string;

/**
 * @param bundle translations by English text, in the form of VS Code's `bundle.l10n.*.json`; without it the text stays English
 */
export function createTranslate(bundle?: Readonly<Record<string, string>>): Translate {
  return (text, args) => {
    const template = bundle?.[text] ?? text;
    if (!args) return template;
    return template.replace(/\{(\w+)(?:\|([^}]+))?\}/g, (whole, name: string, particle?: string) => {
      const value = args[name];
      if (value === undefined) return whole;
      return particle ? withParticle(String(value), particle) : String(value);
    });
  };
}

export function translateMessage(t: Translate, message: Message): string {
  return t(message.text, message.args);
}
