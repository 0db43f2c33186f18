import type { JSX } from 'preact';
import { sayDay, sayMonth, sayWeekday, weekdayOf } from '../dates';
import { t } from '../page';
import { Count, Figure, type PartProps, Scrolled } from './figure';
import { Sentence, type Values } from './sentence';

const weeks = 53;
const cell = 13;
const left = 26;
const top = 16;

/** A square for each day: the more answers, the larger and stronger. */
export function Year({ view, select }: PartProps): JSX.Element {
  const answers = new Map(view.year.map((day) => [day.day, day.answers]));
  // weeks begin on Sunday, as on Korean calendars
  const first = view.today - weekdayOf(view.today) - (weeks - 1) * 7;
  const days = Array.from({ length: view.today - first + 1 }, (_, index) => first + index);
  const total = view.year.reduce((sum, day) => sum + day.answers, 0);
  const most = Math.max(...view.year.map((day) => day.answers));
  const fullest = view.year.find((day) => day.answers === most);
  const say = (given: Values) => t('In the last year you gave {answers} answers on {days} days; the fullest day had {most}.', given);
  const args = { answers: total, days: view.year.length, most };
  const all = () => select({ of: 'year' });
  const x = (day: number) => left + Math.floor((day - first) / 7) * cell;
  const y = (day: number) => top + weekdayOf(day) * cell;
  const months = days.filter((day) => weekdayOf(day) === 0 && sayMonth(day) !== sayMonth(day - 7)).slice(1);
  return (
    <Figure
      id="year"
      title={t('The year')}
      says={<Sentence say={say} args={args} links={{ answers: all, days: all, most: () => fullest && select({ of: 'day', day: fullest.day }) }} />}
      table={
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t('Day')}</th>
              <th scope="col">{t('Answers')}</th>
              <th scope="col">{t('Right')}</th>
            </tr>
          </thead>
          <tbody>
            {[...view.year].reverse().map(({ day, answers: given, right }) => (
              <tr key={day}>
                <th scope="row">{sayDay(day, view.today)}</th>
                <td>
                  <Count n={given} label={sayDay(day, view.today)} onClick={() => select({ of: 'day', day })} />
                </td>
                <td>
                  <Count n={`${Math.round((right * 100) / given)} %`} label={sayDay(day, view.today)} onClick={() => select({ of: 'day', day })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <Scrolled isAtEnd label={t('The year')}>
        <svg
          class="year"
          width={left + weeks * cell}
          height={top + 7 * cell}
          viewBox={`0 0 ${left + weeks * cell} ${top + 7 * cell}`}
          role="img"
          aria-label={say(args)}
        >
          {months.map((day) => (
            <text key={day} x={x(day)} y={10}>
              {sayMonth(day)}
            </text>
          ))}
          {[1, 3, 5].map((weekday) => (
            <text key={weekday} x={0} y={top + weekday * cell + 10}>
              {new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short', timeZone: 'UTC' }).format((first + weekday) * 86_400_000)}
            </text>
          ))}
          {days.map((day) => {
            const given = answers.get(day) ?? 0;
            const level = given === 0 ? 0 : Math.ceil((given / most) * 4);
            const size = [3, 5, 7, 9, 11][level] ?? 3;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the table below has a button for each day
              <rect
                key={day}
                class={`level-${level}`}
                x={x(day) + (cell - size) / 2}
                y={y(day) + (cell - size) / 2}
                width={size}
                height={size}
                rx={2}
                onClick={() => given > 0 && select({ of: 'day', day })}
              >
                <title>{`${sayWeekday(day)}: ${given}`}</title>
              </rect>
            );
          })}
        </svg>
      </Scrolled>
    </Figure>
  );
}
