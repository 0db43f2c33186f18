import { dateOfDay } from '../exam/examDate';
import type { Translate } from '../l10n';
import { listed } from '../listed';
import type { NameTable } from '../names';
import { localTime } from '../progress';
import type { Asked } from '../questions/bank';
import { kindOf } from '../questions/kinds';
import { studyDay } from '../schedule';
import { whyWrong } from '../views/notebookView';
import type { NotebookEntry } from './notebook';
import type { FileEntry } from './notebookFile';

/** An entry of the notebook as Markdown. */
export function entryText(entry: NotebookEntry, { question, topic }: Asked, names: NameTable, t: Translate): FileEntry {
  const last = entry.wrong.at(-1);
  const mine = listed((last?.answer ?? []).filter((part) => part !== ''));
  const day = last ? dateOfDay(studyDay(localTime(last))) : '';
  const why = whyWrong(question, last?.answer ?? [], names, t);
  const lines = [
    `## ${topic.title} · ${t('{n} times wrong', { n: entry.wrong.length })} · ${day}`,
    '',
    question.prompt,
    '',
    `- ${t('My answer')}: ${mine === '' ? t("I don't know") : `~~${mine.replaceAll('~', '\\~')}~~`}`,
    `- ${t('Right answer')}: **${kindOf(question).rightAnswer(question)}**`,
    ...(why === '' ? [] : ['', ...why.split('\n').map((line) => `> ${line}`.trimEnd())]),
  ];
  return { id: entry.card, text: lines.join('\n') };
}
