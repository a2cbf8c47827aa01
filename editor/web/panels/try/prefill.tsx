import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Field, Prefill } from '../../../../engine/service/index.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { sampleTables } from '../../population/remote.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';

interface PrefillChoiceProps {
  readonly fields: readonly Field[];
  readonly onChoose: (prefill: Prefill) => void;
}

interface Table {
  readonly path: string;
  readonly rows: readonly Prefill[];
}

/** Starts from facts that are there: a case of the policy, or a row of the handbook's sample tables. */
export function PrefillChoice({ fields, onChoose }: PrefillChoiceProps): VNode | null {
  const { path, client, failed } = usePage();
  const { say, pick } = useWords(tryWords);
  const cases = useAsk('trying/prefills', [path]);
  const [tables, setTables] = useKept<readonly Table[] | undefined>(`try/tables/${path}`, undefined);
  useEffect(() => {
    if (tables !== undefined || fields.length === 0) return;
    const read = async (): Promise<void> => {
      const all = (await sampleTables()).map(async (table): Promise<Table> => {
        return { path: table.path, rows: await client.ask('trying/rows', table.text, fields) };
      });
      setTables((await Promise.all(all)).filter(({ rows }) => rows.length > 0));
    };
    read().catch(failed);
  }, [path, fields.length > 0]);
  const groups = [
    { title: say('casesOfPolicy'), all: cases === 'waiting' ? [] : cases },
    ...(tables ?? []).map(({ path: table, rows }) => ({ title: table, all: rows })),
  ].filter(({ all }) => all.length > 0);
  if (groups.length === 0) return null;
  return (
    <label class="prefill">
      <span>{say('startFrom')}</span>
      <select
        value=""
        onInput={({ currentTarget }) => {
          const [group = 0, index = 0] = currentTarget.value.split(' ').map((part) => parseInt(part, 10));
          const chosen = groups[group]?.all[index];
          currentTarget.value = '';
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        <option value="">{say('startFromNothing')}</option>
        {groups.map(({ title, all }, group) => (
          <optgroup key={title} label={title}>
            {all.slice(0, most).map((one, index) => (
              <option key={index} value={`${group} ${index}`}>
                {pick(one.title)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

/** More than anybody chooses from. */
const most = 200;
