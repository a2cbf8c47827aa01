import type { VNode } from 'preact';
import type { EffectInWords } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import { proposingWords } from './words.ts';

type Group = EffectInWords['effects'][number]['groups'][number];

interface GroupsProps {
  /** The column that the manifest names. */
  readonly by: string;
  readonly groups: readonly Group[];
}

/** More than fit beside the text. */
const most = 12;

/** Gains and losses, told by a column of the sample; those where something changes. */
export function Groups({ by, groups }: GroupsProps): VNode | null {
  const { say } = useWords(proposingWords);
  const told = groups.filter(({ changed }) => changed > 0).slice(0, most);
  if (told.length === 0) return null;
  return (
    <table class="largest groups">
      <thead>
        <tr>
          <th scope="col">{by}</th>
          <th scope="col">{say('changedRows')}</th>
          <th scope="col">{say('riseBy')}</th>
          <th scope="col">{say('fallBy')}</th>
          <th scope="col">{say('inAll')}</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ value, rows, changed, rises, falls, totals }) => (
          <tr key={value ?? ''}>
            <th scope="row">{value === undefined ? say('otherGroups') : value === '' ? say('emptyGroup') : value}</th>
            <td>
              {changed} / {rows}
            </td>
            <td>{totals?.rises ?? rises}</td>
            <td>{totals?.falls ?? falls}</td>
            <td>{totals?.change ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
