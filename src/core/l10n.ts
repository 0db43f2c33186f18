import { english } from './english';
import { withParticle } from './korean';
import type { Bilingual, Message } from './model';

/** A value in two languages is given in the one of the text around it. */
export type Args = Readonly<Record<string, string | number | Bilingual>>;
/**
 * Turns an English text into the learner's language. `{name}` is replaced. In Korean `{name|을/를}` adds the particle that fits the value;
 * in English `{n|day/days}` is the first word where the value is one, else the second.
 */
export type Translate = (text: string, args?: Args) => string;

/**
 * @param bundle translations by English text, in the form of VS Code's `bundle.l10n.*.json`; without it the text stays English
 */
export function createTranslate(bundle?: Readonly<Record<string, string>>): Translate {
  return (text, args) => {
    const translated = bundle?.[text];
    const template = translated ?? english[text] ?? text;
    if (!args) return template;
    return template.replace(/\{(\w+)(?:\|([^}]+))?\}/g, (whole, name: string, forms?: string) => {
      const value = args[name];
      if (value === undefined) return whole;
      const said = typeof value === 'object' ? value[translated === undefined ? 'en' : 'ko'] : String(value);
      if (!forms) return said;
      return translated === undefined ? wordFor(value, forms) : withParticle(said, forms);
    });
  };
}

/** A page may have put marks around the value. */
const oneThing = /(?:^|[^\d.])1[^\d.]*$/;

function wordFor(value: Args[string], forms: string): string {
  const [one = '', many = ''] = forms.split('/');
  return oneThing.test(String(value)) ? one : many;
}

export function translateMessage(t: Translate, message: Message): string {
  return t(message.text, message.args);
}
