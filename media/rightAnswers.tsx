import type { ComponentChildren, JSX } from 'preact';
import { t } from './page';

export interface PartRow {
  readonly key: string;
  readonly name: ComponentChildren;
  /** `3 / 5`, in the way of the page. */
  readonly said: string;
  /** Shows the same to the eye. */
  readonly bar: ComponentChildren;
}

/** How much was right of each part of a session. */
export function RightAnswers({ head, rows }: { readonly head: string; readonly rows: readonly PartRow[] }): JSX.Element {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('Right answers')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, said, bar }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              {said}
              {bar}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
