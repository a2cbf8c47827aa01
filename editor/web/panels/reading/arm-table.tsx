import type { VNode } from 'preact';
import type { ArmReading, Span } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { readingWords } from './words.ts';
import { Marks, sortOf, type Notes } from '../../parts/marks.tsx';

interface ArmTableProps {
  readonly arms: readonly ArmReading[];
  readonly notes: Notes;
  readonly valueTitle: string;
  readonly onShow: (span: Span) => void;
}

/** The ways in which a decision can come out: the first whose condition holds. */
export function ArmTable({ arms, notes, valueTitle, onShow }: ArmTableProps): VNode {
  const { say } = useWords(readingWords);
  return (
    <table class="arms">
      <thead>
        <tr>
          <th scope="col">{say('when')}</th>
          <th scope="col">{valueTitle}</th>
          <th scope="col">{say('restsOn')}</th>
        </tr>
      </thead>
      <tbody>
        {arms.map((arm, index) => (
          <tr key={index} class={sortOf(arm, notes)}>
            <td>{arm.when === undefined ? say('otherwise') : <code>{arm.when}</code>}</td>
            <td>
              <button type="button" class="link" title={say('showInText')} onClick={() => onShow(arm.origin)}>
                {arm.value}
              </button>
            </td>
            <td>
              <Marks restsOn={arm.restsOn} own={arm.own} notes={notes} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
