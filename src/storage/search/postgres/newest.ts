import { sql } from 'kysely'
import { openSlots, slots } from '../document-id.ts'
import type { Asked, Extent, Found, Limits, Span } from '../shelf.ts'
import { type Asking, type Generation, prefix } from './generation.ts'
import { day, daySign, month, monthSign } from './lexemes.ts'
import { hasOrder, looseTsqueriesOf, tsqueryOf } from './tsquery.ts'

/** So many documents are looked at first; how many then follows from what was found. */
const firstLook = 2_000
const widest = 16
/** Documents of a month that are too many to be looked at for a few of its days. */
const fullMonth = 8_000
const fewDays = 8
/** Milliseconds that a look should take. */
const aLook = 8
/** Milliseconds for each document that matches, where all are looked at at once. */
const eachOfAll = 0.002

/** Between the parts of a query: no term holds it. */
const partEnd = '\u001E'

/** So many that have words in an order: each is looked up in its row, of some kilobytes. */
const mostInOrder = 100

/** What is changed in it has another name: an older program may still be asking. */
const plainName = `${prefix}newest_2`
const name = sql.id(plainName)

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
      of_words regclass, source text, in_order text, loose text, is_whole boolean, is_open boolean,
      low bigint, high bigint, most integer, documents integer, density double precision,
      patience double precision,
      out ids bigint[], out late boolean
    ) language plpgsql stable
    set enable_seqscan = off set enable_indexscan = off set jit = off
    set max_parallel_workers_per_gather = 0 set work_mem = '32MB'
    as $body$
    declare
      -- Several are asked for at once or wait for one another, and together have so much time.
      began timestamptz := transaction_timestamp();
      look_began timestamptz;
      took double precision;
      width double precision := ceil(least(${lit(firstLook)}, 2 * most + 500) * density);
      top bigint := high;
      bottom bigint;
      buckets text;
      number bigint;
      in_days boolean;
      parts tsquery[] := string_to_array(loose, ${lit(partEnd)})::tsquery[];
      asked tsquery[];
      got bigint[];
      wish double precision;
      -- Milliseconds for each document among which the last look looked.
      each_looked double precision := 0;
      is_phrase boolean := in_order is not null;
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
        -- Few documents that have the words are found through these, many through their days: what
        -- costs less, by what it cost to look so far. All are of all times, for words know of none.
        wish := (cardinality(ids) + 1) * documents * density / greatest(1, high - top);
        if (is_whole and bottom = low and top = high)
          or (top < high and not is_phrase
            and wish * ${lit(eachOfAll)} < least(
              (most - cardinality(ids)) * documents / greatest(1, wish), (top - low) / density) * each_looked) then
          bottom := low;
          asked := parts;
        else
          buckets := '';
          number := bottom / ${lit(day)};
          -- Each lexeme is a list to be begun: months are enough where they hold little.
          in_days := ${lit(month)} / density > ${lit(fullMonth)}
            or top / ${lit(day)} - number < ${lit(fewDays)};
          if not in_days then
            number := number - number % 30;
          end if;
          -- What is begun is looked at whole, and not again by the next look.
          bottom := greatest(low, number * ${lit(day)});
          while number * ${lit(day)} <= top loop
            if number % 30 = 0 and (not in_days or (number + 30) * ${lit(day)} <= top + ${lit(day)}) then
              buckets := buckets || ${lit(`|${monthSign}`)} || number / 30;
              number := number + 30;
            else
              buckets := buckets || ${lit(`|${daySign}`)} || number;
              number := number + 1;
            end if;
          end loop;
          asked := substr(buckets, 2)::tsquery || parts;
        end if;
        -- The order of words is looked up in the rows, the newest first, until there are enough.
        execute format(
          'select coalesce(array_agg(id order by id desc), ''{}'') from (
            select id from (
              select id, %2$I as words from %1$s where %6$s and id + 0 between $2 and $3 %3$s
              order by id desc %4$s
            ) as found %5$s limit $4
          ) as few',
          of_words, source,
          case when is_open then 'and id % ' || ${lit(slots)} || ' < ' || ${lit(openSlots)} else '' end,
          case when is_phrase then 'offset 0' else '' end,
          case when is_phrase then 'where words @@ $5' else '' end,
          (select string_agg(format('%I @@ ($1)[%s]', source, at), ' and ')
            from generate_subscripts(asked, 1) as at)
        ) into got using asked, bottom, top, most - cardinality(ids), in_order::tsquery;
        ids := ids || got;
        took := greatest(0.1, extract(epoch from clock_timestamp() - look_began) * 1000);
        each_looked := took * density / greatest(1, top - bottom);
        top := bottom - 1;
        wish := 1.5 * (most - cardinality(ids)) / greatest(cardinality(got), 0.1);
        width := ceil(width * least(${lit(widest)}, greatest(1, wish), greatest(0.5, ${lit(aLook)} / took)));
      end loop;
    end $body$`.execute(database)
}

/** Makes it where an index was built by an older program; another process may be doing the same. */
export async function ensureNewest(database: Asking): Promise<void> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (
      select from pg_proc where proname = ${plainName} and pronamespace = current_schema()::regnamespace
    ) as known`.execute(database)
  if (rows[0]?.known === true) return
  await database.transaction().execute(async (turn) => {
    await sql`select pg_advisory_xact_lock(hashtext(${plainName}))`.execute(turn)
    await makeNewest(turn)
  })
}

interface Wanted {
  readonly asked: readonly Asked[]
  readonly span: Span
  readonly limits: Limits
  readonly extent: Extent
  /** When its transaction began, as `performance.now()` tells it here. */
  readonly begun: number
}

/** The newest documents of each match. */
export async function newestIn(
  database: Asking,
  { words }: Generation,
  { asked, span, limits, extent, begun }: Wanted,
): Promise<readonly Found[]> {
  if (asked.length === 0) return []
  const left = Math.max(0, Math.min(limits.until - begun, forEver))
  const isWhole = span.low <= extent.span.low && span.high >= extent.span.high
  const wanted = asked.map(({ source, match }) => {
    const inOrder = hasOrder(match) ? tsqueryOf(match) : null
    const most = inOrder === null ? limits.most : Math.min(limits.most, mostInOrder)
    return { source, inOrder, loose: looseTsqueriesOf(match).join(partEnd), most }
  })
  const column = (named: keyof (typeof wanted)[number]) => wanted.map((one) => one[named])
  const { rows } = await sql<{ ids: string; late: boolean }>`
    select array_to_string(found.ids, ' ') as ids, found.late
    from unnest(
      ${column('source')}::text[], ${column('inOrder')}::text[], ${column('loose')}::text[],
      ${column('most')}::integer[]
    ) with ordinality as asked (source, in_order, loose, most, at)
    cross join lateral ${name}(
      ${words}::regclass, replace(asked.source, '-open', ''), asked.in_order, asked.loose, ${isWhole},
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
