import { sql } from 'kysely'
import { openSlots, slots } from '../document-id.ts'
import type { Asked, Extent, Found, Limits, Span } from '../shelf.ts'
import { type Asking, type Generation, prefix } from './generation.ts'
import { day, daySign, month, monthSign } from './lexemes.ts'
import { looseTsqueryOf, tsqueryOf } from './tsquery.ts'

/** So many documents are looked at first; how many then follows from what was found. */
const firstLook = 2_000
const widest = 16
/** Documents of a month that are too many to be looked at for a few of its days. */
const fullMonth = 8_000
const fewDays = 8
/** Milliseconds that a look should take. */
const aLook = 8
/** So few are left that one look at all of them is less work than looking by the time. */
const fewLeft = 6_000

/** So many that have words in an order: each is looked up in its row, of some kilobytes. */
const mostInOrder = 300

const name = sql.id(`${prefix}newest`)

/**
 * Makes what looks for the newest documents: in the server, for a question takes several looks, and
 * each would have to be waited for. A GIN index gives all that match in a span or nothing, so they
 * are looked for span by span of time, from the newest on; days and months are lexemes, and what
 * common words have at other times is skipped. PostgreSQL does not know what it costs to unpack the
 * words of a row and would rather look through rows: it is told not to, and "id + 0" is in no index.
 */
export async function makeNewest(database: Asking): Promise<void> {
  const lit = (value: string | number) => sql.lit(value)
  await sql`
    create or replace function ${name}(
      of_words regclass, source text, query text, loose text, is_whole boolean, is_open boolean,
      low bigint, high bigint, most integer, documents integer, density double precision,
      patience double precision,
      out ids bigint[], out late boolean
    ) language plpgsql stable
    set enable_seqscan = off set enable_indexscan = off set jit = off
    set max_parallel_workers_per_gather = 0 set work_mem = '32MB'
    as $body$
    declare
      -- Several are asked for in one statement, and together have so much time.
      began timestamptz := statement_timestamp();
      look_began timestamptz;
      took double precision;
      width double precision := ceil(least(${lit(firstLook)}, 2 * most + 500) * density);
      top bigint := high;
      bottom bigint;
      buckets text;
      number bigint;
      in_days boolean;
      asked tsquery;
      got bigint[];
      wish double precision;
      is_phrase boolean := query <> loose;
    begin
      ids := '{}';
      late := false;
      while top >= low and cardinality(ids) < most loop
        bottom := greatest(low, (top - width + 1)::bigint);
        look_began := clock_timestamp();
        -- All of a small stand is looked at, however busy the machine is.
        if extract(epoch from look_began - began) * 1000 > patience and not (bottom = low and top = high) then
          late := true;
          return;
        end if;
        -- Few documents that have the words are found through these, many through their days: of all
        -- times, for the words know of none.
        wish := (cardinality(ids) + 1) * documents * density / greatest(1, high - top);
        if (is_whole and bottom = low and top = high)
          or (top < high and not is_phrase and wish < ${lit(fewLeft)}) then
          bottom := low;
          asked := loose::tsquery;
        else
          buckets := '';
          number := bottom / ${lit(day)};
          -- Each lexeme is a list to be begun: months are enough where they hold little.
          in_days := ${lit(month)} / density > ${lit(fullMonth)}
            or top / ${lit(day)} - number < ${lit(fewDays)};
          if not in_days then
            number := number - number % 30;
          end if;
          while number * ${lit(day)} <= top loop
            if number % 30 = 0 and (not in_days or (number + 30) * ${lit(day)} <= top + ${lit(day)}) then
              buckets := buckets || ${lit(`|${monthSign}`)} || number / 30;
              number := number + 30;
            else
              buckets := buckets || ${lit(`|${daySign}`)} || number;
              number := number + 1;
            end if;
          end loop;
          asked := ('(' || substr(buckets, 2) || ') & ' || loose)::tsquery;
        end if;
        -- The order of words is looked up in the rows, the newest first, until there are enough.
        execute format(
          'select coalesce(array_agg(id order by id desc), ''{}'') from (
            select id from (
              select id, %2$I as words from %1$s where %2$I @@ $1 and id + 0 between $2 and $3 %3$s
              order by id desc %4$s
            ) as found %5$s limit $4
          ) as few',
          of_words, source,
          case when is_open then 'and id % ' || ${lit(slots)} || ' < ' || ${lit(openSlots)} else '' end,
          case when is_phrase then 'offset 0' else '' end,
          case when is_phrase then 'where words @@ $5' else '' end
        ) into got using asked, bottom, top, most - cardinality(ids), query::tsquery;
        ids := ids || got;
        top := bottom - 1;
        took := greatest(0.1, extract(epoch from clock_timestamp() - look_began) * 1000);
        wish := 1.5 * (most - cardinality(ids)) / greatest(cardinality(got), 0.1);
        width := ceil(width * least(${lit(widest)}, greatest(1, wish), greatest(0.5, ${lit(aLook)} / took)));
      end loop;
    end $body$`.execute(database)
}

interface Wanted {
  readonly asked: readonly Asked[]
  readonly span: Span
  readonly limits: Limits
  readonly extent: Extent
}

/** The newest documents of each match. */
export async function newestIn(
  database: Asking,
  { words }: Generation,
  { asked, span, limits, extent }: Wanted,
): Promise<readonly Found[]> {
  if (asked.length === 0) return []
  const left = Math.max(0, Math.min(limits.until - performance.now(), forEver))
  const isWhole = span.low <= extent.span.low && span.high >= extent.span.high
  const wanted = asked.map(({ source, match }) => {
    const [query, loose] = [tsqueryOf(match), looseTsqueryOf(match)]
    const most = query === loose ? limits.most : Math.min(limits.most, mostInOrder)
    return { source, query, loose, most }
  })
  const column = (named: keyof (typeof wanted)[number]) => wanted.map((one) => one[named])
  const { rows } = await sql<{ ids: string; late: boolean }>`
    select array_to_string(found.ids, ' ') as ids, found.late
    from unnest(
      ${column('source')}::text[], ${column('query')}::text[], ${column('loose')}::text[],
      ${column('most')}::integer[]
    ) with ordinality as asked (source, query, loose, most, at)
    cross join lateral ${name}(
      ${words}::regclass, replace(asked.source, '-open', ''), asked.query, asked.loose, ${isWhole},
      asked.source = 'shown-open', ${span.low}, ${span.high}, asked.most,
      ${extent.documents}, ${extent.density}, ${left}
    ) as found
    order by asked.at`.execute(database)
  return rows.map(({ ids: text, late }, at) => {
    const ids = text
      .split(' ')
      .filter((id) => id !== '')
      .map(Number)
    return { ids, all: !late && ids.length < (wanted[at]?.most ?? 0), late }
  })
}

/** Milliseconds of one who waits as long as it takes. */
const forEver = 1e9
