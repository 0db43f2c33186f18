import type { JSX } from 'preact';
import { t } from '../page';

export type Values = Readonly<Record<string, string | number>>;

interface SentenceProps {
  /** The sentence in the learner's language. */
  readonly say: (args: Values) => string;
  readonly args: Values;
  /** What the numbers of these names lead to. */
  readonly links: Readonly<Record<string, () => void>>;
}

/** Stands around a number and its name on their way through the translation, which looks at the number for the words beside it. */
const mark = '\uE000';
const nameEnd = '\uE001';

/** A sentence whose numbers lead to the cards they count. */
export function Sentence({ say, args, links }: SentenceProps): JSX.Element {
  const marked = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, links[name] ? mark + name + nameEnd + value + mark : value]));
  return (
    <>
      {say(marked)
        .split(mark)
        .map((part, index) => {
          const [name = '', value] = part.split(nameEnd);
          return index % 2 === 0 ? (
            part
          ) : (
            <button key={name} type="button" class="link" aria-label={t('{n}: its cards', { n: value ?? '' })} onClick={links[name]}>
              {value}
            </button>
          );
        })}
    </>
  );
}
