import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ExamIntent, ExamOffer, ExamView } from '../../src/core/protocol/exam';
import { sayDate } from '../dates';
import { t } from '../page';
import { Button } from '../toolkit';

interface SetupProps {
  readonly view: ExamView & { readonly phase: 'setup' };
  readonly send: (intent: ExamIntent) => void;
}

/** What the exam is to be: which, how many questions, how long, what of. */
export function Setup({ view, send }: SetupProps): JSX.Element {
  // asked for one part: of the learner's own exam
  const [chosen, setChosen] = useState(view.only === undefined ? view.offers[0]?.id : '');
  const offer = view.offers.find(({ id }) => id === chosen) ?? view.offers[0];
  if (!offer) {
    return (
      <main>
        <h1>{t('Mock Exam')}</h1>
        <p>{t('There are no questions to ask yet. Add notes with terms or quiz blocks.')}</p>
      </main>
    );
  }
  return (
    <main>
      <h1>{t('Mock Exam')}</h1>
      <p class="note">{t('No answers until the end. You can jump, flag and come back; closing the window stops nothing, the clock included.')}</p>
      {view.offers.length > 1 ? (
        <fieldset class="offers">
          <legend>{t('Exam')}</legend>
          {view.offers.map((one) => (
            <label key={one.id} class={one === offer ? 'option chosen' : 'option'}>
              <input type="radio" name="offer" checked={one === offer} onChange={() => setChosen(one.id)} />
              <span class="text">
                {one.title}
                <small>
                  {t('{questions} questions · {minutes} minutes · pass mark {pass} %', { questions: one.questions, minutes: one.minutes, pass: one.pass })}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <Form key={offer.id} offer={offer} only={view.only} send={send} />
      {view.past.length > 0 ? (
        <section>
          <h2>{t('Exams taken')}</h2>
          <ul class="past">
            {view.past.slice(0, 10).map((exam) => (
              <li key={exam.exam}>
                <button type="button" class="link" onClick={() => send({ type: 'show', exam: exam.exam })}>
                  {exam.title}
                </button>
                <span class="note">
                  {sayDate(exam.time)} · {exam.percent} % · {exam.isPassed ? t('Passed') : t('Not passed')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  );
}

const mostQuestions = 500;

function Form({ offer, only, send }: { readonly offer: ExamOffer; readonly only: string | undefined } & Pick<SetupProps, 'send'>): JSX.Element {
  const isOnly = offer.parts.some((part) => part.name === only);
  const [weights, setWeights] = useState(() => Object.fromEntries(offer.parts.map(({ name, weight }) => [name, isOnly && name !== only ? 0 : weight])));
  const chosen = offer.parts.filter((part) => (weights[part.name] ?? 0) > 0);
  const counted = chosen.reduce((sum, part) => sum + part.available, 0);
  // where not all were counted there are as many as anyone may want
  const available = chosen.some((part) => part.isMore) ? Math.max(counted, mostQuestions) : counted;
  const [questions, setQuestions] = useState(Math.min(offer.questions, available));
  // two minutes a question, as the whole exam has
  const [minutes, setMinutes] = useState(Math.max(1, Math.round((offer.minutes * Math.min(offer.questions, available)) / offer.questions)));
  const [pass, setPass] = useState(offer.pass);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const isPossible = available > 0 && questions >= 1 && minutes >= 1;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isPossible) send({ type: 'begin', setup: { offer: offer.id, questions, minutes, pass, weights } });
      }}
    >
      <div class="numbers">
        <NumberInput label={t('Questions')} value={questions} min={1} max={mostQuestions} onChange={setQuestions} />
        <NumberInput label={t('Minutes')} value={minutes} min={1} max={600} onChange={setMinutes} />
        <NumberInput label={t('Pass mark (%)')} value={pass} min={0} max={100} onChange={setPass} />
      </div>
      <table class="rows parts">
        <caption>{t('What it asks about')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Part')}</th>
            <th scope="col">{t('Weight')}</th>
            <th scope="col">{t('Share')}</th>
            <th scope="col">{t('Topics')}</th>
            <th scope="col">{t('Questions there are')}</th>
          </tr>
        </thead>
        <tbody>
          {offer.parts.map(({ name, topics, available: count, isMore }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <input
                  type="number"
                  min={0}
                  max={1000}
                  aria-label={t('Weight of {name}', { name })}
                  value={weights[name]}
                  onInput={(event) => setWeights({ ...weights, [name]: Math.max(0, Number(event.currentTarget.value)) })}
                />
              </td>
              <td>{total === 0 ? 0 : Math.round(((weights[name] ?? 0) * 100) / total)} %</td>
              <td>{topics}</td>
              <td>{isMore ? t('{n} or more', { n: count }) : count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note" role="status">
        {available < questions ? t('There are only {n} questions: the exam has as many', { n: available }) : ''}
      </p>
      <div class="actions">
        <Button
          appearance="primary"
          disabled={!isPossible}
          onClick={() => send({ type: 'begin', setup: { offer: offer.id, questions, minutes, pass, weights } })}
        >
          {t('Begin the Exam')}
        </Button>
      </div>
    </form>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function NumberInput({ label, value, min, max, onChange }: NumberInputProps): JSX.Element {
  return (
    <label>
      {label}
      <input type="number" min={min} max={max} value={value} onInput={(event) => onChange(Math.min(max, Number(event.currentTarget.value)))} />
    </label>
  );
}
