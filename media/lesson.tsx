/** Runs in the lesson panel's webview. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TopicLink } from '../src/core/protocol';
import type { LessonIntent, LessonMissing, LessonQuestion, LessonView, ShowQuestions } from '../src/core/protocol/lesson';
import { drawDiagrams } from './diagrams';
import { keep, kept, onPiece, post } from './host';
import { Questions } from './lessonQuestions';
import { Snippets } from './lessonSnippets';
import { dressCode, dressLinks, takeBelowScreen } from './lessonText';
import { mountPage, t } from './page';
import './lesson.css';
import { ownFragment, placeImages, sanitizedFragment } from './sanitize';
import { Button } from './toolkit';

/** The text that stood in the page, until it is taken: it is as safe as the page, and looks as the page makes it look. */
let writtenText: readonly Node[] = [...(document.querySelector('#root article')?.childNodes ?? [])];

const send = (intent: LessonIntent) => post(intent);

interface Kept {
  readonly topic: string;
  readonly scroll: number;
}

function LessonPage({ view }: { readonly view: LessonView | LessonMissing }): JSX.Element {
  const [seen, setSeen] = useState(view.topic);
  // a frame is painted before the first task after it
  useLayoutEffect(() => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        send({ type: 'painted' });
        setSeen(view.topic);
      }),
    );
  }, [view]);
  return view.kind === 'missing' ? <Missing /> : <Lesson view={view} isSeen={seen === view.topic} />;
}

function Missing(): JSX.Element {
  return (
    <main class="missing">
      <h1>{t('This topic is not there any more')}</h1>
      <p>{t('Its note was moved, renamed or deleted. Nothing you have answered is lost.')}</p>
    </main>
  );
}

/** What is below the first screen comes once that is seen. */
function Lesson({ view, isSeen }: { readonly view: LessonView; readonly isSeen: boolean }): JSX.Element {
  const text = useRef<HTMLElement>(null);
  const current = useCurrentSection(text, view);
  useLessonText(text, view, isSeen);
  const questions = useQuestions(view.topic);
  return (
    <div class="page">
      <main>
        <Head view={view} questions={questions} />
        <article ref={text} />
        {isSeen && view.children.length > 0 ? <Children topics={view.children} /> : null}
        {isSeen ? <Foot view={view} questions={questions ?? []} /> : null}
      </main>
      {view.toc.length > 1 ? <Contents view={view} current={current} /> : null}
    </div>
  );
}

/** Undefined until they come; after a change of the topic's notes those of before stay until then. */
function useQuestions(topic: string): readonly LessonQuestion[] | undefined {
  const [shown, setShown] = useState<ShowQuestions>();
  // at once: they may be the very next message
  useLayoutEffect(() => onPiece<ShowQuestions>('questions', setShown), []);
  return shown?.topic === topic ? shown.questions : undefined;
}

function Head({ view, questions }: { readonly view: LessonView; readonly questions: readonly LessonQuestion[] | undefined }): JSX.Element {
  const asked = questions?.filter((question) => question.state !== 'leftOut' && question.state !== 'suspended');
  return (
    <header>
      <p class="category">{[view.pack, view.category].filter(Boolean).join(' · ')}</p>
      <h1>{view.title}</h1>
      {view.summary ? <p class="summary">{view.summary}</p> : null}
      <p class="facts">
        {t('{n} min read', { n: view.minutes })}
        {view.asOf ? ` · ${t('as of {date}', { date: view.asOf })}` : ''}
        {view.isDone ? (
          <span class="done">
            <span class="codicon codicon-pass-filled" aria-hidden="true" /> {t('Done')}
          </span>
        ) : null}
      </p>
      <div class="actions">
        {asked?.length !== 0 ? (
          <Button appearance="primary" onClick={() => send({ type: 'startQuiz' })}>
            {asked ? t('Solve {n} questions', { n: asked.length }) : t('Start Quiz')}
          </Button>
        ) : null}
        {view.snippets.length > 0 ? (
          <Button appearance="secondary" icon="code" onClick={() => send({ type: 'insertSnippet' })}>
            {t('Insert Snippet')}
          </Button>
        ) : null}
        <Button appearance="secondary" icon="go-to-file" onClick={() => send({ type: 'openNote' })}>
          {t('Open Note')}
        </Button>
      </div>
    </header>
  );
}

