import { t } from '../page';

/** What a kind of question is called. */
export function kindName(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    single: t('Choose one'),
    multiple: t('Choose several'),
    ox: t('O or X'),
    short: t('Short answer'),
    recall: t('Recall'),
    cloze: t('Fill the blanks'),
    order: t('Put in order'),
    match: t('Match'),
    diagram: t('Diagram'),
  };
  return names[kind] ?? kind;
}
