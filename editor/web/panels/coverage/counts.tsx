import type { VNode } from 'preact';
import type { Texts } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { coverageWords } from './words.ts';

interface Count {
  readonly title: Texts;
  readonly covered: number;
  readonly of: number;
}

interface CountsProps {
  readonly rows: readonly { readonly name: string; readonly counts: readonly Count[] }[];
}

/** How much of each sort is covered; what is not stands out. */
export function Counts({ rows }: CountsProps): VNode {
  const { say, pick } = useWords(coverageWords);
  const titles = [...new Map(rows.flatMap(({ counts }) => counts).map(({ title }) => [title.en, title])).values()];
  const isNamed = rows.some(({ name }) => name !== '');
  return (
    <table class={isNamed ? 'counts' : 'counts unnamed'}>
      <thead>
        <tr>
          {isNamed && <th scope="col">{say('part')}</th>}
          {titles.map((title) => (
            <th key={title.en} scope="col">
              {pick(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            {isNamed && <th scope="row">{name}</th>}
            {titles.map(({ en }) => {
              const count = counts.find(({ title }) => title.en === en);
              if (count === undefined) return <td key={en}>–</td>;
              const { covered, of } = count;
              return (
                <td key={en} class={covered === of ? 'whole' : 'lacking'}>
                  {covered === of ? of : `${String(covered)}/${String(of)}`}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
