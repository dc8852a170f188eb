import { sql } from 'kysely'
import { openSlots, slots } from '../document-id.ts'
import type { Asked, Extent, Found, Limits, Span } from '../shelf.ts'
import { type Asking, type Generation, prefix } from './generation.ts'
import { day, daySign, month, monthSign } from './lexemes.ts'
import { tsqueryOf } from './tsquery.ts'

/** So many documents are looked at first; how many then follows from what was found. */
const firstLook = 2_000
const widest = 16
/** Documents of a month that are too many to be looked at for a few of its days. */
const fullMonth = 8_000
const fewDays = 8
/** Milliseconds that a look should take. */
const aLook = 8
/** So few are left that one look at all of them is less work than looking by the time. */
const fewLeft = 2_000

const name = sql.id(`${prefix}newest`)

/**
 * Makes what looks for the newest documents: in the server, for a question takes several looks, and
 * each would have to be waited for. A GIN index gives all that match in a span or nothing, so they
 * are looked for span by span of time, from the newest on; days and months are lexemes, and what
 * common words have at other times is skipped. PostgreSQL does not know what it costs to unpack the
 * words of a row and would rather look through rows: it is told not to.
 */
export async function makeNewest(database: Asking): Promise<void> {
  const lit = (value: string | number) => sql.lit(value)
  await sql`
    create or replace function ${name}(
      document regclass, words text, query text, is_whole boolean, is_open boolean,
      low bigint, high bigint, most integer, density double precision, patience double precision,
      out ids bigint[], out late boolean
    ) language plpgsql stable
    set enable_seqscan = off set enable_indexscan = off set jit = off
    set max_parallel_workers_per_gather = 0
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
      is_phrase boolean := position('<->' in query) > 0;
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
        -- Few documents that have the words are found through these, many through their days.
        wish := cardinality(ids) * (top - low + 1) / greatest(1, high - top);
        if (is_whole and bottom = low and top = high)
          or (top < high and not is_phrase and wish < ${lit(fewLeft)}) then
          bottom := low;
          asked := query::tsquery;
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
          asked := ('(' || substr(buckets, 2) || ') & ' || query)::tsquery;
        end if;
        execute format(
          'select coalesce(array_agg(id), ''{}'') from (select id from %s where %I @@ $1 and id between $2 and $3 %s order by id desc limit $4) as found',
          document, words,
          case when is_open then 'and id % ' || ${lit(slots)} || ' < ' || ${lit(openSlots)} else '' end
        ) into got using asked, bottom, top, most - cardinality(ids);
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
  { document }: Generation,
  { asked, span, limits, extent }: Wanted,
): Promise<readonly Found[]> {
  if (asked.length === 0) return []
  const left = Math.max(0, Math.min(limits.until - performance.now(), forEver))
  const isWhole = span.low <= extent.span.low && span.high >= extent.span.high
  const sources = asked.map(({ source }) => source)
  const queries = asked.map(({ match }) => tsqueryOf(match))
  const { rows } = await sql<{ ids: string; late: boolean }>`
    select array_to_string(found.ids, ' ') as ids, found.late
    from unnest(${sources}::text[], ${queries}::text[]) with ordinality as asked (source, query, at)
    cross join lateral ${name}(
      ${document}::regclass, replace(asked.source, '-open', ''), asked.query, ${isWhole},
      asked.source = 'shown-open', ${span.low}, ${span.high}, ${limits.most}, ${extent.density}, ${left}
    ) as found
    order by asked.at`.execute(database)
  return rows.map(({ ids: text, late }) => {
    const ids = text
      .split(' ')
      .filter((id) => id !== '')
      .map(Number)
    return { ids, all: !late && ids.length < limits.most, late }
  })
}

/** Milliseconds of one who waits as long as it takes. */
const forEver = 1e9
