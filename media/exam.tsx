/** Runs in the mock exam's webview. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ExamIntent, ExamView } from '../src/core/protocol/exam';
import { Asking } from './exam/asking';
import { Result } from './exam/result';
import { Setup } from './exam/setup';
import './exam.css';
import { keep, post } from './host';
import { mountPage } from './page';

function ExamPage({ view }: { readonly view: ExamView }): JSX.Element {
  useEffect(() => keep(view.restore), [view.restore.exam, view.restore.index]);
  const send = (intent: ExamIntent) => post(intent);
  switch (view.phase) {
    case 'setup':
      return <Setup view={view} send={send} />;
    case 'asking':
      return <Asking view={view} send={send} />;
    case 'result':
      return <Result view={view} send={send} />;
  }
}

document.addEventListener('click', (event) => (event.target as Element | null)?.closest('a') && event.preventDefault());

mountPage(ExamPage);
