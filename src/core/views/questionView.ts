import { hints } from '../hints';
import { comparable } from '../korean';
import { type Translate, translateMessage } from '../l10n';
import { createMarkdown } from '../markdown';
import type { QuestionView } from '../protocol/question';
import type { Asked } from '../questions/bank';
import type { Given, Render } from '../questions/kind';
import { kindOf } from '../questions/kinds';
import type { Question } from '../questions/question';

const markdown = createMarkdown();
/** Markdown of questions as HTML. */
export const render: Render = { inline: (text) => markdown.renderInline(text, {}), block: (text) => markdown.render(text, {}) };

/**
 * @param session the options of a question stand in the same order as long as it does
 * @param given with an answer, what of it was right is told
 */
export function questionView({ question, topic }: Asked, session: string, t: Translate, given?: Given): QuestionView {
  return {
    id: question.id,
    kind: question.kind,
    promptHtml: render.block(question.prompt),
    body: kindOf(question).body(question, session + question.id, render, given),
    topicTitle: given || !asksFor({ question, topic }, topic.title) ? topic.title : '',
    origin: question.origin,
    hints: hints(question, topic.category && asksFor({ question, topic }, topic.category) ? undefined : topic.category).map((hint) =>
      translateMessage(t, hint),
    ),
  };
}

/** True if a text would give the answer away: the title of the topic above a question that asks which topic it is. */
export function asksFor({ question }: Asked, text: string): boolean {
  if (question.kind === 'ox' || question.kind === 'order' || question.kind === 'match' || question.kind === 'recall') return false;
  const [told, answer] = [comparable(text), comparable(kindOf(question).rightAnswer(question))];
  return told !== '' && answer !== '' && (answer === told || (answer.length > 1 && told.includes(answer)));
}

/** The prompt as one line of plain text; a made one shows the definition it asks about. */
export function promptLine({ prompt }: Pick<Question, 'prompt'>): string {
  const quoted = /^> (.+)$/m.exec(prompt)?.[1];
  return (quoted ?? prompt.split('\n')[0] ?? '').replace(/[*_`]/g, '').trim();
}
