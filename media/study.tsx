/** Runs in the study view's webview. */
import type { JSX } from 'preact';
import type { StudyIntent, StudyView } from '../src/core/protocol/study';
import { post } from './host';
import { mountPage, t } from './page';
import './study.css';
import { Button } from './toolkit';

const send = (intent: StudyIntent) => post(intent);

function StudyPage({ view }: { readonly view: StudyView }): JSX.Element {
  if (view.topics === 0) return <Empty />;
  const waiting = view.due + view.fresh;
  return (
    <main>
      <h1 class="spoken">{t('Study')}</h1>
      <Ring done={view.done} total={view.done + waiting} />
      <p class="today">
        {waiting === 0 && view.later === 0
          ? t('Nothing is due today')
          : [
              waiting === 0 ? t('Nothing is due now') : '',
              view.due > 0 ? t('{n} to review', { n: view.due }) : '',
              view.fresh > 0 ? t('{n} new', { n: view.fresh }) : '',
              waiting > 0 ? t('about {n} min', { n: view.minutes }) : '',
              view.later > 0 ? t('{n} more today', { n: view.later }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
      </p>
      {waiting > 0 ? (
        <Button appearance="primary" class="wide" onClick={() => send({ type: 'startToday' })}>
          {t("Start today's study")}
        </Button>
      ) : view.nextLesson ? (
        <NextLesson lesson={view.nextLesson} />
      ) : null}
      <ul class="rows">
        {view.lastLesson ? (
          <Row
            icon="book"
            label={t('Read on')}
            value={[view.lastLesson.title, view.lastLesson.section].filter(Boolean).join(' · ')}
            onClick={() => send({ type: 'openLesson', topic: view.lastLesson?.topic ?? '' })}
          />
        ) : view.nextLesson && waiting > 0 ? (
          <Row
            icon="book"
            label={t('First lesson')}
            value={view.nextLesson.title}
            onClick={() => send({ type: 'openLesson', topic: view.nextLesson?.topic ?? '' })}
          />
        ) : null}
        {view.runningExam ? (
          <Row
            icon="watch"
            label={t('Mock exam goes on')}
            value={t('{n} min left', { n: Math.ceil(view.runningExam.remaining / 60_000) })}
            onClick={() => send({ type: 'openExam' })}
          />
        ) : null}
        {view.mistakes > 0 ? (
          <Row icon="notebook" label={t('Wrong-Answer Notebook')} value={String(view.mistakes)} onClick={() => send({ type: 'openNotebook' })} />
        ) : null}
        {view.examIn === undefined ? null : (
          <Row
            icon="calendar"
            label={t('Until the exam')}
            value={view.examIn === 0 ? t('D-day') : `D-${view.examIn}`}
            onClick={() => send({ type: 'openPlan' })}
          />
        )}
        <li>
          <button type="button" class="row" onClick={() => send({ type: 'openStatistics' })}>
            <span class="codicon codicon-flame" aria-hidden="true" />
            <span class="label">{t('{n} days in a row', { n: view.streak })}</span>
            <Week days={view.week} />
          </button>
        </li>
        <Row icon="ellipsis" label={t('Study something else')} value="" onClick={() => send({ type: 'chooseSession' })} />
      </ul>
    </main>
  );
}

function NextLesson({ lesson }: { readonly lesson: NonNullable<StudyView['nextLesson']> }): JSX.Element {
  return (
    <Button appearance="primary" class="wide" onClick={() => send({ type: 'openLesson', topic: lesson.topic })}>
      {t('Next topic: {title}', { title: lesson.title })}
    </Button>
  );
}

function Empty(): JSX.Element {
  return (
    <main>
      <h1 class="spoken">{t('Study')}</h1>
      <p class="empty">{t('Baeum makes lessons and quizzes out of your Markdown notes. Add a folder of notes to begin, or drop one here.')}</p>
      <Button appearance="primary" class="wide" onClick={() => send({ type: 'addFolder' })}>
        {t('Add Note Folder')}
      </Button>
    </main>
  );
}

const radius = 44;
const around = 2 * Math.PI * radius;

/** What is done of what the day holds. */
function Ring({ done, total }: { readonly done: number; readonly total: number }): JSX.Element {
  const share = total === 0 ? 0 : done / total;
  return (
    <svg class="ring" viewBox="0 0 100 100" role="img" aria-label={t('{done} of {total} done today', { done, total })}>
      <circle class="track" cx="50" cy="50" r={radius} />
      {share > 0 ? <circle class="share" cx="50" cy="50" r={radius} stroke-dasharray={`${share * around} ${around}`} /> : null}
      <text x="50" y="52" class="number">
        {done}
      </text>
      <text x="50" y="68" class="total">
        {t('of {total}', { total })}
      </text>
    </svg>
  );
}

interface RowProps {
  readonly icon: string;
  readonly label: string;
  readonly value: string;
  readonly onClick: () => void;
}

function Row({ icon, label, value, onClick }: RowProps): JSX.Element {
  return (
    <li>
      <button type="button" class="row" onClick={onClick}>
        <span class={`codicon codicon-${icon}`} aria-hidden="true" />
        <span class="label">{label}</span>
        <span class="value">{value}</span>
      </button>
    </li>
  );
}

function Week({ days }: { readonly days: readonly boolean[] }): JSX.Element {
  const studied = days.filter(Boolean).length;
  return (
    <span class="week" role="img" aria-label={t('Studied on {n} of the last 7 days', { n: studied })}>
      {days.map((isStudied, index) => (
        <span key={index} class={isStudied ? 'day studied' : 'day'} />
      ))}
    </span>
  );
}

document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const list = event.dataTransfer?.getData('application/vnd.code.uri-list') || event.dataTransfer?.getData('text/uri-list') || '';
  const uris = list.split(/\r?\n/).filter((line) => line && !line.startsWith('#'));
  if (uris.length > 0) send({ type: 'dropped', uris });
});

mountPage(StudyPage);
