import type { JSX } from 'preact';
import { sayDay, sayWeekday } from '../dates';
import { t } from '../page';
import { Count, Figure, type PartProps, Scrolled } from './figure';
import { Sentence, type Values } from './sentence';

const height = 90;
const step = 20;

/** A bar for each of the days to come. */
export function Forecast({ view, select }: PartProps): JSX.Element {
  const { forecast } = view;
  const most = Math.max(1, ...forecast.map((day) => day.due));
  const week = forecast.slice(0, 7).reduce((sum, day) => sum + day.due, 0);
  const all = forecast.reduce((sum, day) => sum + day.due, 0);
  const fullest = forecast.find((day) => day.due === most);
  const say = (given: Values) => t('{week} cards come back within a week, {all} within 30 days; the fullest day is {when} with {most}.', given);
  const args = { week, all, when: sayDay(fullest?.day ?? view.today, view.today), most };
  const says = all === 0 ? t('No card comes back within 30 days.') : say(args);
  const exam = view.plan ? view.plan.exam - view.today : undefined;
  return (
    <Figure
      id="forecast"
      title={t('The next 30 days')}
      says={
        all === 0 ? (
          says
        ) : (
          <Sentence
            say={say}
            args={args}
            links={{
              week: () => select({ of: 'within', days: 7 }),
              all: () => select({ of: 'within', days: forecast.length }),
              most: () => fullest && select({ of: 'due', day: fullest.day }),
            }}
          />
        )
      }
      table={
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t('Day')}</th>
              <th scope="col">{t('Due')}</th>
            </tr>
          </thead>
          <tbody>
            {forecast.map(({ day, due }) => (
              <tr key={day}>
                <th scope="row">{sayDay(day, view.today)}</th>
                <td>
                  <Count n={due} label={sayDay(day, view.today)} onClick={() => select({ of: 'due', day })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <Scrolled label={t('The next 30 days')}>
        <svg
          class="forecast"
          width={forecast.length * step}
          height={height + 34}
          viewBox={`0 0 ${forecast.length * step} ${height + 34}`}
          role="img"
          aria-label={says}
        >
          {forecast.map(({ day, due }, index) => {
            const size = (due / most) * height;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the table below has a button for each day
              <g key={day} class="day" onClick={() => due > 0 && select({ of: 'due', day })}>
                <title>{`${sayWeekday(day)}: ${due}`}</title>
                <rect class="hit" x={index * step} y={0} width={step} height={height + 14} />
                <rect x={index * step + 3} y={14 + height - size} width={step - 6} height={size} />
                {due > 0 ? (
                  <text x={index * step + step / 2} y={10 + height - size}>
                    {due}
                  </text>
                ) : null}
              </g>
            );
          })}
          <line x1={0} x2={forecast.length * step} y1={height + 14.5} y2={height + 14.5} />
          {forecast.map(({ day }, index) =>
            index % 7 === 0 ? (
              <text key={day} class="start" x={index * step + 2} y={height + 28}>
                {sayDay(day, view.today)}
              </text>
            ) : null,
          )}
          {exam !== undefined && exam < forecast.length ? (
            <g class="exam">
              <line x1={exam * step + step / 2} x2={exam * step + step / 2} y1={0} y2={height + 14} />
              <text class="start" x={exam * step + step / 2 + 4} y={10}>
                {t('Exam')}
              </text>
            </g>
          ) : null}
        </svg>
      </Scrolled>
    </Figure>
  );
}
