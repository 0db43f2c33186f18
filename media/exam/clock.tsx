import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../page';

/** Minutes left at which the time is spoken, and shown though it was hidden. */
const spokenAt = [30, 10, 5, 1];

interface ClockProps {
  /** Milliseconds, when the view was made; each view sets the clock anew. */
  readonly remaining: number;
  readonly view: object;
  readonly onEnd: () => void;
}

/** `남은 시간 84:12`, which can be hidden. It counts to a moment, so that a page that slept is right again at once. */
export function Clock({ remaining, view, onEnd }: ClockProps): JSX.Element {
  const [isHidden, setHidden] = useState(false);
  const [left, setLeft] = useState(remaining);
  const [spoken, setSpoken] = useState('');
  const hasEnded = useRef(false);
  useEffect(() => {
    const end = performance.now() + remaining;
    const tick = () => {
      const now = Math.max(0, end - performance.now());
      setLeft(now);
      const minute = spokenAt.find((minutes) => Math.ceil(now / 1000) === minutes * 60);
      if (minute !== undefined) setSpoken(t('{n} minutes left', { n: minute }));
      if (now > 0 || hasEnded.current) return;
      hasEnded.current = true;
      onEnd();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [view]);
  const isShort = left < 60_000;
  return (
    <span class="clock">
      {isHidden && !isShort ? null : (
        <span role="timer" class={isShort ? 'short' : ''}>
          {t('Time left')} <strong>{sayClock(left)}</strong>
        </span>
      )}
      <button type="button" class="link" onClick={() => setHidden(!isHidden)}>
        {isHidden ? t('Show the clock') : t('Hide the clock')}
      </button>
      <span class="spoken" role="status">
        {spoken}
      </span>
    </span>
  );
}

function sayClock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
