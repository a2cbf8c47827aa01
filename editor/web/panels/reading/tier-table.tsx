import type { VNode } from 'preact';
import type { Span, TierReading, TierRow } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { readingWords } from './words.ts';
import { Marks, sortOf, type Notes } from '../../parts/marks.tsx';

interface TierTableProps {
  readonly tiers: TierReading;
  readonly notes: Notes;
  readonly valueTitle: string;
  readonly onShow: (span: Span) => void;
}

/** The tiers from low to high, with what is not covered in its place. */
export function TierTable({ tiers, notes, valueTitle, onShow }: TierTableProps): VNode {
  const { say, pick } = useWords(readingWords);
  const hasClauses = tiers.rows.some((row) => row.row === 'tier' && row.cites.length > 0);
  return (
    <table class="tiers">
      <thead>
        <tr>
          <th scope="col">{tiers.title === undefined ? tiers.by : pick(tiers.title)}</th>
          <th scope="col" class="number">
            {valueTitle}
          </th>
          <th scope="col">{say('restsOn')}</th>
          {hasClauses && <th scope="col">{say('clause')}</th>}
        </tr>
      </thead>
      <tbody>
        {tiers.rows.map((row, index) => (
          <Row key={`${index} ${row.range}`} row={row} notes={notes} hasClauses={hasClauses} onShow={onShow} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: TierRow;
  readonly notes: Notes;
  readonly hasClauses: boolean;
  readonly onShow: (span: Span) => void;
}

function Row({ row, notes, hasClauses, onShow }: RowProps): VNode {
  const { say } = useWords(readingWords);
  if (row.row !== 'tier') {
    return (
      <tr class={row.row}>
        <td class="range">{row.range}</td>
        <td colSpan={hasClauses ? 3 : 2}>{say(row.row === 'hole' ? 'noTier' : 'overlap')}</td>
      </tr>
    );
  }
  return (
    <tr class={sortOf(row, notes)}>
      <td class="range">
        <button type="button" class="link" title={say('showInText')} onClick={() => onShow(row.origin)}>
          {row.range}
        </button>
      </td>
      <td class="number">{row.value}</td>
      <td>
        <Marks restsOn={row.restsOn} own={row.own} notes={notes} />
      </td>
      {hasClauses && <td class="code">{row.cites.join(' ')}</td>}
    </tr>
  );
}
