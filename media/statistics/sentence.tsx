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

/** Stands around a number on its way through the translation. */
const mark = '\uE000';

/** A sentence whose numbers lead to the cards they count. */
export function Sentence({ say, args, links }: SentenceProps): JSX.Element {
  const marked = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, links[name] ? mark + name + mark : value]));
  return (
    <>
      {say(marked)
        .split(mark)
        .map((part, index) =>
          index % 2 === 0 ? (
            part
          ) : (
            <button key={part} type="button" class="link" aria-label={t('{n}: its cards', { n: args[part] ?? '' })} onClick={links[part]}>
              {args[part]}
            </button>
          ),
        )}
    </>
  );
}