/** Puts the note's HTML into the page whenever it changes, and what belongs to it: code bars, links, diagrams. */
function useLessonText(place: { readonly current: HTMLElement | null }, view: LessonView, isSeen: boolean): void {
  const isFirst = useRef(true);
  const below = useRef<DocumentFragment | undefined>(undefined);
  useLayoutEffect(() => {
    const article = place.current;
    if (!article) return undefined;
    below.current = undefined;
    if (writtenText.length > 0) {
      article.replaceChildren(...writtenText);
      placeImages(article, view.images, t('Missing image'));
      writtenText = [];
    } else {
      article.replaceChildren((view.hasRawHtml ? sanitizedFragment : ownFragment)(view.html, view.images, t('Missing image')));
    }
    dressCode(article, send);
    dressLinks(article, send);
    return drawDiagrams(article, send, view.title);
    // every message brings new objects: only what they say counts
  }, [view.topic, view.html, JSON.stringify(view.images)]);

  useLayoutEffect(() => {
    const before = kept<Kept>();
    const isSame = before.topic === view.topic || (view.follows !== undefined && before.topic === view.follows);
    const target = view.scrollTo ? document.getElementById(view.scrollTo) : undefined;
    if (place.current && !isSame && !target && !isFirst.current) below.current = takeBelowScreen(place.current);
    if (target) target.scrollIntoView();
    // whoever has scrolled already, before the script ran, stays there
    else if (!isFirst.current || window.scrollY === 0) window.scrollTo(0, isSame ? (before.scroll ?? 0) : 0);
    isFirst.current = false;
    keep({ topic: view.topic, scroll: window.scrollY });
    const remember = () => keep({ topic: view.topic, scroll: window.scrollY });
    window.addEventListener('scrollend', remember);
    return () => window.removeEventListener('scrollend', remember);
  }, [view.topic, view.scrollTo]);

  useLayoutEffect(() => {
    if (!isSeen || !below.current) return;
    place.current?.append(below.current);
    below.current = undefined;
  }, [isSeen]);
}

function headingAbove(article: HTMLElement | null): HTMLElement | undefined {
  const headings = [...(article?.querySelectorAll<HTMLElement>(':scope > :is(h1,h2,h3,h4,h5,h6)[id]') ?? [])];
  return headings.findLast((heading) => heading.getBoundingClientRect().top < 96) ?? headings[0];
}

/** The heading the reader is below. */
function useCurrentSection(place: { readonly current: HTMLElement | null }, view: LessonView): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const follow = () => {
      setCurrent(headingAbove(place.current)?.id);
    };
    const reading = () => {
      const heading = headingAbove(place.current);
      if (heading) send({ type: 'reading', slug: heading.id, section: heading.textContent ?? '' });
    };
    follow();
    window.addEventListener('scrollend', reading);
    window.addEventListener('scroll', follow, { passive: true });
    return () => {
      window.removeEventListener('scrollend', reading);
      window.removeEventListener('scroll', follow);
    };
  }, [view.html]);
  return current;
}

function Contents({ view, current }: { readonly view: LessonView; readonly current: string | undefined }): JSX.Element {
  const go = (slug: string) => document.getElementById(slug)?.scrollIntoView();
  return (
    <nav class="contents" aria-label={t('Contents')}>
      <p>{t('Contents')}</p>
      <ul>
        {view.toc
          .filter((entry) => entry.level <= 3)
          .map((entry) => (
            <li key={entry.slug} class={`level-${entry.level}`}>
              <button type="button" aria-current={entry.slug === current ? 'location' : undefined} onClick={() => go(entry.slug)}>
                {entry.title}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Children({ topics }: { readonly topics: readonly TopicLink[] }): JSX.Element {
  return (
    <section class="children">
      <h2>{t('Topics in this section')}</h2>
      <ul class="chips">
        {topics.map((topic) => (
          <li key={topic.topic}>
            <button type="button" class="chip" onClick={() => send({ type: 'openLesson', topic: topic.topic })}>
              {topic.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Foot({ view, questions }: { readonly view: LessonView; readonly questions: readonly LessonQuestion[] }): JSX.Element {
  return (
    <footer>
      <Button appearance="secondary" icon={view.isDone ? 'discard' : 'check'} onClick={() => send({ type: 'setDone', done: !view.isDone })}>
        {view.isDone ? t('Not done yet') : t('Mark as Done')}
      </Button>
      {questions.length > 0 ? <Questions questions={questions} send={send} /> : null}
      {view.snippets.length > 0 ? <Snippets view={view} send={send} /> : null}
      <nav class="neighbours" aria-label={t('Other topics')}>
        {view.previous ? <Neighbour topic={view.previous} label={t('Previous topic')} /> : <span />}
        {view.next ? <Neighbour topic={view.next} label={t('Next topic')} /> : null}
      </nav>
    </footer>
  );
}

function Neighbour({ topic, label }: { readonly topic: TopicLink; readonly label: string }): JSX.Element {
  return (
    <button type="button" class="neighbour" onClick={() => send({ type: 'openLesson', topic: topic.topic })}>
      <small>{label}</small>
      {topic.title}
    </button>
  );
}

mountPage(LessonPage);
