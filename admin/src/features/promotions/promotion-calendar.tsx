import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { whenText } from '../../ui/format';
import { useNow } from '../../ui/use-now';
import { hueOf } from './kind-hue';
import type { Promotion } from './model';
import { barsOf, weeksOf } from './month';
import type { Kinds } from './promotion-values';
import { dayAt } from '../../ui/shanghai';
import { stateWords, weekdayWords } from './words';
import './promotions.css';

interface CalendarProps {
  month: string;
  promotions: readonly Promotion[];
  kinds: Kinds | undefined;
}

/** A month of promotions, each a bar in the colour of its kind over the days it runs; a click opens it. */
export function PromotionCalendar({ month, promotions, kinds }: CalendarProps) {
  const today = dayAt(new Date(useNow()).toISOString());
  return (
    <div className="calendar" data-testid="promotion-calendar">
      <div className="calendar-head" aria-hidden="true">
        {weekdayWords.map((word) => (
          <span key={word}>{word}</span>
        ))}
      </div>
      {weeksOf(month).map((week) => (
        <Week key={week[0]} week={week} month={month} today={today} promotions={promotions} kinds={kinds} />
      ))}
    </div>
  );
}

interface WeekProps extends CalendarProps {
  week: readonly string[];
  today: string;
}

const FEWEST_ROWS = 3;

function Week({ week, month, today, promotions, kinds }: WeekProps) {
  const bars = barsOf(week, promotions);
  const rowCount = Math.max(FEWEST_ROWS, ...bars.map(({ row }) => row + 1));
  return (
    <div className="calendar-week">
      {week.map((day, index) => (
        <div
          key={day}
          className={`calendar-day${day.startsWith(month) ? '' : ' calendar-beside'}`}
          style={{ gridColumn: index + 1, gridRow: `1 / span ${rowCount + 1}` }}
          data-today={day === today || undefined}
        >
          <time dateTime={day}>{Number(day.slice(8))}</time>
        </div>
      ))}
      {bars.map(({ item, from, until, row, isCutLeft, isCutRight }) => (
        <Tooltip
          key={item.promotionId}
          title={`${item.label} · ${whenText(item.startsAt)} 至 ${whenText(item.endsAt)} · ${stateWords[item.state].text}`}
        >
          <Link
            to={`/promotions/${item.promotionId}`}
            className="calendar-bar"
            data-state={item.state}
            data-cut-left={isCutLeft || undefined}
            data-cut-right={isCutRight || undefined}
            style={
              {
                '--hue': hueOf(item.kind, kinds),
                gridColumn: `${from + 1} / ${until + 2}`,
                gridRow: row + 2,
              } as React.CSSProperties
            }
          >
            {item.state === 'draft' && '草稿 · '}
            {item.name}
          </Link>
        </Tooltip>
      ))}
    </div>
  );
}

/** What the colours of the bars stand for. */
export function KindLegend({ promotions, kinds }: Omit<CalendarProps, 'month'>) {
  const shown = [...new Set(promotions.map(({ kind }) => kind))];
  return (
    <div className="kind-legend">
      {shown.map((kind) => (
        <span key={kind} className="kind-tag" style={{ '--hue': hueOf(kind, kinds) } as React.CSSProperties}>
          {kinds?.get(kind)?.title ?? kind}
        </span>
      ))}
    </div>
  );
}
