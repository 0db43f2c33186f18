/** Runs in the wrong-answer notebook's webview. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NotebookIntent, NotebookRow, NotebookView } from '../src/core/protocol/notebook';
import { sayDay } from './dates';
import { keep, kept, post } from './host';
import { Html } from './html';
import './notebook.css';
import { mountPage, t } from './page';
import { Button } from './toolkit';

const send = (intent: NotebookIntent) => post(intent);

/** Kept by the page over a restart. */
interface Filters {
  readonly topics: readonly string[];
  /** Days back from today; 0 for all. */
  readonly days: number;
  /** 3 stands for three and more; 0 for all. */
  readonly round: number;
}

const noFilters: Filters = { topics: [], days: 0, round: 0 };
/** Rows drawn at once. */
const portion = 50;

function NotebookPage({ view }: { readonly view: NotebookView }): JSX.Element {
  const [filters, setFilters] = useState<Filters>(() => ({ ...noFilters, ...kept<Filters>() }));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(portion);
  if (view.rows.length === 0) return <Empty left={view.left} />;
  const filter = (changed: Partial<Filters>) => {
    const now = { ...filters, ...changed };
    setFilters(now);
    keep(now);
  };
  const isNear = (row: NotebookRow) => filters.days === 0 || row.day > view.today - filters.days;
  const isRound = (row: NotebookRow) => filters.round === 0 || Math.min(row.round, 3) === filters.round;
  const topics = topicsOf(view.rows);
  // a topic that left the notebook filters nothing any more
  const wanted = filters.topics.filter((topic) => topics.some((one) => one.topic === topic));
  const rows = view.rows.filter((row) => isNear(row) && isRound(row) && (wanted.length === 0 || wanted.includes(row.topic)));
  const chosen = rows.filter((row) => selected.has(row.card));
  const toRetry = chosen.length > 0 ? chosen : rows;
  const toggle = (card: string) => setSelected(new Set(selected.has(card) ? [...selected].filter((one) => one !== card) : [...selected, card]));
  return (
    <main>
      <header>
        <h1>
          {t('Wrong-Answer Notebook')} <small>{view.rows.length}</small>
        </h1>
        <p class="note">
          {t('A question leaves when it is answered right {n} times in a row.', { n: view.leaveAfter })}
          {view.left > 0 ? ` ${t('{n} have left.', { n: view.left })}` : ''}
        </p>
      </header>
      <div class="filters">
        <Choice
          label={t('Period')}
          options={[
            [0, t('All')],
            [1, t('Today')],
            [7, t('7 days')],
            [30, t('30 days')],
          ]}
          value={filters.days}
          onChoose={(days) => filter({ days })}
        />
        <Choice
          label={t('Round')}
          options={[
            [0, t('All')],
            [1, t('Round {n}', { n: 1 })],
            [2, t('Round {n}', { n: 2 })],
            [3, t('Round 3 and more')],
          ]}
          value={filters.round}
          onChoose={(round) => filter({ round })}
        />
        <fieldset class="chips" aria-label={t('Topics')}>
          <legend>{t('Topics')}</legend>
          {topics.map(({ topic, title, count }) => {
            const isOn = wanted.includes(topic);
            return (
              <button
                key={topic}
                type="button"
                class="chip"
                aria-pressed={isOn}
                onClick={() => filter({ topics: isOn ? wanted.filter((one) => one !== topic) : [...wanted, topic] })}
              >
                {title} <small>{count}</small>
              </button>
            );
          })}
        </fieldset>
      </div>
      <div class="bar">
        <label class="all">
          <input
            type="checkbox"
            checked={chosen.length > 0 && chosen.length === rows.length}
            indeterminate={chosen.length > 0 && chosen.length < rows.length}
            onChange={() => setSelected(new Set(chosen.length === rows.length ? [] : rows.map((row) => row.card)))}
          />
          {chosen.length > 0 ? t('{n} selected', { n: chosen.length }) : t('Select all')}
        </label>
        <Button appearance="primary" disabled={toRetry.length === 0} onClick={() => send({ type: 'retry', cards: toRetry.map((row) => row.card) })}>
          {retryLabel(chosen.length, rows.length, filters.round)}
        </Button>
        <Button appearance="secondary" icon="markdown" onClick={() => send({ type: 'writeFile' })}>
          {t('Write to a File…')}
        </Button>
      </div>
      {rows.length === 0 ? <p class="note">{t('No entry is in this selection.')}</p> : null}
      {sectionsOf(rows.slice(0, limit)).map(({ topic, title, rows: inside }) => (
        <section key={topic}>
          <h2>
            <button type="button" class="link" onClick={() => send({ type: 'openLesson', topic })}>
              {title}
            </button>
          </h2>
          <ul class="entries">
            {inside.map((row) => (
              <Entry key={row.card} row={row} view={view} isSelected={selected.has(row.card)} onToggle={() => toggle(row.card)} />
            ))}
          </ul>
        </section>
      ))}
      {rows.length > limit ? (
        <p>
          <Button appearance="secondary" onClick={() => setLimit(limit + portion)}>
            {t('Show {n} more', { n: Math.min(portion, rows.length - limit) })}
          </Button>
        </p>
      ) : null}
    </main>
  );
}

