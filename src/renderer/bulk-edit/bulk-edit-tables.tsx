import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { BulkLeft, BulkLeftWhy, BulkPreview } from '#shared/model/bulk-edit.ts';
import { Broken } from '../ui/compared-value.tsx';
import { labelText, valueText } from '../ui/field-text.ts';
import css from '../ui/preview-table.module.css';

const words = wordsOf('bulkEdit');

function whyText(why: BulkLeftWhy): string {
  switch (why) {
    case 'decision':
      return words.leftDecision;
    case 'missing':
      return words.leftMissing;
    case 'changed':
      return words.leftChanged;
  }
}

function More({ text }: { readonly text: string | undefined }): ReactElement | null {
  if (text === undefined) return null;
  return (
    <tr>
      <td colSpan={3} className={css.more}>
        {text}
      </td>
    </tr>
  );
}

/** The first records that change, before and after, and the first of those that are left out. */
export function PreviewTable(props: {
  readonly preview: BulkPreview;
  readonly field: string;
}): ReactElement | null {
  const { preview, field } = props;
  const { first, left } = preview;
  const more = preview.changes - first.length;
  const moreLeft = preview.decision + preview.missing - left.length;
  if (first.length + left.length === 0) return null;
  return (
    <div className={`scroll ${css.framed ?? ''}`} tabIndex={0} role="region" aria-label={words.preview}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.record}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.willBecome}</th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ id, label, before, after }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{labelText(label)}</bdi>
              </th>
              <td>
                <bdi>
                  <Broken text={valueText(field, before)} />
                </bdi>
              </td>
              <td>
                <bdi className={css.strong}>
                  <Broken text={valueText(field, after)} />
                </bdi>
              </td>
            </tr>
          ))}
          <More text={more > 0 ? words.more({ count: more }) : undefined} />
          {left.map((one) => (
            <LeftRow key={one.id} left={one} />
          ))}
          <More text={moreLeft > 0 ? words.moreLeft({ count: moreLeft }) : undefined} />
        </tbody>
      </table>
    </div>
  );
}

function LeftRow({ left }: { readonly left: BulkLeft }): ReactElement {
  return (
    <tr className={css.out}>
      <th scope="row">
        <bdi>{labelText(left.label)}</bdi>
      </th>
      <td colSpan={2}>{whyText(left.why)}</td>
    </tr>
  );
}

/** The first records that were left as they are, each with why. */
export function LeftTable({
  left,
  count,
}: {
  readonly left: readonly BulkLeft[];
  readonly count: number;
}): ReactElement {
  return (
    <div className={`scroll ${css.framed ?? ''}`} tabIndex={0} role="region" aria-label={words.leftTitle}>
      <table className={css.table}>
        <tbody>
          {left.map((one) => (
            <LeftRow key={one.id} left={one} />
          ))}
          <More text={count > left.length ? words.more({ count: count - left.length }) : undefined} />
        </tbody>
      </table>
    </div>
  );
}
