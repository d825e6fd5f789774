import { withBody, withHeaders, withJson, type Document, type Item } from './answers.ts';
import { changed, fine, one, type NetworkRow } from './network-row.ts';

const broken = one('wrong-shape');
/**
 * One row of the list is left out. The round goes on and writes: the next one finds out that it landed. In origin mode
 * the record is looked at before it is written, and cannot be read either.
 */
const oneRow: Pick<NetworkRow, 'shown' | 'inMode' | 'inApp'> = {
  shown: { list: 'partial', change: 'sent' },
  inMode: { origin: { change: 'waits' } },
  // The app's one edit is the row that cannot be read, so that it is asked for again first.
  inApp: { change: 'waits' },
};

/** Changes the one record of an answer about one, or the first row of a list. */
const firstItem =
  (change: (item: Item) => unknown) =>
  (body: Document): unknown => {
    const { data } = body;
    if (!Array.isArray(data)) return data ? { ...body, data: change(data) } : body;
    const [first, ...others] = data;
    return first ? { ...body, data: [change(first), ...others] } : body;
  };

const attributes = (changes: Record<string, unknown>): ((body: Document) => unknown) =>
  firstItem((item) => ({ ...item, attributes: { ...item.attributes, ...changes } }));

const DEEP = 100_000;

/** Answers that are HTTP and JSON, and still not what was asked for. */
export const shapeRows: readonly NetworkRow[] = [
  { name: 'the JSON null', fault: changed((answer) => withBody(answer, 'null')), shown: broken },
  { name: 'a JSON text alone', fault: changed((answer) => withBody(answer, '"well"')), shown: broken },
  { name: 'a document without data', fault: changed((answer) => withBody(answer, '{}')), shown: broken },
  {
    name: 'data that is a number',
    fault: changed((answer) => withBody(answer, '{"data":7}')),
    shown: broken,
  },
  {
    name: 'JSON nested 100,000 deep',
    fault: changed((answer) => withBody(answer, '['.repeat(DEEP) + ']'.repeat(DEEP))),
    shown: broken,
  },
  {
    name: 'a number too great for a number',
    fault: changed((answer) => withBody(answer, '{"data":1e400}')),
    shown: broken,
  },
  {
    name: 'a record without its token',
    fault: changed((answer) => withJson(answer, attributes({ updated_in_db_at: undefined }))),
    ...oneRow,
  },
  {
    name: 'a number where a text should be',
    fault: changed((answer) => withJson(answer, attributes({ first_name: 42 }))),
    ...oneRow,
  },
  {
    name: 'a record without an id',
    fault: changed((answer) =>
      withJson(
        answer,
        firstItem(({ attributes: rest }) => ({ attributes: rest })),
      ),
    ),
    ...oneRow,
  },
  {
    name: 'attributes that nobody knows',
    fault: changed((answer) => withJson(answer, attributes({ shoe_size: 43, nested: { deep: [1, null] } }))),
    shown: fine,
  },
  {
    name: 'the same record twice in one page',
    fault: changed((answer) =>
      withJson(answer, (body) =>
        Array.isArray(body.data) ? { ...body, data: [...body.data.slice(0, 1), ...body.data] } : body,
      ),
    ),
    shown: fine,
  },
  {
    name: 'an answer without a Date',
    fault: changed((answer) => withHeaders(answer, { date: undefined })),
    shown: fine,
  },
  {
    name: 'a Date that is none',
    fault: changed((answer) => withHeaders(answer, { date: 'tomorrow' })),
    shown: fine,
  },
  {
    name: 'a Date a year ahead',
    fault: changed((answer) => withHeaders(answer, { date: 'Tue, 07 Jan 2031 08:00:00 GMT' })),
    shown: fine,
  },
  {
    name: 'a Date a year behind',
    fault: changed((answer) => withHeaders(answer, { date: 'Sun, 07 Jan 2029 08:00:00 GMT' })),
    shown: fine,
  },
];