function retryLabel(chosen: number, all: number, round: number): string {
  if (chosen > 0) return t('Try the {n} selected again', { n: chosen });
  return round > 0 ? t('Begin round {round}: {n} questions', { round: round + 1, n: all }) : t('Try all {n} again', { n: all });
}

interface EntryProps {
  readonly row: NotebookRow;
  readonly view: NotebookView;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
}

function Entry({ row, view, isSelected, onToggle }: EntryProps): JSX.Element {
  const id = `prompt ${row.card}`.replace(/\s/g, '-');
  return (
    <li class={isSelected ? 'entry selected' : 'entry'}>
      <input type="checkbox" checked={isSelected} aria-labelledby={id} onChange={onToggle} />
      <div class="body">
        <div id={id} class="asked">
          <Html html={row.promptHtml} />
        </div>
        <p class="answers">
          <span>
            <span class="codicon codicon-error" role="img" aria-label={t('My answer')} />
            {row.mine === '' ? <em>{t("I don't know")}</em> : <s>{row.mine}</s>}
          </span>
          <span>
            <span class="codicon codicon-pass-filled" role="img" aria-label={t('Right answer')} />
            <strong>{row.rightAnswer}</strong>
          </span>
        </p>
        {row.whyHtml ? <Html class="why" html={row.whyHtml} /> : null}
        <p class="facts">
          {[
            sayDay(row.day, view.today),
            t('{n} times wrong', { n: row.wrong }),
            t('Round {n}', { n: row.round }),
            t('right {n} of {total}', { n: row.right, total: view.leaveAfter }),
          ].join(' · ')}
          <button type="button" class="link" onClick={() => send({ type: 'openSource', card: row.card })}>
            <span class="codicon codicon-go-to-file" aria-hidden="true" /> {t('Open the paragraph')}
          </button>
        </p>
      </div>
    </li>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly (readonly [value: number, name: string])[];
  readonly value: number;
  readonly onChoose: (value: number) => void;
}

function Choice({ label, options, value, onChoose }: ChoiceProps): JSX.Element {
  return (
    <fieldset class="chips" aria-label={label}>
      <legend>{label}</legend>
      {options.map(([option, name]) => (
        <button key={option} type="button" class="chip" aria-pressed={option === value} onClick={() => onChoose(option)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function Empty({ left }: { readonly left: number }): JSX.Element {
  return (
    <main class="nothing">
      <h1>{t('Wrong-Answer Notebook')}</h1>
      <p>{left > 0 ? t('Every question that was wrong has been answered right often enough since.') : t('Nothing has been answered wrong yet.')}</p>
      <p class="note">
        {t('Questions come here by themselves when an answer is wrong, in reviews and in mock exams, with what you answered and why it is wrong.')}
      </p>
      <Button appearance="primary" onClick={() => send({ type: 'startToday' })}>
        {t("Start today's study")}
      </Button>
    </main>
  );
}

/** Topics with their number of entries, the fullest first. */
function topicsOf(rows: readonly NotebookRow[]): { topic: string; title: string; count: number }[] {
  return sectionsOf(rows)
    .map(({ topic, title, rows: inside }) => ({ topic, title, count: inside.length }))
    .sort((a, b) => b.count - a.count);
}

/** Rows by topic, in the order in which the topics first come. */
function sectionsOf(rows: readonly NotebookRow[]): { topic: string; title: string; rows: NotebookRow[] }[] {
  const sections = new Map<string, { topic: string; title: string; rows: NotebookRow[] }>();
  for (const row of rows) {
    const section = sections.get(row.topic) ?? { topic: row.topic, title: row.topicTitle, rows: [] };
    section.rows.push(row);
    sections.set(row.topic, section);
  }
  return [...sections.values()];
}

document.addEventListener('click', (event) => (event.target as Element | null)?.closest('a') && event.preventDefault());

mountPage(NotebookPage);
