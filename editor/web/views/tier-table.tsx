import type { VNode } from 'preact';
import type { Span, TierReading, TierRow } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';

export interface TierTableProps {
  readonly tiers: TierReading;
  /** The footnote number of each interpretation. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly valueTitle: string;
  readonly onShow: (span: Span) => void;
}

/** The tiers from low to high, with what is not covered in its place. */
export function TierTable({ tiers, numbers, valueTitle, onShow }: TierTableProps): VNode {
  const { say, pick } = useWords();
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
          <Row key={`${index} ${row.range}`} row={row} numbers={numbers} hasClauses={hasClauses} onShow={onShow} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: TierRow;
  readonly numbers: ReadonlyMap<string, number>;
  readonly hasClauses: boolean;
  readonly onShow: (span: Span) => void;
}

function Row({ row, numbers, hasClauses, onShow }: RowProps): VNode {
  const { say } = useWords();
  if (row.row !== 'tier') {
    return (
      <tr class={row.row}>
        <td class="range">{row.range}</td>
        <td colSpan={hasClauses ? 3 : 2}>{say(row.row === 'hole' ? 'noTier' : 'overlap')}</td>
      </tr>
    );
  }
  return (
    <tr class={row.restsOn.length > 0 ? 'marked' : row.own ? 'own' : undefined}>
      <td class="range">
        <button type="button" class="link" title={say('showInText')} onClick={() => onShow(row.origin)}>
          {row.range}
        </button>
      </td>
      <td class="number">{row.value}</td>
      <td>
        {row.restsOn.map((id) => (
          <a key={id} class="note" href={`#note-${id}`} title={id}>
            {numbers.get(id) ?? id}
          </a>
        ))}
        {row.own && <span class="tag own">{say('own')}</span>}
      </td>
      {hasClauses && <td class="code">{row.cites.join(' ')}</td>}
    </tr>
  );
}
