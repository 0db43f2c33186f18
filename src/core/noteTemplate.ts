/** A new note, ready to be filled in, in the form `content/README.md` explains. */
export interface NewNote {
  readonly title: string;
  readonly locale: 'en' | 'ko';
  /** When the note is begun, such as `2026-10`. */
  readonly asOf: string;
}

interface Texts {
  readonly summary: string;
  readonly overview: string;
  readonly overviewText: string;
  readonly nodes: readonly [string, string];
  readonly concepts: string;
  readonly term: string;
  readonly definition: string;
  readonly otherTerm: string;
  readonly otherDefinition: string;
  readonly questions: string;
  readonly prompt: string;
  readonly explanation: string;
}

const texts: { readonly [locale in NewNote['locale']]: Texts } = {
  ko: {
    summary: '무엇을 하는 것인지 한 문장으로 적습니다.',
    overview: '한눈에',
    overviewText: '무엇이고 왜 쓰는지 세 문장으로 적습니다.',
    nodes: ['시작', '끝'],
    concepts: '핵심 개념',
    term: '용어(term)',
    definition: '굵은 말 뒤에 쌍점을 찍고 뜻을 적으면 용어가 되고, 문제도 만들어집니다.',
    otherTerm: '다른 용어',
    otherDefinition: '괄호 안에 적은 말은 다른 이름이 됩니다.',
    questions: '문제',
    prompt: '굵은 말 뒤에 쌍점을 찍고 뜻을 적으면 용어가 됩니다.',
    explanation: '왜 맞거나 틀리는지 적습니다.',
  },
  en: {
    summary: 'Say in one sentence what it does.',
    overview: 'At a Glance',
    overviewText: 'Say in three sentences what it is and why it is used.',
    nodes: ['Start', 'End'],
    concepts: 'Concepts',
    term: 'Term (name)',
    definition: 'A bold word, a colon and its meaning make a term, and questions are made from it.',
    otherTerm: 'Other term',
    otherDefinition: 'What stands in brackets is another name.',
    questions: 'Questions',
    prompt: 'A bold word, a colon and its meaning make a term.',
    explanation: 'Say why it is right or wrong.',
  },
};

/** The text of a new note. Its title is one line; everything else is there to be overwritten. */
export function noteTemplate({ title, locale, asOf }: NewNote): string {
  const said = texts[locale];
  const name = oneLine(title);
  return `---
title: ${JSON.stringify(name)}
aliases: []
summary: ${said.summary}
asOf: ${asOf}
sources: []
---

# ${name}

## ${said.overview}

${said.overviewText}

\`\`\`mermaid
flowchart LR
  a["${said.nodes[0]}"] --> b["${said.nodes[1]}"]
\`\`\`

## ${said.concepts}

- **${said.term}**: ${said.definition}
- **${said.otherTerm}**: ${said.otherDefinition}

## ${said.questions}

\`\`\`quiz
- kind: ox
  prompt: ${said.prompt}
  answer: O
  explanation: ${said.explanation}
  section: ${said.concepts}
\`\`\`
`;
}

const longestName = 60;
/** What a file may not be called on Windows, whatever its ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The name of a file for a title, good on every system; a name that begins with a dot would be hidden from the library. */
export function noteFileName(title: string): string {
  const name = oneLine(title)
    .replace(/[\\/:*?"<>|#%]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '');
  const short = [...name]
    .slice(0, longestName)
    .join('')
    .replace(/[\s.]+$/, '');
  if (short === '') return 'note.md';
  return `${short}${reserved.test(short.split('.')[0] ?? '') ? ' note' : ''}.md`;
}

/** One line without control characters and half letters (lone surrogates are of category C), which neither YAML nor a file system takes. */
function oneLine(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
