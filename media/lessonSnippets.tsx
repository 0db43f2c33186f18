/** Starter code in a lesson: one idea a row, opened it shows the code for each tool as tabs. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LessonConcept, LessonIntent, LessonVariant, LessonView, ShowCode } from '../src/core/protocol/lesson';
import { onPiece } from './host';
import { Html } from './html';
import { t } from './page';

type Send = (intent: LessonIntent) => void;

export function Snippets({ view, send }: { readonly view: LessonView; readonly send: Send }): JSX.Element {
  const [targets, setTargets] = useState(view.targets);
  const codes = useCodes();
  const choose = (target: string) => {
    setTargets([target, ...targets.filter((other) => other !== target)]);
    send({ type: 'chooseTarget', target });
  };
  return (
    <section class="snippets">
      <h2>{t('Snippets')}</h2>
      {view.snippets.map((concept, index) => (
        <Concept key={`${view.topic} ${concept.concept}`} {...{ concept, targets, codes, choose, send, view }} isFirst={index === 0} />
      ))}
    </section>
  );
}

/** HTML of the code by snippet, as it arrives. */
function useCodes(): ReadonlyMap<string, string> {
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => onPiece<ShowCode>('code', ({ snippet, html }) => setCodes((before) => new Map(before).set(snippet, html))), []);
  return codes;
}

interface ConceptProps {
  readonly view: LessonView;
  readonly concept: LessonConcept;
  /** Chosen before, the last one first. */
  readonly targets: readonly string[];
  readonly codes: ReadonlyMap<string, string>;
  readonly isFirst: boolean;
  readonly choose: (target: string) => void;
  readonly send: Send;
}

function Concept({ view, concept, targets, codes, isFirst, choose, send }: ConceptProps): JSX.Element {
  const [isOpen, setOpen] = useState(isFirst);
  const { variants } = concept;
  const liked = targets.map((target) => variants.find((variant) => variant.target === target)).find((variant) => variant !== undefined);
  const shown = liked ?? variants[0];
  return (
    <details class="concept" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="codicon codicon-chevron-right" aria-hidden="true" />
        <span class="title">{concept.title}</span>
        <small>{variants.map(({ name }) => name).join(' · ')}</small>
      </summary>
      {isOpen && shown ? (
        <>
          <p class="about">{concept.description}</p>
          <Tabs concept={concept} shown={shown} choose={choose} />
          <Panel key={shown.id} {...{ view, concept, shown, send }} html={codes.get(shown.id)} />
        </>
      ) : null}
    </details>
  );
}

const tabId = (concept: LessonConcept, { target }: LessonVariant) => `tab-${concept.concept}-${target}`;
const panelId = (concept: LessonConcept) => `panel-${concept.concept}`;

/** One stop of the Tab key; arrows go from one tab to the next and choose it. */
function Tabs({
  concept,
  shown,
  choose,
}: {
  readonly concept: LessonConcept;
  readonly shown: LessonVariant;
  readonly choose: (target: string) => void;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const { variants } = concept;
  const move = (event: KeyboardEvent) => {
    const at = variants.indexOf(shown);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.code];
    const variant = next === undefined ? undefined : variants.at(next % variants.length);
    if (!variant) return;
    event.preventDefault();
    choose(variant.target);
    list.current?.querySelector<HTMLElement>(`[data-target="${variant.target}"]`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={concept.title} onKeyDown={move}>
      {variants.map((variant) => (
        <button
          key={variant.id}
          type="button"
          role="tab"
          id={tabId(concept, variant)}
          data-target={variant.target}
          aria-selected={variant === shown}
          aria-controls={panelId(concept)}
          tabIndex={variant === shown ? 0 : -1}
          onClick={() => choose(variant.target)}
        >
          {variant.name}
        </button>
      ))}
    </div>
  );
}

interface PanelProps {
  readonly view: LessonView;
  readonly concept: LessonConcept;
  readonly shown: LessonVariant;
  readonly html: string | undefined;
  readonly send: Send;
}

/** Asks for its code when it is shown, and again with every new view: settings change the code. */
function Panel({ view, concept, shown, html, send }: PanelProps): JSX.Element {
  useEffect(() => send({ type: 'wantCode', snippet: shown.id }), [view, shown.id]);
  const use = (kind: 'insert' | 'newFile' | 'copy') => () => send({ type: 'useSnippet', snippet: shown.id, use: kind });
  return (
    <figure class="code" role="tabpanel" id={panelId(concept)} aria-labelledby={tabId(concept, shown)}>
      <div class="code-bar">
        <span class="language">
          <code>{shown.prefix}</code>
        </span>
        <IconButton icon="copy" label={t('Copy')} onClick={use('copy')} />
        <IconButton icon="new-file" label={t('New File')} onClick={use('newFile')} />
        <IconButton icon="insert" label={t('Insert at Cursor')} onClick={use('insert')} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <pre tabIndex={0}>{html === undefined ? null : <Html inline html={html} class="hljs" />}</pre>
    </figure>
  );
}

function IconButton({ icon, label, onClick }: { readonly icon: string; readonly label: string; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} onClick={onClick}>
      <span class={`codicon codicon-${icon}`} />
    </button>
  );
}
